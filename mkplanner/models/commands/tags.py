"""Orders about tags of several rows at once."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.models.edit import Edit
from mkplanner.models.wording import count
from mkplanner.records import frozen


@frozen(slots=False)
class ChangeTags:
    """Add tags to rows and take others off them; what each row has besides stays."""

    items: tuple[str, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the number of rows: "Change tags of 5 rows"."""
        return f"Change tags of {count(len(self.items), 'row')}"

    def apply(self, edit: Edit) -> str | None:
        """Change them; capitals do not matter for what is taken off."""
        gone = {tag.casefold() for tag in self.remove}
        for id_ in self.items:
            item = edit.item(id_)
            kept = (tag for tag in (*item.tags, *self.add) if tag.casefold() not in gone)
            tags = tuple(dict.fromkeys(kept))
            if tags != item.tags:
                edit.put(replace(item, tags=tags))
        return self.items[0] if self.items else None


def tags_in(words: str) -> tuple[str, ...]:
    """Return the tags that typed words mean; commas and semicolons part them."""
    parts = (part.strip() for part in words.replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
