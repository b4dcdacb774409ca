"""Orders about baselines: set one, delete one, choose which the plan is compared with. None of them moves a date."""

from __future__ import annotations

from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.baselines.agreed import COMPARED, NOTHING, dates_now
from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.records import frozen

_UNCHANGED = "Nothing was changed."


@frozen(slots=False)
class SetBaseline:
    """Keep the dates of the plan as they are now under a name, and compare with them from now on."""

    name: str
    day: date | None = None
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the baseline: "Set baseline “Board, 25 February”"."""
        return f"Set baseline “{' '.join(self.name.split())}”"

    def apply(self, edit: Edit) -> str:
        """Set it. Raises `RefusedError` for a name that is empty or taken, or where no row is dated."""
        plan = edit.plan
        name = " ".join(self.name.split())
        if not name:
            raise RefusedError("A baseline needs a name.", _UNCHANGED)
        if any(row.name.casefold() == name.casefold() for row in plan.baselines.values()):
            raise RefusedError(
                f"There is already a baseline called “{name}”.", "Choose another name; nothing was changed."
            )
        dates = dates_now(plan)
        if not dates:
            raise RefusedError("No row of this plan has a date yet, so there is nothing to keep.", _UNCHANGED)
        baseline = Baseline(new_id(), name, self.day, dates)
        edit.put(baseline)
        if plan.setting(COMPARED) is not None:
            SetSetting(COMPARED, None).apply(
                edit
            )  # Without a choice the newest is compared with, and no two choices clash.
        return baseline.id


@frozen(slots=False)
class CompareBaseline:
    """Compare the plan with a baseline, None with none: slippage then counts from the dates before they were revised."""

    baseline: str | None
    merge_key: str | None = None
    title: str = "Compare with baseline"

    def apply(self, edit: Edit) -> str:
        """Compare. Raises `RefusedError` for a baseline that has gone."""
        if self.baseline is not None and edit.get(Baseline, self.baseline) is None:
            raise RefusedError("That baseline is no longer in the plan.", _UNCHANGED)
        return SetSetting(COMPARED, self.baseline or NOTHING).apply(edit)


@frozen(slots=False)
class RemoveBaseline:
    """Forget a baseline; no date is touched."""

    baseline: str
    title: str = "Delete baseline"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Forget it; one that has gone already is no matter."""
        found = edit.get(Baseline, self.baseline)
        if found is not None:
            edit.remove(found)
            if edit.plan.setting(COMPARED) == self.baseline:
                SetSetting(COMPARED, None).apply(edit)
        return self.baseline
