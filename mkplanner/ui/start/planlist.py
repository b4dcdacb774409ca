"""The recent plans on the start page: title, place, when each was open, and a pin.

Plain widgets, one for each plan: there are a dozen at most, and Qt's item views would double what the start page costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.mnemonics import give_letters

if TYPE_CHECKING:
    from mkplanner.ui.files.recent import Known

ASK_AFTER = 50
"""Milliseconds after the rows have been made until it is asked whether their files are there; first they are painted."""
ROW_HEIGHT = 48
PIN_WIDTH = 34


class PlanList(QWidget):
    """Recent plans. `chosen` brings the path to open, `pin_asked` a path and whether to pin it, `forget_asked` a path."""

    chosen = Signal(str)
    pin_asked = Signal(str, bool)
    forget_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_plans")
        self.setAccessibleName(self.tr("Your plans"))
        self.rows: list[PlanRow] = []
        self._soon = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._soon.timeout.connect(self._ask)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_plans(self, plans: Sequence[Known]) -> None:
        """Show other plans; the cursor stays at its place in the list."""
        at = self.focusWidget() if self.isVisible() else None
        focused = next((place for place, row in enumerate(self.rows) if row is at), None)
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = [PlanRow(known, self) for known in plans]
        for row in self.rows:
            self._layout.addWidget(row)
            row.show()
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()
        if self.rows:
            self._soon.start()

    def _ask(self) -> None:
        """Ask beside the window which plans are there."""
        from mkplanner.ui.files.reach import reach

        reach().told.connect(self._tell, Qt.ConnectionType.UniqueConnection)
        reach().ask(row.known.plan.path for row in self.rows)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say of each plan what is known of its file now; nothing moves."""
        from mkplanner.ui.files.reach import reach

        for row in self.rows:
            row.tell(reach().missing.get(row.known.plan.path, ""))

    def move_on(self, row: PlanRow, steps: int) -> None:
        """Put the cursor some rows further down, or up."""
        place = min(max(self.rows.index(row) + steps, 0), len(self.rows) - 1)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class PlanRow(QPushButton):
    """One plan; a click or Enter opens it, a click on the pin pins it, as does P; Delete takes it off the list."""

    def __init__(self, known: Known, plans: PlanList) -> None:
        super().__init__(plans)
        self.known = known
        self._plans = plans
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(self.tr("Enter opens it, P pins it, Delete takes it off this list"))
        self._name()
        self.clicked.connect(self.open)

    def tell(self, missing: str) -> None:
        """Show why the plan cannot be opened, or that it can."""
        if missing != self.known.missing:
            self.known = self.known._replace(missing=missing)
            self._name()
            self.update()

    def _name(self) -> None:
        """What a screen reader and the tooltip say of the plan."""
        known = self.known
        parts = (known.plan.title, known.missing or known.where, known.when, self.tr("pinned") if self._pinned else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip("\n".join(part for part in (known.plan.title, known.missing, str(known.plan.path)) if part))

    @property
    def _pinned(self) -> bool:
        return self.known.plan.pinned

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(ROW_HEIGHT))

    def open(self) -> None:
        """Ask for the plan to be opened."""
        self._plans.chosen.emit(self.known.plan.path)

    def turn_pin(self) -> None:
        """Ask for the plan to be pinned, or to be let go."""
        self._plans.pin_asked.emit(self.known.plan.path, not self._pinned)

    def forget(self) -> None:
        """Ask for the plan to be taken off the list."""
        self._plans.forget_asked.emit(self.known.plan.path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press; what is meant by it shows where the button is let go."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(point):
            return
        if point.x() > self.width() - theme.px(PIN_WIDTH):
            self.turn_pin()
        else:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget()
        elif event.key() == Qt.Key.Key_P:
            self.turn_pin()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._plans.move_on(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(self.open)
        words = self.tr("Unpin") if self._pinned else self.tr("Pin to the top")
        menu.addAction(words).triggered.connect(self.turn_pin)
        menu.addAction(self.tr("Take off this list")).triggered.connect(self.forget)
        give_letters(menu)
        menu.exec(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour("hover" if self.underMouse() else "theme_row"))
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        self._paint_icons(painter)
        self._paint_words(painter)

    def _paint_icons(self, painter: QPainter) -> None:
        px, middle = theme.px, self.height() // 2
        name, token = ("folder", "text3") if self.known.missing else ("timetable", "accent")
        painter.drawPixmap(px(10), middle - px(10), pixmap(name, px(20), token))
        pin = "accent" if self._pinned else "grid2"
        painter.drawPixmap(self.width() - px(26), middle - px(8), pixmap("pin", px(16), pin))

    def _paint_words(self, painter: QPainter) -> None:
        """The title goes on above the date where it is too long to stand beside it."""
        known, px, height = self.known, theme.px, self.height()
        small, strong = theme.font(11), theme.font(12, bold=True)
        narrow, wide = QFontMetrics(small), QFontMetrics(strong)
        when_width = narrow.horizontalAdvance(known.when)
        when_left = self.width() - px(38) - when_width
        left = px(40)
        width = when_left - px(12) - left
        half = QRect(left, height // 2 + 1, width, height // 2)
        is_long = wide.horizontalAdvance(known.plan.title) > width
        beside = half if is_long else QRect(0, 0, 0, height)
        painter.setFont(small)
        painter.setPen(theme.colour("text3" if known.missing else "text2"))
        place = Qt.AlignmentFlag.AlignTop if is_long else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(when_left, beside.top(), when_width + 2, beside.height()), place, known.when)
        where = narrow.elidedText(known.missing or known.where, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(half, Qt.AlignmentFlag.AlignTop, where)
        painter.setFont(strong)
        painter.setPen(theme.colour("text3" if known.missing else "text"))
        room = self.width() - px(38) - left if is_long else width
        title = wide.elidedText(known.plan.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, height // 2), Qt.AlignmentFlag.AlignBottom, title)
