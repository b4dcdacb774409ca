"""The frame of a small dialogue: a heading, captioned rows, and buttons of which the rightmost names the deed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary

WIDTH = 500


class FormDialog(FittingDialog):
    """Add rows, then call `finish` with the button that does it; Enter presses it, Esc leaves all as it was."""

    def __init__(self, parent: QWidget | None, heading: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(theme.px(WIDTH))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(9))
        self._grid.setColumnStretch(1, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16))
        self._layout.setSpacing(theme.px(14))
        self._layout.addWidget(label(heading, "h2"))
        self._layout.addLayout(self._grid)

    def add_row(self, caption: str, content: QWidget | QLayout, buddy: QWidget | None = None) -> QLabel:
        """Add a widget, or several in a layout, with its caption; Alt and the marked letter go to `buddy`."""
        row = self._grid.rowCount()
        words = QLabel(caption)
        self._grid.addWidget(words, row, 0)
        if isinstance(content, QLineEdit):
            content.setCursorPosition(0)  # long words show their beginning
        if isinstance(content, QWidget):
            self._grid.addWidget(content, row, 1)
            buddy = buddy or content
        else:
            self._grid.addLayout(content, row, 1)
        if buddy is not None:
            words.setBuddy(buddy)
            buddy.setAccessibleName(caption.replace("&", ""))
        return words

    def add_wide(self, content: QWidget) -> None:
        """Add a widget as wide as the window below the rows."""
        self._layout.addWidget(content, 1)

    def add_words(self, words: str, role: str = "muted") -> QLabel:
        """Add a sentence below the rows."""
        sentence = label(words, role, wrap=True)
        self._layout.addWidget(sentence)
        return sentence

    def finish(self, deed: QPushButton, *others: QPushButton) -> None:
        """Add the buttons: others at the left, then Cancel, then the deed."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in others:
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(primary(deed))
        deed.clicked.connect(self.accept)
        self._layout.addStretch()
        self._layout.addLayout(row)
