"""Shows what would move before it moves: the row out of order, and as much of what follows as is wanted, old date and new."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.links.moves import RowMove, Scope, command_for, moves
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.wording import count
from mkplanner.ui.asking import ask
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary
from mkplanner.ui.wrapticks import WrappingChoice

_SIZE = (700, 420)
_AIR, _SIDES = 8, 10
"""Pixels that a row is higher than its words, and that a column is wider."""
_WRAP = int(Qt.TextFlag.TextWordWrap)
_CHECKED = Qt.CheckState.Checked


class MoveDialog(FittingDialog):
    """Offers the moves of one row that stands out of order. `command` is the order for what is ticked."""

    def __init__(self, plan: Plan, item: str, parent: QWidget | None, scope: Scope = Scope.IN_TURN) -> None:
        super().__init__(parent)
        self.setObjectName("move_dialog")
        self._plan, self._item = plan, item
        self._found: tuple[RowMove, ...] = ()
        self._lines: list[QTreeWidgetItem] = []
        number = numbers(plan)[item]
        self.setWindowTitle(self.tr("Move {}").format(number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        layout.setSpacing(theme.px(10))
        said = self.tr("What moves with {}? Nothing has moved yet.").format(number)
        layout.addWidget(label(said, "h2", wrap=True))
        layout.addLayout(self._scopes(number))
        layout.addWidget(self._list(), 1)
        self.reason = QLineEdit()
        self.reason.setObjectName("move_reason")
        self.reason.setAccessibleName(self.tr("Reason for the new dates"))
        reason = QHBoxLayout()
        caption = label(self.tr("Reason"))
        caption.setBuddy(self.reason)
        reason.addWidget(caption)
        reason.addWidget(self.reason, 1)
        layout.addLayout(reason)
        self.add_foot(layout, self._buttons())
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self._buttons_of[scope].setChecked(True)
        self.show_scope(scope)
        self.rows.setFocus()

    def _scopes(self, number: str) -> QVBoxLayout:
        together = QVBoxLayout()
        together.setSpacing(theme.px(2))
        self._choices = QButtonGroup(self)
        self._buttons_of: dict[Scope, QRadioButton] = {}
        words = {
            Scope.ALONE: self.tr("&Only {}").format(number),
            Scope.IN_TURN: self.tr("{} and the rows it would &push out of order, each as far as it must").format(
                number
            ),
            Scope.ALL: self.tr("{} and &all rows that follow it, by as much").format(number),
        }
        for scope, said in words.items():
            button = WrappingChoice(said)
            button.setObjectName(f"move_{scope.name.lower()}")
            self._buttons_of[scope] = button
            button.clicked.connect(lambda _=False, scope=scope: self.show_scope(scope))
            self._choices.addButton(button)
            together.addWidget(button)
        return together

    def _list(self) -> QTreeWidget:
        self.rows = QTreeWidget()
        self.rows.setObjectName("move_rows")
        self.rows.setAccessibleName(self.tr("Rows that would move"))
        self.rows.setHeaderLabels([self.tr("Ref"), self.tr("Action"), self.tr("By when now"), self.tr("Then")])
        self.rows.setRootIsDecorated(False)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setWordWrap(True)
        head = self.rows.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(lambda *_: self.rows.scheduleDelayedItemsLayout())
        self.rows.setItemDelegate(_Wrapping(self.rows))
        self.rows.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.rows.itemChanged.connect(lambda *_: self._fit())
        return self.rows

    def _buttons(self) -> QHBoxLayout:
        self.agree = primary(QPushButton())
        self.agree.setObjectName("move_agree")
        self.agree.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.agree)
        return line

    def show_scope(self, scope: Scope) -> None:
        """List what would move, every row ticked."""
        self._found = moves(self._plan, self._item, scope)
        self.rows.blockSignals(True)
        self.rows.clear()
        self._lines = []
        number = numbers(self._plan)
        for move in self._found:
            title = self._plan.items[move.item].title
            line = QTreeWidgetItem([number[move.item], title, move.old, move.new])
            line.setCheckState(0, _CHECKED)
            for column in range(4):
                line.setToolTip(column, line.text(column))
                line.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            self._lines.append(line)
        self.rows.addTopLevelItems(self._lines)
        self.rows.blockSignals(False)
        if self._lines:
            self.rows.setCurrentItem(self._lines[0])
        self.reason.setPlaceholderText(self._found[0].reason if self._found else "")
        self._fit()

    def _chosen(self) -> tuple[RowMove, ...]:
        ticked = (line.checkState(0) == _CHECKED for line in self._lines)
        return tuple(move for move, is_ticked in zip(self._found, ticked, strict=True) if is_ticked)

    def _fit(self) -> None:
        chosen = len(self._chosen())
        self.agree.setText(self.tr("Move {}").format(count(chosen, "row")))
        self.agree.setEnabled(bool(chosen))
        self.agree.setToolTip("" if chosen else self.tr("Tick a row to move."))

    @property
    def command(self) -> Command | None:
        """The order for the ticked rows, None where none is ticked."""
        chosen = self._chosen()
        return command_for(self._plan, chosen, self.reason.text().strip()) if chosen else None


class _Wrapping(QStyledItemDelegate):
    """Gives every row the height that its words need in the width of their columns: no new date is ever cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view, least = self.parent(), super().sizeHint(option, index)
        assert isinstance(view, QTreeWidget)
        if index.column() == 0:
            return least + QSize(0, theme.px(_AIR))
        room = max(view.columnWidth(index.column()) - theme.px(_SIDES), theme.px(40))
        needed = option.fontMetrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, index.data())
        return QSize(room, needed.height() + theme.px(_AIR))


def agreed(plan: Plan, command: Command, parent: QWidget | None) -> Command | None:
    """Return an order as it is; where it shifts several rows, what is agreed to of it once they were seen, or None."""
    if not isinstance(command, ShiftDates) or len(command.items) < 2:
        return command
    dialog = MoveDialog(plan, command.items[0], parent, Scope.ALL)
    return dialog.command if ask(dialog) else None
