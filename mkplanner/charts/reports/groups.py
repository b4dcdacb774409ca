"""A plan's rows as a table shows them: headings alone, and each action with all that stands below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Item, Plan


@dataclass
class Group:
    """An action with everything that stands below it, or a heading alone."""

    top: Entry
    parts: list[Entry] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """Whether it is a theme or priority."""
        return self.top.item.kind.is_heading


def groups(plan: Plan) -> Iterator[Group]:
    """Yield headings alone, and each action with all that stands below it, in reading order."""
    group: Group | None = None
    for entry in outline(plan):
        if entry.item.kind.is_heading or group is None or entry.depth <= group.top.depth:
            if group:
                yield group
            group = Group(entry)
            if entry.item.kind.is_heading:
                yield group
                group = None
        else:
            group.parts.append(entry)
    if group:
        yield group


def named(item: Item) -> str:
    """A row's own reference, where it has one, and its title."""
    return f"{item.ref.strip()} {item.title.strip()}".strip()
