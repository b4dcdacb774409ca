"""One link opened beside its arrow: its sort and the days between, what is wrong with it, and the way to take it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.links import ChangeLink, Unlink
from mkplanner.models.links.following import LONGEST_LAG, broken_by
from mkplanner.models.links.words import TYPE_WORDS, broken_said, link_said
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Dependency, LinkType, Plan
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, number_box, primary

_WIDTH, _AWAY = 360, 10


class LinkEditor(QFrame):
    """A small window that goes away by itself. `run` takes the order; `move_wanted` asks for what would put it in order."""

    move_wanted = Signal(str)

    def __init__(
        self, plan: Plan, link: Dependency, run: Callable[[Command], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("link_editor")
        self.setAccessibleName(self.tr("Link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(_WIDTH))
        self._plan, self._link, self._run = plan, link, run
        colours = theme.current()
        self.setStyleSheet(
            f"QFrame#link_editor {{ background: {colours['raised']}; border: 1px solid {colours['edge']}; }}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        layout.setSpacing(theme.px(8))
        number = numbers(plan)
        layout.addWidget(label(f"{number[link.after]} {link_said(plan, link, link.after)}", "h2", wrap=True))
        layout.addLayout(self._fields())
        broken = broken_by(plan, link)
        if broken is not None:
            layout.addWidget(label(broken_said(plan, broken), "error", wrap=True))
        layout.addSpacing(theme.px(2))
        layout.addLayout(self._buttons(is_broken=broken is not None))

    def _fields(self) -> QGridLayout:
        self.sort = QComboBox()
        self.sort.setObjectName("link_sort")
        self.sort.setAccessibleName(self.tr("Sort of link"))
        for sort, words in TYPE_WORDS.items():
            self.sort.addItem(f"{words} ({sort})", sort)
        self.sort.setCurrentIndex(list(TYPE_WORDS).index(self._link.type))
        self.days = number_box("link_lag", self.tr("Days between"), LONGEST_LAG, self._link.lag_days)
        lines = QGridLayout()
        lines.setSpacing(theme.px(8))
        lines.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(((self.tr("&Sort"), self.sort), (self.tr("&Days between"), self.days))):
            caption = label(words)
            caption.setBuddy(field)
            lines.addWidget(caption, row, 0)
            lines.addWidget(field, row, 1)
        return lines

    def _buttons(self, *, is_broken: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        remove = QPushButton(self.tr("&Remove link"))
        remove.setObjectName("remove_link")
        remove.setAutoDefault(False)
        remove.clicked.connect(self._remove)
        line.addWidget(remove)
        line.addStretch(1)
        if is_broken:
            moving = QPushButton(self.tr("&Move {}…").format(numbers(self._plan)[self._link.after]))
            moving.setObjectName("move_row")
            moving.setAutoDefault(False)
            moving.clicked.connect(self._move)
            line.addWidget(moving)
        keep = primary(QPushButton(self.tr("Keep")))
        keep.setObjectName("keep_link")
        keep.clicked.connect(self._keep)
        line.addWidget(keep)
        return line

    def show_near(self, place: QPoint) -> None:
        """Show at a point of the screen, wholly on it, ready for another sort."""
        self.adjustSize()
        room = (self.parentWidget() or self).screen().availableGeometry()
        x = min(max(room.left() + 4, place.x() - self.width() // 2), room.right() - self.width() - 4)
        y = place.y() + theme.px(_AWAY)
        if y + self.height() > room.bottom() - 4:
            y = max(room.top() + 4, place.y() - theme.px(_AWAY) - self.height())
        self.move(x, y)
        self.show()
        self.sort.setFocus(Qt.FocusReason.PopupFocusReason)

    def _keep(self) -> None:
        sort, days = LinkType(self.sort.currentData()), self.days.value()
        self.close()
        if (sort, days) != (self._link.type, self._link.lag_days):
            self._run(ChangeLink(self._link.id, sort, days))

    def _remove(self) -> None:
        self.close()
        self._run(Unlink(self._link.id))

    def _move(self) -> None:
        self.close()
        self.move_wanted.emit(self._link.after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
