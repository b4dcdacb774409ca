"""Qt item model over a draft: each row as it would stand in the plan, with the reading of its date beside the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mkplanner.models.formats.base import Draft, DraftItem, DraftOwner
from mkplanner.models.plan import ItemKind
from mkplanner.models.rasic.lettersets import SETS, USUAL
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext, Timeframe
from mkplanner.models.wording import KIND_WORDS
from mkplanner.ui.editors.readingwords import reading_sentence
from mkplanner.ui.look import theme

Index = QModelIndex | QPersistentModelIndex

HEADINGS = ("Ref", "Action", "By when", "Read as", "Owner")
REF, TITLE, WORDS, READING, OWNER = range(len(HEADINGS))


class DraftRows(QAbstractTableModel):
    """The rows of one draft. Words that could mean two times, or none, are marked in the reading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[DraftItem, ...] = ()
        self._numbers: list[str] = []
        self._depths: list[int] = []
        self._frames: dict[int, Timeframe] = {}
        self._letters = SETS[USUAL]

    def show_draft(self, draft: Draft, financial_month: int = 4) -> None:
        """Show another draft; its own years say how "March 14" is read."""
        context = PlanContext(draft.start, draft.end, "By when", financial_month)
        self.beginResetModel()
        self._items = draft.items
        self._letters = SETS[draft.letter_set or USUAL]
        self._numbers, self._depths = _numbered(draft.items)
        self._frames = {row: parse(item.date, context) for row, item in enumerate(draft.items) if item.date}
        self.endResetModel()

    def line_of(self, row: int) -> int:
        """Return the line of the source in which a row began; 0 where nobody knows."""
        return self._items[row].line

    def row_at(self, line: int) -> int | None:
        """Return the last row that began at a line or before it."""
        rows = [row for row, item in enumerate(self._items) if 0 < item.line <= line]
        return rows[-1] if rows else None

    def dated_count(self) -> int:
        """Return how many rows have a date that was understood."""
        return sum(frame.is_dated for frame in self._frames.values())

    def has_owners(self) -> bool:
        """Whether anybody is named in any row."""
        return any(item.owners for item in self._items)

    def is_heading(self, row: int) -> bool:
        """Whether a row groups others."""
        return self._items[row].kind.is_heading

    def depth(self, row: int) -> int:
        """Return how deep a row stands, 0 at the top."""
        return self._depths[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        item = self._items[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADINGS[column]}: {self._text(row, column) or 'none'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(self._token(row, column))
        if role == Qt.ItemDataRole.BackgroundRole and item.kind.is_heading:
            return theme.colour("theme_row")
        if role == Qt.ItemDataRole.FontRole and (
            item.kind.is_heading or (item.kind is ItemKind.ACTION and column == TITLE)
        ):
            return theme.font(bold=item.kind.is_heading)
        return None

    def _text(self, row: int, column: int) -> str:
        item = self._items[row]
        if column == TITLE:
            return item.title
        if column == WORDS:
            return item.date or ""
        if column == READING:
            return self._reading(row)
        return self._numbers[row] if column == REF else ", ".join(self._owner(owner) for owner in item.owners)

    def _owner(self, owner: DraftOwner) -> str:
        """A name with its role, its part, and its letters where they are other than those of somebody responsible."""
        name = f"{owner.name} ({owner.role})" if owner.role else owner.name
        if owner.part:
            return f"{owner.part} by {name}"
        return name if owner.letters == "R" else f"{name}: {' '.join(map(self._letters.key, owner.letters))}"

    def _reading(self, row: int) -> str:
        frame = self._frames.get(row)
        if frame is None:
            return ""
        if not frame.segments:
            return "no date; words kept"
        return f"{reading_sentence(frame.segments)}{'?' if frame.is_ambiguous else ''}"

    def _token(self, row: int, column: int) -> str:
        frame = self._frames.get(row)
        if column == READING and frame is not None and frame.is_ambiguous:
            return "warning"
        return "text2" if column in (REF, READING) else "text"


def kind_words(items: tuple[DraftItem, ...]) -> str:
    """Return what a draft came to: "2 themes, 11 actions, 33 sub-actions"."""
    counts: Mapping[ItemKind, int] = {kind: sum(item.kind is kind for item in items) for kind in ItemKind}
    plurals = {ItemKind.PRIORITY: "priorities"}
    parts = [
        f"{number:,} {KIND_WORDS[kind] if number == 1 else plurals.get(kind, KIND_WORDS[kind] + 's')}"
        for kind, number in counts.items()
        if number
    ]
    return ", ".join(parts)


def _numbered(items: tuple[DraftItem, ...]) -> tuple[list[str], list[int]]:
    """The number and the depth of each row."""
    numbers: list[str] = []
    depths: list[int] = []
    used: dict[int | None, int] = {}
    for item in items:
        used[item.parent] = used.get(item.parent, 0) + 1
        above = f"{numbers[item.parent]}." if item.parent is not None else ""
        numbers.append(item.ref or f"{above}{used[item.parent]}")
        depths.append(depths[item.parent] + 1 if item.parent is not None else 0)
    return numbers, depths
