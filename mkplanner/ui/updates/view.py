"""The round of updates: what each row's owner told last, and where to write what they tell now, row after row."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mkplanner.models.asking.updateround import SETTING, Standing, round_start, standing
from mkplanner.models.changes import Changes
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.status import Rag
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.ui import messages
from mkplanner.ui.arranging.rowsview import RowsView
from mkplanner.ui.arranging.seeking import Seeking
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.columns import COLUMNS, PLACE_OF, UPDATE
from mkplanner.ui.look import theme
from mkplanner.ui.updates.roundbar import ALL, LIGHTS, SILENT, RoundBar

_WIDTHS = {"number": 41, "title": 250, "owners": 118, "status": 106, "rag": 92, "update": 380}
_LEAST = 260
_LIGHTS = (Rag.AMBER.value, Rag.RED.value)


class UpdatesView(RowsView):
    """One of the window's views, with the same face to the shell as the timetable; it has its own filter, order and columns."""

    def __init__(
        self, bridge: SessionBridge, parent: QWidget | None = None, day: Callable[[], date] = date.today
    ) -> None:
        super().__init__(bridge, "updates_view", parent, day)
        self._day = day
        self.table.setAccessibleDescription(self.tr("Type in “Latest update” to write what is told now."))
        self.round = RoundBar(self)
        self.round.day_chosen.connect(self._begin_round)
        self.round.shown_chosen.connect(self._show_only)
        self._lay_out()
        self.begin()
        self.arranger.changed.connect(self._show_choice)
        bridge.changed.connect(self._heard)
        self._tell_round()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.round, self.query_bar):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        self.table.head.fit_wanted.connect(self._show_first_columns)
        self.table.head.sectionResized.connect(self._share_out)
        self._show_first_columns()
        self.table.viewport().installEventFilter(self)

    # What the window asks

    def select(self, item_id: str | None) -> None:
        """Select a row and bring it into view."""
        self.table.choose(item_id, UPDATE)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return every order of this view by its name."""
        return {
            **self.doings.by_name(),
            **Seeking(self.arranger, self).by_name(),
            "add_update": self.write_update,
        }

    def status_text(self) -> str:
        """Return how far the round has got, for the status bar."""
        return self._standing().words

    def show_day(self, day: date) -> None:
        """Say that there are no days to go to here."""
        messages.note(self.table, f"This view has no time scale; press Ctrl+1 and go to {day_words(day)} there.")

    def write_update(self) -> None:
        """Open the current row's cell for a new update, or for today's."""
        current = self.table.current_id()
        if current is not None:
            self.table.edit_cell(current, UPDATE)

    # The round

    def _since(self) -> date:
        return round_start(self._bridge.plan, self._day())

    def _standing(self) -> Standing:
        return standing(self._bridge.plan, self._since())

    def _begin_round(self, day: date) -> None:
        """Have the plan remember another first day."""
        words = f"Count updates from {day_words(day)}"
        self._bridge.run(SetSetting(SETTING, day.isoformat(), words), origin=self.model)

    def _show_only(self, shown: str) -> None:
        self._ask_for(shown)
        self.table.setFocus()

    def _ask_for(self, shown: str) -> None:
        wanted = replace(
            self.arranger.query.wanted,
            silent_since=self._since().isoformat() if shown == SILENT else "",
            lights=_LIGHTS if shown == LIGHTS else (),
        )
        self.arranger.ask(replace(self.arranger.query, wanted=wanted))

    def _shown(self) -> str:
        wanted = self.arranger.query.wanted
        return SILENT if wanted.silent_since else LIGHTS if wanted.lights == _LIGHTS else ALL

    def _show_choice(self) -> None:
        self.round.show_choice(self._shown())

    def _tell_round(self) -> None:
        since = self._since()
        self.round.show_round(since, self._standing())
        self.table.rows.fresh_from = since
        self.show_title()
        look = theme.current()
        is_told_apart = (
            look["text3"] != look["text"]
        )  # In high contrast nothing is grey; the day before the words says it.
        self.table.head.note = f"Grey: told before {day_words(since)}" if is_told_apart else ""
        self.table.viewport().update()

    # News and looks

    def _heard(self, changes: Changes) -> None:
        """Follow the plan; where only silent rows are shown and the round begins on another day, they are those since then."""
        if self._shown() == SILENT and self.arranger.query.wanted.silent_since != self._since().isoformat():
            self._ask_for(SILENT)
        self._tell_round()
        self._tell_selection()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures of the theme afresh."""
        super().refresh_look()
        self.round.redress()
        self._tell_round()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_update()
        self._go_to_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._fit_update()
            was_in_sight = self.table.visualRect(self.table.currentIndex()).bottom() < event.oldSize().height()
            if was_in_sight and event.size().height() < event.oldSize().height():
                self._go_to_current()
        return super().eventFilter(watched, event)

    def _go_to_current(self) -> None:
        """Bring the current row wholly into sight once all have their places, as where the line above takes two lines."""
        QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _fit_update(self) -> None:
        """Give the words of the update what room the others leave, unless somebody has given the column another width."""
        head = self.table.head
        if head.is_fitted(UPDATE):
            room = self.table.viewport().width() - (head.length() - head.sectionSize(UPDATE))
            head.fit(UPDATE, max(theme.px(_LEAST), room))

    def _share_out(self, column: int) -> None:
        """Take the room for a wider column from the update's, and give it what a narrower one leaves."""
        if column != UPDATE:
            self._fit_update()

    def save_state(self) -> bytes:
        """Return the places of the columns, for `restore_state`."""
        return json.dumps({"columns": self.table.head.places()}).encode()

    def restore_state(self, state: bytes) -> None:
        """Put the columns back; a state that cannot be read changes nothing."""
        try:
            columns = json.loads(state)["columns"]
        except (ValueError, KeyError, TypeError):
            return
        self.table.head.restore(columns)

    def _show_first_columns(self) -> None:
        """Show the columns that a round needs, in their first widths."""
        head = self.table.head
        head.restore(first_columns())
        for key, width in _WIDTHS.items():
            head.fit(PLACE_OF[key], max(theme.px(width), head.needed_width(PLACE_OF[key])))
        self.table.fit_ref()
        self._fit_update()


def first_columns() -> list[dict[str, Any]]:
    """Return the columns that are shown at first and those that are hidden, as `TableHead.places` tells them."""
    others = [column.key for column in COLUMNS if column.key not in _WIDTHS]
    return [{"key": key, "shown": key in _WIDTHS} for key in (*_WIDTHS, *others)]
