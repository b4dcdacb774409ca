"""The frame of a small dialogue: a heading, captioned rows, and buttons of which the rightmost names the deed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary

WIDTH = 500
_LONGEST = 36
"""Letters for which a list to choose from has room at least."""


class FormDialog(FittingDialog):
    """Add rows, then call `finish` with the button that does it; Enter presses it, Esc leaves all as it was.

    Where captions and fields have no room side by side, each caption goes above its field.
    """

    def __init__(self, parent: QWidget | None, heading: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(theme.px(WIDTH))
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(9))
        self._grid.setColumnStretch(1, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16))
        self._layout.setSpacing(theme.px(14))
        self._layout.addWidget(label(heading, "h2", wrap=True))
        self._layout.addLayout(self._grid)

    def add_row(self, caption: str, content: QWidget | QLayout, buddy: QWidget | None = None) -> QLabel:
        """Add a widget, or several in a layout, with its caption; Alt and the marked letter go to `buddy`."""
        words = QLabel(caption)
        if isinstance(content, QLineEdit):
            content.setCursorPosition(0)  # long words show their beginning
        if isinstance(content, QWidget):
            buddy = buddy or content
        if isinstance(buddy, QComboBox):
            _spare(buddy)
        field = content if isinstance(content, QWidget) else _holding(content)
        self._rows.append((words, field))
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(field, row, 1)
        if buddy is not None:
            words.setBuddy(buddy)
            buddy.setAccessibleName(caption.replace("&", ""))
        return words

    def fold(self, room: QSize) -> None:
        """Put captions above their fields where the screen is too narrow for both, and side by side again where it is not."""
        self._stack(is_narrow=False)
        if self._needed() > room.width():
            self._stack(is_narrow=True)

    def _needed(self) -> int:
        around = self._layout.contentsMargins()
        return self._grid.totalMinimumSize().width() + around.left() + around.right()

    def _stack(self, *, is_narrow: bool) -> None:
        for each in (widget for row in self._rows for widget in row):
            self._grid.removeWidget(each)
        for place, (words, field) in enumerate(self._rows, start=1):
            self._grid.addWidget(words, 2 * place, 0, 1, 2 if is_narrow else 1)
            self._grid.addWidget(field, 2 * place + is_narrow, 0 if is_narrow else 1, 1, 2 if is_narrow else 1)

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
        self.add_foot(self._layout, row)


def _spare(box: QComboBox) -> None:
    """Have the longest of many words, such as the title of a plan, not make the window wider."""
    longest = max((len(box.itemText(place)) for place in range(box.count())), default=0)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(min(longest, _LONGEST))


def _holding(inside: QLayout) -> QWidget:
    """Several fields as the one that stands beside a caption."""
    made = QWidget()
    inside.setContentsMargins(0, 0, 0, 0)
    made.setLayout(inside)
    return made
