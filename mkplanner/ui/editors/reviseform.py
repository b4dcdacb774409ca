"""The form that gives a row a revised date, with the reason for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class ReviseForm(QWidget):
    """`given` brings the new words and the reason, `left` says that the form is to be put away."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("revise_form")
        self.new_words = self._line("revised_words", self.tr("New date, in your words"))
        self.reason = self._line("revised_reason", self.tr("Reason for the new date"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(4))
        layout.setSpacing(theme.px(4))
        layout.addWidget(label(self.tr("New date, in your words"), "label"))
        layout.addWidget(self.new_words)
        self.why = label("", "label", wrap=True)
        layout.addWidget(self.why)
        layout.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.left)
        self.revise_now = QPushButton(self.tr("Revise"))
        self.revise_now.setObjectName("revise_now")
        self.revise_now.clicked.connect(self._give)
        buttons.addWidget(cancel)
        buttons.addWidget(self.revise_now)
        layout.addLayout(buttons)

    def _line(self, name: str, words: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.textChanged.connect(self._judge)
        edit.returnPressed.connect(self._give)
        return edit

    def begin(self, original: str = "") -> None:
        """Show the form empty, with the cursor in it; `original` are the words of the original date where there is one."""
        stays = self.tr("Reason; the original stays “{}”").format(original)
        self.why.setText(stays if original else self.tr("Reason; the first date is kept as the original"))
        self.new_words.clear()
        self.reason.clear()
        self._judge()
        self.show()
        self.new_words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _judge(self) -> None:
        ready = bool(self.new_words.text().strip()) and bool(self.reason.text().strip())
        self.revise_now.setEnabled(ready)
        self.revise_now.setToolTip("" if ready else self.tr("A revised date needs its words and a reason."))

    def _give(self) -> None:
        if self.revise_now.isEnabled():
            self.given.emit(self.new_words.text(), self.reason.text())
        elif not self.reason.text().strip():
            self.reason.setFocus()
