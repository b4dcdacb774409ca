"""A panel of fields over a plan that can only be looked at: words can be read, marked and copied, nothing can be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from mkplanner.ui.editors.section import SectionHead

_FOR_READING = {"older_updates", "whole_history"}
"""Buttons that show more and change nothing."""
_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LookOnly(QObject):
    """Keeps the fields of `page` from being written in, those too that come later; `why` is told where one points at them."""

    def __init__(self, page: QWidget, why: str) -> None:
        super().__init__(page)
        self._page = page
        self._why = why
        page.installEventFilter(self)
        self.apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the fields again when some have come or gone."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.apply()
        return False

    def apply(self) -> None:
        """Shut every field there is now; asking again changes nothing."""
        for words in self._page.findChildren(QPlainTextEdit):
            if not words.isReadOnly():
                words.setReadOnly(True)
                words.setTextInteractionFlags(_READABLE)
                words.setToolTip(self._why)
        for line in self._page.findChildren(QLineEdit):
            # An empty line is there to be typed on; one with words is there to be read as well.
            line.setReadOnly(True)
            line.setEnabled(bool(line.text()))
            line.setToolTip(self._why)
        for kind in (QAbstractButton, QAbstractSpinBox, QComboBox):
            for widget in self._page.findChildren(kind):
                if (
                    widget.isEnabled()
                    and not isinstance(widget, SectionHead)
                    and widget.objectName() not in _FOR_READING
                ):
                    widget.setEnabled(False)
                    widget.setToolTip(self._why)
