"""Turns rows of cells, whatever parted them, into the parts of a document: fronts, groups, headings, records, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import one_line, tidy, without_emphasis
from mkplanner.models.formats.headings import (
    columns_of,
    glued_number,
    is_heading_row,
    label_of,
    numbered_group,
    opening_label,
)
from mkplanner.models.formats.letter_tables import set_of, spelt_out, with_parties
from mkplanner.models.formats.parts import Columns, Front, Group, Part, Record, Remark
from mkplanner.models.plan import ItemKind
from mkplanner.records import frozen

_REF = re.compile(r"^([A-Z]{1,6}[-/]?\d{1,3}(?:\.\d{1,2})*[a-z]?)\s*[:.–-]?\s+(?=\S)")
SAMPLE = 40
"""How many rows below a row of headings are looked at for letters."""
GROUP_KINDS = {"theme": ItemKind.THEME, "objective": ItemKind.PRIORITY}


@frozen
class GridRow:
    """A line of a grid: its cells as written; `is_table` is false for a line of prose between tables.

    `shared` are the places of cells that belong to all sub-actions of an action.
    """

    cells: tuple[str, ...]
    line: int
    is_table: bool = True
    after_break: bool = False
    shared: frozenset[int] = frozenset()


def split_ref(title: str) -> tuple[str, str]:
    """Part a priority's reference from its title ("RES01 Build…"); the reference is empty where there is none."""
    found = _REF.match(title)
    return (found[1], title[found.end() :]) if found else ("", title)


def group_of(text: str, line: int) -> Group | None:
    """Return the group that a labelled line heads ("Theme: …", "Priority 1: …"), or None."""
    label = label_of(text)
    if label and label[1] in GROUP_KINDS:
        ref, title = split_ref(one_line(label[2]))
        return Group(GROUP_KINDS[label[1]], title, line, ref, label[0])
    kind = numbered_group(text)
    return Group(GROUP_KINDS[kind], one_line(text), line) if kind and len(text) < 400 else None


@dataclass
class GridReader:
    """Reads rows one after another; `parts` grows. Theme and priority lines are held until the block they head is clear."""

    parts: list[Part] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    _held: list[Group | Remark] = field(default_factory=list)
    _loose: Remark | None = None

    def read(self, rows: Iterable[GridRow]) -> list[Part]:
        """Return the parts that the rows make."""
        filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
        texts = [" ".join(row.cells) for row in filled if len([cell for cell in row.cells if cell.strip()]) == 1]
        for place, row in enumerate(filled):
            if not self._matrix(row, filled[place + 1 : place + 1 + SAMPLE], texts):
                self._row(row)
        self._release()
        return self.parts

    def _matrix(self, row: GridRow, below: Sequence[GridRow], texts: Sequence[str]) -> bool:
        """Take a row as the headings of a matrix of letters if the rows below hold letters; say whether it was one."""
        if not row.is_table or len(row.cells) < 3 or not below or any(len(cell) > 120 for cell in row.cells):
            return False
        rows = [other.cells for other in below if other.is_table]
        short = sum(0 < len(cell.strip()) <= 3 for other in rows[:3] for cell in other[1:])
        columns = with_parties([tidy(cell) for cell in row.cells], rows, texts) if short else ()
        if not columns:
            return False
        self._release()
        self.columns = columns
        self.parts.append(Columns(columns, row.line))
        return True

    def _row(self, row: GridRow) -> None:
        cells = list(row.cells)
        filled = [cell for cell in cells if cell.strip()]
        if row.is_table and len(filled) > 1:
            self._table_row(row, cells)
        elif self._labelled(filled[0], row, merged=row.is_table and len(cells) > 1):
            return
        elif row.is_table and self.columns:
            self._release()
            self.parts.append(Record(tuple(map(tidy, cells)), row.line, row.shared, after_break=row.after_break))
        else:
            self._prose(filled[0], row)

    def _table_row(self, row: GridRow, cells: list[str]) -> None:
        cells = spelt_out(cells, set_of([" ".join(cells)])) if len(cells) > 3 else cells
        if is_heading_row(cells):
            self._headings(cells, row.line)
            return
        self._release()
        self.parts.append(Record(tuple(map(tidy, cells)), row.line, row.shared, after_break=row.after_break))

    def _headings(self, cells: list[str], line: int) -> None:
        self._release()
        last, _ = glued_number(cells[-1])
        self.columns = columns_of([*cells[:-1], last])
        self.parts.append(Columns(self.columns, line))

    def _labelled(self, text: str, row: GridRow, *, merged: bool) -> bool:
        """Hold a theme, a priority or a remark such as "Outcomes: …" for the block it belongs to; say whether it was one."""
        group = group_of(text, row.line)
        if group is not None:
            self._hold(group)
            return True
        label = label_of(text) or (opening_label(text) if merged else None)
        if label is None or not (merged or self._held):
            return False
        self._held.append(Remark(tidy(label[2]), row.line, label[0], label[1]))
        return True

    def _hold(self, group: Group) -> None:
        if any(isinstance(held, Group) and held.kind is group.kind for held in self._held):
            self._release()
        if self._loose is not None:
            self._held.append(self._loose)
            self._loose = None
        self._held.append(group)

    def _prose(self, text: str, row: GridRow) -> None:
        self._release()
        words = without_emphasis(one_line(text))
        if all(isinstance(part, Front) for part in self.parts[-1:]):
            self.parts.append(Front(words, row.line))
        elif row.after_break:
            self._loose = Remark(words, row.line)
        else:
            self.parts.append(Remark(words, row.line))

    def _release(self) -> None:
        """Hand on what was held: theme before priority, then the remarks about them."""
        groups = [held for held in self._held if isinstance(held, Group)]
        groups.sort(key=lambda group: group.kind is not ItemKind.THEME)
        self.parts += groups
        self.parts += [held for held in self._held if isinstance(held, Remark)]
        self._held = []
        if self._loose is not None:
            self.parts.append(self._loose)
            self._loose = None


def source_text(rows: Iterable[GridRow]) -> str:
    """Return rows as lines of text, each on its own line as it is counted, to look at beside what was read from them."""
    lines: list[str] = []
    for row in rows:
        lines += [""] * (row.line - 1 - len(lines))
        words = (" / ".join(cell.split("\n")).strip() for cell in row.cells)
        lines[row.line - 1 :] = [" | ".join(word for word in words if word)]
    return "\n".join(lines)


def has_headings(rows: Sequence[GridRow]) -> bool:
    """Whether any row of a grid is a row of headings."""
    return any(row.is_table and is_heading_row(list(row.cells)) for row in rows)
