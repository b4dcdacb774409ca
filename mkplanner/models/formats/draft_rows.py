"""Builds the rows of a draft from the parts of a document: what stands under what, and which row a cell belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import has_list, list_entries, one_line
from mkplanner.models.formats.outcomes import OutcomeList
from mkplanner.models.formats.parts import Aside, Columns, Entry, Group, Record, Remark
from mkplanner.models.formats.row_cells import LETTERS, Row
from mkplanner.models.formats.row_titles import is_torn, leading_ref, shared_words, without_continued
from mkplanner.models.plan import ItemKind

_PLACED = ("action", "sub_action", "theme", "objective")
_LOOK_BACK = 400
"""How many rows above a "(cont'd)" heading are looked at for the action it goes on with."""
_SAME_TITLE = 0.5
"""The share of words by which a shortened "(cont'd)" heading must agree with the title it goes on with."""


class RowBuilder:
    """Takes groups, records, entries and remarks in reading order and makes rows; doubts become asides."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.asides: list[Aside] = []
        self.outcomes = OutcomeList()
        self._columns: tuple[Column, ...] = ()
        self._numbered = False
        self._known: set[str] = set()
        self._theme: int | None = None
        self._priority: int | None = None
        self._inner: int | None = None
        self._action: int | None = None
        self._last: int | None = None
        self._levels: list[int] = []

    @property
    def heading(self) -> int | None:
        """The index of the innermost group that rows stand under now."""
        return next((row for row in (self._inner, self._priority, self._theme) if row is not None), None)

    def columns(self, part: Columns) -> None:
        """Begin a table."""
        self._columns, self._numbered = part.columns, part.numbered

    def group(self, part: Group) -> None:
        """Begin a theme or a priority; the same heading again (a new page) goes on with the one before."""
        current = self._theme if part.kind is ItemKind.THEME else self._priority
        if current is not None and (self.rows[current].title, self.rows[current].ref) == (part.title, part.ref):
            if part.kind is ItemKind.THEME:
                self._priority = self._inner = None
            return
        parent = None if part.kind is ItemKind.THEME else self._theme
        index = self._add(part.kind, part.title, parent, part.line, ref=part.ref)
        if part.kind is ItemKind.THEME:
            self._theme, self._priority = index, None
        else:
            self._priority = index
        self._inner = self._action = None
        self._last = index

    def remark(self, part: Remark) -> None:
        """Keep words about the group above them: as its outcome, its date, its owner or in its notes."""
        target = self.heading if self.heading is not None else self._last
        if target is None:
            self.asides.append(Aside("import-left-out", "These words belong to no row", part.text, part.line))
        elif part.field in ("outcome", "date", *LETTERS):
            self._fill(target, Column(part.heading, part.field), part.text, part.line)
        else:
            self.rows[target].notes.append(f"{part.heading}: {part.text}" if part.heading else part.text)

    def entry(self, part: Entry, kinds: Sequence[ItemKind]) -> None:
        """Add one entry of a numbered list; `kinds` are the kinds of row by level."""
        level = min(part.level, len(self._levels), len(kinds) - 1)
        parent = self._levels[level - 1] if level else self.heading
        index = self._add(kinds[level], part.text, parent, part.line, ref=part.ref)
        self.rows[index].date = part.date
        self._levels[level:] = [index]

    def record(self, part: Record) -> None:
        """Add a table row, or let it go on with the row above."""
        if part.after_break and self._join_torn(part):
            return
        cells = {
            column.field: cell for column, cell in zip(self._columns, part.cells, strict=False) if column.field and cell
        }
        self._inner_group(cells, part.line)
        target = self._row_of(part, cells)
        if target is None:
            text = " ".join(cell for cell in part.cells if cell)
            self.asides.append(Aside("import-left-out", "This row stands before any action", text, part.line))
            return
        for number, column in enumerate(self._columns):
            text = part.cells[number] if number < len(part.cells) else ""
            if column.field == "date" and "start_date" in cells:
                text = " – ".join(words for words in (cells["start_date"], text) if words)
            whole = number in part.shared and self._action is not None
            if text and column.field not in _PLACED and not (column.field == "start_date" and "date" in cells):
                self._fill(self._action if whole and self._action is not None else target, column, text, part.line)
        for text in part.cells[len(self._columns) :]:
            if text:
                self.rows[target].notes.append(text)

    def _inner_group(self, cells: Mapping[str, str], line: int) -> None:
        """A theme or objective column heads the rows from where its cell is filled."""
        for name in ("theme", "objective"):
            text = one_line(cells.get(name, ""))
            if text and (self._inner is None or self.rows[self._inner].title != text):
                outer = self._priority if self._priority is not None else self._theme
                kind = ItemKind.THEME if name == "theme" and outer is None else ItemKind.PRIORITY
                self._inner = self._add(kind, text, outer, line)
                self._action = None

    def _row_of(self, part: Record, cells: Mapping[str, str]) -> int | None:
        """Return the row that the record's cells belong to, made where it is new: its sub-action, else its action."""
        title, sub = cells.get("action", ""), cells.get("sub_action", "")
        ref = one_line(cells.get("ref", ""))
        title, continued = without_continued(title or ("" if sub else self._row_label(part)))
        if continued:
            self._action = self._continued(title, part.line)
        elif title or (part.starts and not sub):
            repeated = sub and self._action is not None and self.rows[self._action].title == title
            if not repeated:
                self._action = self._add_titled(ItemKind.ACTION, title, self.heading, part.line, ref)
        self._last = self._action
        if sub:
            parent = self._action if self._action is not None else self.heading
            kind = ItemKind.SUB_ACTION if self._action is not None else ItemKind.ACTION
            self._last = self._add_titled(kind, sub, parent, part.line, "" if title else ref)
        return self._last

    def _row_label(self, part: Record) -> str:
        """Return what stands in a column without a meaning left of an empty title: the row's name ("Short term")."""
        for column, cell in zip(self._columns, part.cells, strict=False):
            if column.field == "action":
                return ""
            if column.field is None and cell:
                return cell
        return ""

    def _continued(self, stem: str, line: int) -> int:
        """Return the action that "… (cont'd)" goes on with: by its whole title, else by the words they share."""
        first = max(len(self.rows) - _LOOK_BACK, 0)
        actions = [n for n in range(first, len(self.rows)) if self.rows[n].kind is ItemKind.ACTION]
        for number in reversed(actions):
            if self.rows[number].title.casefold() == stem.casefold():
                return number
        scores = [(shared_words(stem, self.rows[number].title), number) for number in actions]
        score, number = max(scores, default=(0.0, 0))
        return number if score >= _SAME_TITLE else self._add(ItemKind.ACTION, stem, self.heading, line)

    def _add_titled(self, kind: ItemKind, cell: str, parent: int | None, line: int, ref: str) -> int:
        if self._numbered and not ref:
            ref, cell = leading_ref(cell)
        if not cell:
            self.asides.append(Aside("import-title-missing", "This row has no title", "", line))
        entries = list_entries(cell) if has_list(cell) else [cell]
        parts = entries if len(entries) > 1 and kind is ItemKind.ACTION and entries[0].endswith(":") else []
        index = self._add(kind, parts[0] if parts else "\n".join(entries), parent, line, ref=ref)
        for text in parts[1:]:
            self._add(ItemKind.SUB_ACTION, text, index, line)
        if parts:
            self.asides.append(
                Aside("import-list-in-title", "A list inside a title became sub-actions", parts[0], line)
            )
        return index

    def _add(self, kind: ItemKind, title: str, parent: int | None, line: int, *, ref: str = "") -> int:
        self.rows.append(Row(kind, title, parent, line, ref))
        return len(self.rows) - 1

    def _join_torn(self, part: Record) -> bool:
        """Join a row that a page break has torn from the row above; say whether it was torn."""
        if self._last is None or self.rows[self._last].kind.is_heading:
            return False
        cells = {column.field: cell for column, cell in zip(self._columns, part.cells, strict=False)}
        above, text = self.rows[self._last], cells.get("action", "")
        if not text or cells.get("date") or not is_torn(above.title, text):
            return False
        above.title = f"{above.title} {text}"
        sentence = "A row torn by a page break was joined again"
        self.asides.append(Aside("import-title-joined", sentence, above.title, part.line))
        for column, cell in zip(self._columns, part.cells, strict=False):
            if cell and column.field not in _PLACED:
                self._fill(self._last, column, cell, part.line)
        return True

    def _fill(self, index: int, column: Column, cell: str, line: int) -> None:
        """Put a cell's words into a row; outcomes are kept apart, for they may belong to several."""
        if column.field == "outcome":
            self.outcomes.add(cell, index, self.heading, line)
        else:
            self.rows[index].fill(column.field, column.heading, cell, self._known)
