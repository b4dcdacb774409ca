"""The editors of the table's cells, chosen by the kind of field, and the keys that end them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRegularExpression,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from mkplanner.models.fields import FieldKind
from mkplanner.models.status import STYLES
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.editors.updatecell import UpdateCell
from mkplanner.ui.itemmodels.columns import COLUMNS, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.celllists import is_for_lists, open_list
from mkplanner.ui.plantable.tagedit import TagEdit

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QStyledItemDelegate.EndEditHint
_PERCENT = QRegularExpression(r"\s*(100|\d{0,2})\s*%?\s*")


class CellDelegate(QStyledItemDelegate):
    """Makes, fills and ends the editors. Enter keeps and goes down, Tab keeps and goes on, Esc leaves all as it was."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__(table)
        self._table = table
        self._none = QSize(0, 0)
        self._open: weakref.ref[QWidget] | None = None
        self._window: QWidget = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height, by its first column alone where Qt asks it: the others would only say the same."""
        asked = self._table.scroll_range
        if index.column() and not asked.is_measuring and not asked.is_aside:
            return self._none
        return self._table.rows.size(index.internalId())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column = COLUMNS[index.column()]
        make = _update if column.key == "update" else _EDITORS.get(column.kind, _words)
        editor = make(self._table, parent, index)
        self._open = weakref.ref(editor)
        self._window = self._table.window()
        number = self._table.plan_tree.rows.number[index.internalId()]
        editor.setObjectName(f"edit_{column.key}")
        editor.setAccessibleName(f"{column.heading} of {number}" if number else "New action")
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _: self._finish(editor, None))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(words)))
        elif isinstance(editor, CellEdit):
            editor.set_words(words)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEdit):
            editor.keep(model, index)
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        table = self._table
        rect = table.visualRect(index)
        if index.column() == TITLE:
            serial = index.internalId()
            left = table.rows.text_left(serial, table.rows.row(serial).is_heading) - table.rows.measures.side
            rect.setLeft(rect.left() + left)
            if serial == NEW_ROW:
                rect.setWidth(max(rect.width(), table.columnWidth(TITLE) * 2))
        if isinstance(editor, CellEdit):
            editor.take_place(rect, table.viewport().rect())
        else:
            rect.setHeight(max(editor.sizeHint().height(), rect.height()) if rect.height() < 30 else rect.height())
            rect.setWidth(max(rect.width(), editor.minimumSizeHint().width()))
            editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            return self._press(editor, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_for_lists(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut and (self._is_put_away() or _holds_focus(editor)):
            return False
        return super().eventFilter(editor, event)

    def _is_put_away(self) -> bool:
        """Whether the table is out of sight, having kept its words, or is being taken down, when nothing may be written."""
        return not isValid(self._window) or not isValid(self._table) or not self._table.isVisible()

    def _press(self, editor: QWidget, event: QKeyEvent) -> bool:
        key, is_plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, _Hint.RevertModelCache)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._give_all(editor)
        elif key == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._write_today(editor)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self._finish(editor, _Move.MoveDown)
        elif is_for_lists(event):
            if key == Qt.Key.Key_Down:
                open_list(editor)
        elif key == Qt.Key.Key_Tab:
            self._finish(editor, _Move.MoveNext)
        elif key == Qt.Key.Key_Backtab:
            self._finish(editor, _Move.MovePrevious)
        else:
            return isinstance(editor, CellEdit) and editor.takes(event)
        return True

    def _give_all(self, editor: QWidget) -> None:
        """Ctrl+Enter: what was typed goes into every chosen row."""
        if isinstance(editor, QComboBox):
            words = editor.currentText()
        else:
            words = editor.toPlainText().strip("\n") if isinstance(editor, CellEdit) else editor.text()  # type: ignore[attr-defined]
        self.closeEditor.emit(editor, _Hint.RevertModelCache)
        self._table.keys.words = words
        self._table.keys.doings["give_all"]()

    def _write_today(self, editor: QWidget) -> None:
        day = self._table.plan_tree.question.today()
        words = day_words(day)
        if isinstance(editor, CellEdit):
            editor.insertPlainText(words)
        elif isinstance(editor, QLineEdit):
            editor.insert(words)

    def _finish(self, editor: QWidget, move: _Move | None) -> None:
        if isinstance(editor, CellEdit) and not editor.may_end():
            return
        self._table.keys.next_move = move
        before = self._table.plan_tree.plan
        self.commitData.emit(editor)
        self._table.keys.has_changed = self._table.plan_tree.plan is not before
        self.closeEditor.emit(editor, _Hint.NoHint)

    def keep_open_words(self) -> None:
        """Keep what stands in an open editor, as when the window closes or another view is shown."""
        editor = self._open() if self._open is not None else None
        if editor is not None and isValid(editor) and self._table.state() == QAbstractItemView.State.EditingState:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _Hint.NoHint)

    def finish(self, editor: QWidget, keep: bool) -> None:
        """End an editor from something that belongs to it, and go back to the table."""
        if keep:
            self._finish(editor, _Move.MoveDown)
        else:
            self.closeEditor.emit(editor, _Hint.RevertModelCache)
        self._table.setFocus()


def _holds_focus(editor: QObject) -> bool:
    return isinstance(editor, CellEdit) and editor.holds_focus()


def _words(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    return CellEdit(parent)


def _date(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    model, delegate = table.plan_tree, table.cell_delegate
    return DateEdit(model.plan, model.item(index.internalId()), parent, delegate.finish, model.run)


def _update(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    model, delegate = table.plan_tree, table.cell_delegate
    item = model.item(index.internalId())
    assert item is not None  # Only rows of the plan have cells of this kind.
    today, author = model.question.today(), model.bridge.author
    return UpdateCell(model.plan, item, today, parent, delegate.finish, model.run, author)


def _line(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    return QLineEdit(parent)


def _tags(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    return TagEdit(table.plan_tree.plan, parent)


def _percent(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    edit = QLineEdit(parent)
    edit.setValidator(QRegularExpressionValidator(_PERCENT, edit))
    return edit


def _status(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    box = QComboBox(parent)
    box.addItem("")
    box.addItems([style.word for style in STYLES.values()])
    return box


def _parties(table: PlanTable, parent: QWidget, index: _Index) -> QWidget:
    return PartyEdit(table.plan_tree.plan, parent)


_EDITORS: dict[FieldKind, Callable[[PlanTable, QWidget, _Index], QWidget]] = {
    FieldKind.TEXT: _line,
    FieldKind.TAGS: _tags,
    FieldKind.PERCENT: _percent,
    FieldKind.STATUS: _status,
    FieldKind.PARTIES: _parties,
    FieldKind.LONG_TEXT: _words,
    FieldKind.TIMEFRAME: _date,
}
