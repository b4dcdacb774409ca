"""What rows the table shows and in which order, as menus, the head of the table and the filter box change it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal

from mkplanner.models.asking.narrowing import ANYTHING
from mkplanner.models.asking.query import EVERYTHING, Query
from mkplanner.models.asking.words import narrowing_pieces, pieces
from mkplanner.models.outline import Entry
from mkplanner.models.plan import ItemKind
from mkplanner.models.searching import found
from mkplanner.models.wording import count
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.plantable.view import PlanTable

_WORK = frozenset(kind for kind in ItemKind if not kind.is_heading)


class Arranger(QObject):
    """`changed` says that another question is asked, or that the answer counts otherwise.

    `tears` tells whether a sort puts rows into one list rather than sorting them below the row they belong to.
    """

    changed = Signal()

    def __init__(self, table: PlanTable) -> None:
        super().__init__(table)
        self.table = table
        self._model = table.plan_tree
        self._sought = ""
        self.tears = False
        table.head.sort_wanted.connect(self.turn_sort)
        table.head.sort_asked.connect(self.sort)
        self._is_asking = False
        self._is_seeking = False
        table.chosen.connect(self._left)
        self._model.modelReset.connect(self._heard)
        self._model.patched.connect(self._heard)
        self._model.rowsInserted.connect(self._heard)
        self._model.rowsRemoved.connect(self._heard)

    @property
    def query(self) -> Query:
        """The question that is asked now."""
        return self._model.question.query

    @property
    def has_changed(self) -> bool:
        """Whether rows were changed since the question was asked, and stay where they were."""
        return self._model.question.has_changed

    def ask(self, query: Query) -> None:
        """Ask another question; the current row stays in sight where it still is an answer."""
        before, restored = self.query, self.table.expansion.restored
        self.table.cell_delegate.keep_open_words()
        self.table.mark_words(query.words)
        here = self.table.current_id()
        self._is_asking = True
        is_other = self._model.ask(query)
        self._is_asking = False
        if not is_other:
            return
        self.tears = query.flat if query.sort else self.tears
        self.table.head.show_sort(query.sort, query.backwards)
        if self.table.expansion.restored == restored and (query.is_narrow or before.is_narrow):
            self.table.expansion.show_found(query.is_narrow or query.is_flat)
        self._stay(here)
        self.changed.emit()

    def _stay(self, here: str | None) -> None:
        """Keep the current row in sight; where it is gone, begin at the top rather than wherever Qt has gone instead."""
        index = self._model.index_of(here or "", max(self.table.currentIndex().column(), TITLE))
        if not index.isValid():
            index = self._model.index(0, TITLE)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.scrollTo(index)
        # Once more when the line that tells the question has come, or gone, above the table.
        QTimer.singleShot(0, self, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _heard(self, *_news: object) -> None:
        """Tell of rows that came, went or changed, while anything but the whole plan is asked for."""
        if not self._is_asking and self.query != EVERYTHING:
            self.changed.emit()

    def ask_again(self) -> None:
        """Answer the question afresh, after rows were changed that stayed in sight."""
        if self.query != EVERYTHING:
            self._model.ask_again()
            self.changed.emit()

    def clear(self) -> None:
        """Show every row in the plan's order."""
        self.ask(EVERYTHING)

    def clear_filter(self) -> None:
        """Show every row, in the order and groups that there are."""
        self.ask(replace(self.query, words="", wanted=ANYTHING))

    def sort(self, key: str, backwards: bool = False) -> None:
        """Sort by a column, within the outline unless `tears` says otherwise; an empty key goes back to the plan's order."""
        is_sorted = bool(key)
        self.ask(replace(self.query, sort=key, backwards=backwards and is_sorted, flat=self.tears and is_sorted))

    def tear(self, tears: bool) -> None:
        """Sort rows in one list, or below the row they belong to; the next sort does likewise."""
        self.tears = tears
        self.ask(replace(self.query, flat=tears and bool(self.query.sort)))

    def turn_sort(self, key: str) -> None:
        """What a click on a heading does: forwards, backwards, and back to the plan's order."""
        if self.query.sort != key:
            self.sort(key)
        elif not self.query.backwards:
            self.sort(key, backwards=True)
        else:
            self.sort("")

    def group(self, key: str) -> None:
        """Gather rows under headings; an empty key takes the headings away."""
        self.ask(replace(self.query, group=key))

    def toggle(self, facet: str, value: str) -> None:
        """Ask for a value of a sort of facts too, or no longer."""
        wanted = self.query.wanted
        values: tuple[str, ...] = getattr(wanted, facet)
        fresh = tuple(each for each in values if each != value) if value in values else (*values, value)
        named: dict[str, Any] = {facet: fresh}
        self.ask(replace(self.query, wanted=replace(wanted, **named)))

    def since(self, mark: str) -> None:
        """Ask for the rows that have changed since a mark; an empty name for all."""
        self.ask(replace(self.query, wanted=replace(self.query.wanted, changed_since=mark)))

    # What is said of it

    def count_words(self) -> str:
        """Return how many rows are shown of how many: "12 of 81 actions"."""
        plan = self._model.plan
        every = sum(item.kind in _WORK for item in plan.items.values())
        shown = sum(plan.items[id_].kind in _WORK for id_ in self._model.found.found)
        return f"{shown:,} of {count(every, 'action')}" if self.query.is_narrow else count(every, "action")

    def status_words(self) -> str:
        """Return what the status bar says: the filter, its count, order and groups."""
        said = [piece.words for piece in narrowing_pieces(self._model.plan, self.query)]
        parts = [f"Filter: {', '.join(said)} ({self.count_words()})"] if said else []
        parts += [piece.words for piece in pieces(self._model.plan, self.query)[len(said) :]]
        return " · ".join(parts) or "No filter"

    # Going from one found row to the next

    def seek(self, step: int) -> str:
        """Go to the next (1) or previous (-1) row that holds the words sought, or stay on one (0); return what to say of it.

        Without words in the filter those sought last are looked for, and no row is left out.
        """
        words = " ".join(self.query.words.split()) or self._sought
        if not words:
            return "Type the words to look for into the filter box first (Ctrl+F)."
        self._sought = words
        self.table.mark_words(words)
        hits = found(self._model.plan, words)
        rows = [line.item.id for line in self._model.found.lines if isinstance(line, Entry) and line.item.id in hits]
        rows = list(dict.fromkeys(rows))
        if not rows:
            return f"No row here holds “{words}”."
        place = self._next(rows, step)
        self._is_seeking = True
        self.table.choose(rows[place])
        self._is_seeking = False
        return f"{place + 1} of {len(rows)} with “{words}”"

    def _left(self) -> None:
        """Words looked for without a filter are no longer marked once somebody goes elsewhere by themselves."""
        if not self._is_seeking:
            self.table.mark_words(self.query.words)

    def go_to_found(self) -> None:
        """Stay on a row that holds the words of the filter, else go to the next one; without words stay."""
        if self.query.words.strip():
            self.seek(0)

    def _next(self, rows: list[str], step: int) -> int:
        current = self.table.current_id()
        if current in rows:
            return (rows.index(current) + step) % len(rows)
        order = {line.item.id: place for place, line in enumerate(self._model.found.lines) if isinstance(line, Entry)}
        here = order.get(current or "", -1)
        later = [place for place, id_ in enumerate(rows) if order[id_] > here]
        return (later[0] if later else 0) if step >= 0 else (later[0] - 1 if later else len(rows) - 1)

    def remember_words(self, words: str) -> None:
        """Remember words that were looked for, for when the filter box is empty again."""
        self._sought = words or self._sought
