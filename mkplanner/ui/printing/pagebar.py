"""The strip above the preview: which page, how large, and what the paper is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.parts import label


class PageBar(QFrame):
    """`page_asked` brings -1 or 1, `zoom_asked` -1 or 1, `whole_asked` nothing."""

    page_asked = Signal(int)
    zoom_asked = Signal(int)
    whole_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._page = label("")
        self._zoom = label("")
        self._words = label("", "muted")
        self._back = self._button("chevron-left", self.tr("Previous page"), lambda: self.page_asked.emit(-1))
        self._on = self._button("chevron-right", self.tr("Next page"), lambda: self.page_asked.emit(1))
        smaller = self._button("zoom-out", self.tr("Smaller"), lambda: self.zoom_asked.emit(-1))
        larger = self._button("zoom-in", self.tr("Larger"), lambda: self.zoom_asked.emit(1))
        whole = self._button("whole-plan", self.tr("Whole page"), self.whole_asked.emit)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(6))
        for widget in (self._back, self._page, self._on, smaller, self._zoom, larger, whole):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._words)

    def put_first(self, *widgets: QWidget) -> None:
        """Put something before everything else, as what is shown at all."""
        for place, widget in enumerate(widgets):
            self._row.insertWidget(place, widget)
        self._row.insertSpacing(len(widgets), theme.px(12))

    def show_page(self, number: int, total: int) -> None:
        """Say which page is on show, the first being 0."""
        self._page.setText(f"Page {number + 1} of {total}")
        self._back.setEnabled(number > 0)
        self._on.setEnabled(number < total - 1)

    def show_zoom(self, per_cent: int) -> None:
        """Say how large the page is, 100 being one pixel for each point of paper."""
        self._zoom.setText(f"{per_cent} %")

    def say(self, words: str) -> None:
        """Say something about the whole paper."""
        self._words.setText(words)
        self._page.setToolTip(words)

    def shorten(self) -> None:
        """Leave the words about the paper to the tip, where there is room for little more than the buttons."""
        self._words.hide()

    def _button(self, name: str, words: str, deed: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "tool")
        button.setIcon(icon(name))
        button.setIconSize(QSize(theme.px(20), theme.px(20)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(deed)
        return button
