"""Orders about links between rows: link, change, unlink. None of them moves a date."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.links.following import LONGEST_LAG, would_loop
from mkplanner.models.outline import ancestors, numbers
from mkplanner.models.plan import Dependency, LinkType, Plan
from mkplanner.records import frozen

_UNCHANGED = "Nothing was changed."

LinkName = str | tuple[str, str]
"""A link's id, or the ids of its earlier and its later row."""


@frozen(slots=False)
class LinkItems:
    """Have one row follow another: `after` waits for `before`, with so many days between."""

    before: str
    after: str
    type: LinkType = LinkType.FS
    lag_days: int = 0
    title: str = "Link rows"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Add the link and return its id. Raises `RefusedError` for a link that makes no sense or is there already."""
        edit.item(self.before)
        edit.item(self.after)
        id_ = derived_id(edit.get_info().id, "link", self.before, self.after, self.type)
        if edit.get(Dependency, id_) is not None:
            id_ = new_id()
        link = Dependency(id_, self.before, self.after, self.type, self.lag_days)
        _refuse_nonsense(edit.plan, link)
        edit.put(link)
        return link.id


@frozen(slots=False)
class ChangeLink:
    """Give a link another sort or another number of days between; None leaves either as it is."""

    link: LinkName
    type: LinkType | None = None
    lag_days: int | None = None
    title: str = "Change link"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change the link. Raises `RefusedError` where it has gone, or would make no sense any more."""
        link = _found(edit, self.link)
        changed = replace(
            link,
            type=link.type if self.type is None else self.type,
            lag_days=link.lag_days if self.lag_days is None else self.lag_days,
        )
        _refuse_nonsense(edit.plan, changed)
        edit.put(changed)
        return link.id


@frozen(slots=False)
class Unlink:
    """Remove a link; both rows stay as they are."""

    link: LinkName
    title: str = "Remove link"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Remove the link, with every other that says the same. Raises `RefusedError` where there is none."""
        link = _found(edit, self.link)
        for other in edit.plan.dependencies.values():
            if (other.before, other.after, other.type) == (link.before, link.after, link.type):
                edit.remove(other)
        return link.id


def _found(edit: Edit, name: LinkName) -> Dependency:
    """The link of that name; where two rows are linked in several ways, the ids of the rows are not enough."""
    links = edit.plan.dependencies.values()
    if isinstance(name, str):
        found = [link for link in links if link.id == name]
    else:
        found = [link for link in edit.plan.links if (link.before, link.after) == name]
    if not found:
        raise RefusedError("There is no such link in the plan.", _UNCHANGED)
    if len(found) > 1:
        raise RefusedError("These two rows are linked in more than one way.", "Name the link itself.")
    return found[0]


def _refuse_nonsense(plan: Plan, link: Dependency) -> None:
    """Refuse, in a sentence, a link that no two dates could keep, or that is there already."""
    said = why_not(plan, link)
    if said is not None:
        raise RefusedError(said, _UNCHANGED)


def why_not(plan: Plan, link: Dependency) -> str | None:
    """Return why a link makes no sense, in a sentence, or None for one that could be kept."""
    before, after = link.before, link.after
    if before == after:
        return "A row cannot be linked to itself."
    number = numbers(plan)
    for inner, outer in ((before, after), (after, before)):
        if any(row.id == outer for row in ancestors(plan, inner)):
            return f"{number[inner]} is part of {number[outer]}, so the two cannot be linked."
    if any(
        (o.before, o.after, o.type) == (before, after, link.type) and o.id != link.id
        for o in plan.links_of.get(after, ())
    ):
        return f"{number[after]} is linked to {number[before]} in this way already."
    if link.type is LinkType.FS and would_loop(plan, before, after, leave_out=link.id):
        return f"{number[before]} already follows {number[after]}, so {number[after]} cannot follow it."
    if abs(link.lag_days) > LONGEST_LAG:
        return "More than ten years between two linked rows cannot be meant."
    return None
