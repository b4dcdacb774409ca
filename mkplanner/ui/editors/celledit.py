"""A text editor in a table cell: its words wrap, and it grows over the rows below while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from mkplanner.ui.editors.textlines import line_count
from mkplanner.ui.look import theme

_BREAKS = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)


class CellEdit(QPlainTextEdit):
    """Plain words in a cell. Shift+Enter or Alt+Enter begins a new line; Enter belongs to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.px(2))
        self._given: str | None = None
        self._cell = QRect()
        self._around = QRect()
        self.textChanged.connect(self._grow)

    def set_words(self, words: str) -> None:
        """Show the cell's words, all chosen, so that typing replaces and an arrow key edits them.

        News of the row from elsewhere comes this way too; it never takes away what is being typed.
        """
        if self._given is not None and self.toPlainText() != self._given:
            return
        self._given = words
        if self.toPlainText() != words:
            self.setPlainText(words)
            self.selectAll()

    def keep(self, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        """Hand the words to the model."""
        model.setData(index, self.toPlainText().strip("\n"))

    def take_place(self, cell: QRect, around: QRect) -> None:
        """Stand in a cell, and grow no further than `around`."""
        self._cell, self._around = cell, around
        self._grow()

    def may_end(self) -> bool:
        """Whether Enter may end editing now."""
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a combination of keys belongs to the editor, whatever the window's menus use it for."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _BREAKS

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.claims(event):
            event.accept()
            return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Handle a key before the text does; whether it was one of ours."""
        if CellEdit.claims(self, event):
            self.insertPlainText("\n")
            return True
        return False

    def holds_focus(self) -> bool:
        """Whether the keyboard is still with this editor or something that belongs to it, so that editing goes on."""
        return self.owns(QApplication.focusWidget())

    def owns(self, widget: QWidget | None) -> bool:
        """Whether a widget belongs to this editor."""
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _grow(self) -> None:
        if self._cell.isNull():
            return
        rect = QRect(self._cell)
        self.resize(rect.width(), max(self.height(), rect.height()))
        lines = line_count(self)
        needed = lines * self.fontMetrics().lineSpacing() + 2 * theme.px(2) + 2 * theme.px(4)
        rect.setHeight(max(rect.height(), needed))
        if rect.bottom() > self._around.bottom():
            rect.moveBottom(max(self._around.bottom(), rect.height() - 1))
        self.setGeometry(rect)
