"""Orders about whole plans: come back to an earlier version, fill a clean copy."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id
from mkplanner.models.plan import TABLES, Mark, Plan
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting
from mkplanner.records import frozen


@frozen(slots=False)
class RestoreVersion:
    """Make the plan what it was in an earlier version of it. A step like any other: Undo takes it back, History tells it.

    Marks stay: they are about the history, which goes on.
    """

    then: Plan
    title: str = "Restore an earlier version"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> None:
        """Put every row of that version, and remove what it did not have."""
        now = edit.plan
        edit.put(replace(self.then.info, id=now.info.id))
        for kind in TABLES:
            if kind is not Mark:
                wanted = self.then.rows(kind)
                for id_, row in now.rows(kind).items():
                    if id_ not in wanted:
                        edit.remove(row)
                for row in wanted.values():
                    edit.put(row)


@frozen(slots=False)
class FillCopy:
    """Put every row of another plan into a new one, which is a plan of its own from then on."""

    plan: Plan
    title: str = "Clean copy"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> None:
        """Put the rows; marks stay behind, RASIC cells and settings get the identities they have in the new plan."""
        new = edit.get_info().id
        for kind in TABLES:
            if kind is not Mark:
                for row in self.plan.rows(kind).values():
                    if isinstance(row, Assignment):
                        row = replace(row, id=derived_id(new, row.item, row.party))
                    elif isinstance(row, Setting):
                        row = replace(row, id=derived_id(new, "setting", row.name))
                    edit.put(row)
