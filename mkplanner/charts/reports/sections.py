"""A plan's rows as the blocks of an improvement plan: what heads each block, and the key actions below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkplanner.charts.reports.groups import groups, named
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, ItemKind, Plan


@dataclass
class Section:
    """One block: headings above it, the row that heads it (None for actions that stand alone), and its key actions."""

    above: tuple[Entry, ...]
    top: Entry | None
    rows: list[Entry] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The words of its header, outermost first: themes by name, then reference and title."""
        found = [heading_words(entry.item) for entry in self.above]
        return [*found, heading_words(self.top.item)] if self.top else found


def heading_words(item: Item) -> str:
    """What a header says of a row: "Theme: Money and people", or its reference and title."""
    words = named(item)
    return f"Theme: {words}" if item.kind is ItemKind.THEME else words


def sections(plan: Plan) -> list[Section]:
    """Return a block for each priority; where there are none, for each action with sub-actions.

    Actions without sub-actions that follow one another share a block under their heading. Headings that say nothing but
    what stands above the next block have no block of their own.
    """
    has_priorities = any(item.kind is ItemKind.PRIORITY for item in plan.items.values())
    found = list(_sections(plan, has_priorities))
    return [section for section in found if not _is_passing(plan, section)]


def _sections(plan: Plan, has_priorities: bool) -> Iterator[Section]:
    stack: list[Entry] = []
    current: Section | None = None
    for group in groups(plan):
        entry = group.top
        stack = [above for above in stack if above.depth < entry.depth]
        if group.is_heading:
            current = Section(tuple(stack), entry)
            stack.append(entry)
            yield current
        elif group.parts and not (has_priorities and stack):
            current = None
            yield Section(tuple(stack), entry, group.parts)
        else:
            top = stack[-1] if stack else None
            if current is None or current.top is not top:
                current = Section(tuple(stack[:-1]), top)
                yield current
            current.rows += [entry, *group.parts]


def _is_passing(plan: Plan, section: Section) -> bool:
    """Whether a heading without key actions of its own is only the theme of what follows."""
    if section.rows or section.top is None:
        return False
    item = section.top.item
    said = item.notes.strip() or item.by_when or plan.owners_of(item.id) or plan.outcomes_of.get(item.id)
    return not said and bool(plan.children.get(item.id))
