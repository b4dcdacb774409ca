"""Promoting and demoting rows: what kind a row is, and the level that goes with it."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import Indent, MoveItem
from mkplanner.models.edit import Edit
from mkplanner.models.outline import ancestors
from mkplanner.models.plan import Item, ItemKind, Plan
from mkplanner.models.wording import KIND_WORDS, count
from mkplanner.records import frozen


@frozen(slots=False)
class SetKind:
    """Make rows themes, priorities, actions, sub-actions or milestones; each moves to a level where it can be that.

    A sub-action that becomes an action is taken out of its action and put after it; an action that becomes a sub-action goes
    below the action before it. Themes and priorities are taken out of whatever is no heading.
    """

    items: tuple[str, ...]
    kind: ItemKind
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the kind: "Make it a theme", "Make 3 rows actions"."""
        word = KIND_WORDS[self.kind]
        if len(self.items) == 1:
            return f"Make it {'an' if word[0] in 'aeiou' else 'a'} {word}"
        plural = "priorities" if self.kind is ItemKind.PRIORITY else f"{word}s"
        return f"Make {count(len(self.items), 'row')} {plural}"

    def apply(self, edit: Edit) -> str | None:
        """Change them. Raises `RefusedError` where there is no place for such a row."""
        for id_ in self.items if self.kind is ItemKind.SUB_ACTION else reversed(self.items):
            if edit.item(id_).kind is not self.kind:
                self._change(edit, id_)
        return self.items[0] if self.items else None

    def _change(self, edit: Edit, id_: str) -> None:
        plan, item = edit.plan, edit.item(id_)
        if self.kind is ItemKind.SUB_ACTION:
            if _holding(plan, item) is None:
                edit.put(replace(item, kind=ItemKind.ACTION))
                _below_the_action_before(edit, id_)
        elif self.kind is not ItemKind.MILESTONE:
            outer = _outermost_work(plan, item)
            if outer is not None:
                MoveItem(id_, outer.parent, outer.id).apply(edit)
        edit.put(replace(edit.item(id_), kind=self.kind))
        _fit_children(edit, id_)


def _holding(plan: Plan, item: Item) -> Item | None:
    """The row above, where it is no heading."""
    above = plan.items.get(item.parent or "")
    return above if above is not None and not above.kind.is_heading else None


def _outermost_work(plan: Plan, item: Item) -> Item | None:
    """The topmost of the actions that a row stands below."""
    return next((row for row in reversed(list(ancestors(plan, item.id))) if not row.kind.is_heading), None)


def _below_the_action_before(edit: Edit, id_: str) -> None:
    item = edit.item(id_)
    siblings = edit.plan.children.get(item.parent, ())
    place = next(number for number, row in enumerate(siblings) if row.id == id_)
    if place == 0 or siblings[place - 1].kind.is_heading:
        raise RefusedError(
            "There is no action before this row that it could be a sub-action of.",
            "Move it below an action first; nothing was changed.",
        )
    Indent(id_).apply(edit)


def _fit_children(edit: Edit, id_: str) -> None:
    """Rows directly below a heading are actions, below an action sub-actions; headings and milestones stay."""
    is_heading = edit.item(id_).kind.is_heading
    fitting = {ItemKind.ACTION, ItemKind.SUB_ACTION}
    wanted = ItemKind.ACTION if is_heading else ItemKind.SUB_ACTION
    for child in edit.plan.children.get(id_, ()):
        if child.kind.is_heading and not is_heading:
            raise RefusedError(
                f"“{child.title}” stands below this row and is a heading.",
                "Move it out first; nothing was changed.",
            )
        if child.kind in fitting and child.kind is not wanted:
            edit.put(replace(child, kind=wanted))
