"""The columns of the plan's table: which field each shows, how wide it starts, and how many lines it may take."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from mkplanner.models.asking.facts import FACTS, column_field
from mkplanner.models.fields import Field, FieldKind
from mkplanner.models.plan import Item, Plan
from mkplanner.records import frozen


@frozen(slots=False)
class Column:
    """One column. Text beyond `lines` lines ends in an ellipsis; None means that it wraps as far as it must.

    `writes` is the field that typing in the column sets: the Ref column shows the row's number and sets its reference.
    `width` is in pixels at 12 px type.
    """

    key: str
    heading: str
    width: int
    lines: int | None = 3
    writes: str = ""
    is_shown: bool = True

    @cached_property
    def field(self) -> Field:
        """The field that is set by typing here."""
        return column_field(self.writes or self.key)

    @cached_property
    def show(self) -> Callable[[Plan, Item], str]:
        """What tells a row's text."""
        return column_field(self.key).show

    @property
    def is_editable(self) -> bool:
        """Whether one can write here: a field is set, or an update is added."""
        return self.field.is_editable or self.key == "update"

    @property
    def kind(self) -> FieldKind:
        """What sort of editor the column wants."""
        return self.field.kind


def _column(key: str, width: int, lines: int | None = 3, is_shown: bool = True) -> Column:
    return Column(key, column_field(key).heading, width, lines, is_shown=is_shown)


_WIDTHS = {"kind": 76, "starts": 110, "ends": 110, "updated": 110, "rag": 92, "update": 200, "outcomes": 200}
_USUAL = 110


COLUMNS: tuple[Column, ...] = (
    Column("number", "Ref", 41, 1, writes="ref"),
    _column("title", 207),
    _column("by_when", 160, None),
    _column("owners", 110),
    _column("status", 102, 1),
    _column("percent", 56, 1, is_shown=False),
    _column("tags", 100, is_shown=False),
    _column("notes", 180, is_shown=False),
    *(_column(key, _WIDTHS.get(key, _USUAL), is_shown=False) for key in FACTS),
)
"""Every column that the table can show, in their first order."""

REF, TITLE, BY_WHEN, OWNER, STATUS, DONE, TAGS, NOTES = range(8)
"""Places of the columns that the table treats in a way of their own."""

PLACE_OF = {column.key: place for place, column in enumerate(COLUMNS)}
"""The place of each column in `COLUMNS`, by its key."""

RAG, UPDATED, UPDATE = PLACE_OF["rag"], PLACE_OF["updated"], PLACE_OF["update"]
"""Places of the columns of progress updates."""

LOZENGES = (STATUS, RAG)
"""Columns whose words stand in a lozenge instead of lines."""
