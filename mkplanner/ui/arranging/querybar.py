"""The line above the table that says what is shown and why: a button for each part of the question, and a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from mkplanner.models.asking.query import EVERYTHING
from mkplanner.models.asking.words import Piece, pieces
from mkplanner.ui.arranging.arranger import Arranger
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.parts import label

_LONGEST = 46
"""Letters of a part that are shown; the tooltip has them all."""


class QueryBar(QFrame):
    """Stands only while something other than the whole plan in its own order is asked for."""

    keep_wanted = Signal()

    def __init__(self, arranger: Arranger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("query_bar")
        self.setAccessibleName(self.tr("What is shown"))
        self.setProperty("role", "strip")
        self._arranger = arranger
        self._parts: list[QToolButton] = []
        self.counts = label("", "muted")
        self.again = self._button(self.tr("Apply again"), "query_again", arranger.ask_again)
        self.again.setToolTip(self.tr("Rows that you have changed stay in sight until the question is asked again."))
        self.keep = self._button(self.tr("Keep as view…"), "query_keep", self.keep_wanted.emit)
        self.clear = self._button(self.tr("Back to the whole plan"), "query_clear", arranger.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(3))
        self._row.setSpacing(theme.px(6))
        self._row.addWidget(self.counts)
        self._row.addStretch(1)
        for button in (self.again, self.keep, self.clear):
            self._row.addWidget(button)
        self.setMinimumWidth(1)  # else the window would grow out of a small screen at 200 %
        self.setVisible(False)
        arranger.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the question as it is now."""
        query = self._arranger.query
        held = next((place for place, part in enumerate(self._parts) if part.hasFocus()), None)
        for part in self._parts:
            part.deleteLater()
            self._row.removeWidget(part)
        self._parts = []
        self.again.setVisible(self._arranger.has_changed)
        self.setVisible(query != EVERYTHING)
        if query == EVERYTHING:
            if held is not None:
                self._arranger.table.setFocus()
            return
        for place, piece in enumerate(pieces(self._arranger.table.plan_tree.plan, query)):
            part = self._part(piece)
            self._parts.append(part)
            self._row.insertWidget(place, part)
            part.show()  # Qt would do so with the next event; until then it would not count for the room there is
        self.counts.setText(self._arranger.count_words())
        self._fit()
        if held is not None:
            self._parts[min(held, len(self._parts) - 1)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the status bar and the View menu have as well, where there is no room for all."""
        for spare in (self.counts, self.keep):
            spare.setVisible(True)
        for spare in (self.counts, self.keep):
            self._row.invalidate()
            if self._row.sizeHint().width() > self.width():
                spare.setVisible(False)

    def parts(self) -> list[QToolButton]:
        """Return the buttons of the parts, in their order."""
        return self._parts

    def _part(self, piece: Piece) -> QToolButton:
        words = piece.words if len(piece.words) <= _LONGEST else f"{piece.words[: _LONGEST - 1]}…"
        part = self._button(words, "query_part", lambda: self._arranger.ask(piece.without))
        part.setIcon(icon("close", "text2"))
        part.setIconSize(QSize(theme.px(12), theme.px(12)))
        part.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        part.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        part.setProperty("role", "chip")
        part.setToolTip(self.tr("{0} – press to take this away").replace("{0}", piece.words))
        part.setAccessibleName(self.tr("Take away: {0}").replace("{0}", piece.words))
        return part

    def _button(self, words: str, name: str, deed: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setProperty("role", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: deed())
        return button

    def redress(self) -> None:
        """Take the measures and colours of another theme."""
        self._row.setContentsMargins(theme.px(10), theme.px(3), theme.px(8), theme.px(3))
        self.refresh()
