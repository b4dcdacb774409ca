"""The date a row had first, with the reason why it was revised, which can be said better, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mkplanner.models.commands.originals import ChangeReason, GoBackToOriginal
from mkplanner.models.plan import Item
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class OriginalDate(QWidget):
    """Seen only for a date that was revised. `wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("original_part")
        self._item = ""
        self.was = label("", "muted", wrap=True)
        self.was.setObjectName("original_date")
        self.reason = GrowingEdit(self.tr("Reason for the revised date"), one_line=True)
        self.reason.setObjectName("original_reason")
        self.reason.setPlaceholderText(self.tr("Why was it revised?"))
        self.reason.kept.connect(lambda words: self.wanted.emit(ChangeReason(self._item, words)))
        self.back = link_button(self.tr("Go back to the original date"), "go_back")
        self.back.clicked.connect(lambda: self.wanted.emit(GoBackToOriginal(self._item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(2), 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(self.was)
        layout.addWidget(self.reason)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_row(self, item: Item) -> None:
        """Show the original date of a row, where it has another one now."""
        self._item = item.id
        original = item.original
        self.setVisible(original is not None and original != item.by_when)
        if original is not None:
            self.was.setText(self.tr("Original date: {}. Revised because:").format(" ".join(original.words.split())))
            self.reason.set_words(item.revised_reason)

    def keep(self) -> None:
        """Keep the reason, if another one was typed."""
        if not self.isHidden():
            self.reason.keep()
