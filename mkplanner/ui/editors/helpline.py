"""The line of helps under a date that is being typed: calendar, one more target, a condition, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.look import theme

KEYS = {Qt.Key.Key_C: "calendar", Qt.Key.Key_L: "line", Qt.Key.Key_I: "condition"}
"""The helps by the letter that is pressed with Alt."""


class HelpLine(QWidget):
    """`asked` brings the name of the help that is wanted: "calendar", "line" or "condition"."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("date_helps")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(14))
        self.calendar = self._button(self.tr("Calendar"), "calendar", "C", self.tr("Choose a day"))
        self.line = self._button(self.tr("Add a line"), "line", "L", self.tr("One more target, on a line of its own"))
        self.condition = self._button(
            self.tr("Only if…"), "condition", "I", self.tr("Say what it hangs on; it is drawn hatched until then")
        )
        for button in (self.calendar, self.line, self.condition):
            line.addWidget(button)
        line.addStretch(1)

    def _button(self, words: str, name: str, letter: str, tip: str) -> QPushButton:
        button = link_button(f"{words}  Alt+{letter}", f"help_{name}")
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the words; the key does the same
        button.clicked.connect(lambda: self.asked.emit(name))
        return button
