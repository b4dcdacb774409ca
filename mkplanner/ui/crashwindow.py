"""The window that a bug ends in: what happened, that the plan is safe, and the text to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.parts import label, primary


class CrashWindow(FittingDialog):
    """Shows the details of a bug, ready to copy, and goes on."""

    def __init__(self, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash_window")
        self.setWindowTitle("MK Planner")
        self.resize(620, 400)
        self._text = QPlainTextEdit(text, readOnly=True)
        self._text.setAccessibleName(self.tr("Details for the help desk"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(label(self.tr("Something went wrong inside MK Planner"), "h2"))
        layout.addWidget(self._advice())
        layout.addWidget(self._text)
        self.add_foot(layout, self._buttons())

    def copy_text(self) -> None:
        """Put the details on the clipboard."""
        QApplication.clipboard().setText(self._text.toPlainText())

    def _advice(self) -> QLabel:
        words = self.tr(
            "Your plan is safe: every change is kept the moment you make it. You can go on working; if the program behaves "
            "oddly, close it and open the plan again. Please send the text below to your help desk."
        )
        return QLabel(words, wordWrap=True)

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("Copy the text"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy_text)
        go_on = primary(QPushButton(self.tr("Go on working")))
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(go_on)
        return row
