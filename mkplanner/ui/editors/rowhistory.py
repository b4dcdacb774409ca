"""The history of a row in the details: who did what and when, newest first, with a way to put an older value back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mkplanner.models.lookback.records import ChangeRecord
from mkplanner.models.plan import Plan
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

if TYPE_CHECKING:
    from mkplanner.ui.lookback.entries import HistoryLine

SHOWN = 6
PAUSE = 250
"""Milliseconds after a row was chosen before its history is read: whoever runs down the rows is not kept waiting."""


class Chronicle(Protocol):
    """Where the history of a row is read, and where an older value is put back."""

    def read(self, item: str, tell: Callable[[Sequence[HistoryLine]], None]) -> None:
        """Read the history of a row beside the window, and tell its lines, newest first."""
        ...

    def put_back(self, change: ChangeRecord) -> None:
        """Give a field the value it had before a change."""
        ...


class RowHistory(QWidget):
    """Reads nothing while it is not seen. `all_wanted` asks for the window with the whole history of the row."""

    all_wanted = Signal()

    def __init__(self, chronicle: Chronicle | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("row_history")
        self._chronicle = chronicle
        self._plan: Plan | None = None
        self._item = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(5))

    def show_row(self, plan: Plan, item: str) -> None:
        """Show the history of a row, once it is seen."""
        if item != self._item:
            cleared(self._layout)
        self._plan, self._item = plan, item
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: object) -> None:
        self._pause.start()

    def _read(self) -> None:
        if self._chronicle is not None and self._item and self.isVisible():
            item = self._item
            self._chronicle.read(item, lambda lines: self._show(lines) if item == self._item else None)

    def _show(self, lines: Sequence[HistoryLine]) -> None:
        cleared(self._layout)
        for line in lines[:SHOWN]:
            put_in(self._layout, self._entry(line))
        if not lines:
            put_in(self._layout, label(self.tr("Nothing has changed yet."), "label"))
        more = link_button(self.tr("All of it, and filter…"), "whole_history")
        more.clicked.connect(self.all_wanted)
        put_in(self._layout, more)

    def _entry(self, line: HistoryLine) -> QWidget:
        from mkplanner.ui.moments import moment_words

        entry = QWidget()
        layout = QVBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        when = " · ".join(part for part in (moment_words(line.at), line.who) if part)
        layout.addWidget(label(when, "label", wrap=True))
        layout.addWidget(label(f"{line.deed}.", wrap=True))
        older = line.older(self._plan) if self._plan is not None else ""
        if line.change is not None and older:
            layout.addWidget(self._way_back(line.change, older))
        return entry

    def _way_back(self, change: ChangeRecord, older: str) -> QWidget:
        short = older if len(older) <= 28 else f"{older[:27]}…”"
        words = self.tr("Make it empty again") if older == "nothing" else self.tr("Put {} back").format(short)
        button = link_button(words.replace("&", "&&"), "put_back")
        button.setToolTip(older)
        button.clicked.connect(lambda: self._chronicle.put_back(change) if self._chronicle is not None else None)
        return button
