"""A field below a column's head, in which its party is renamed where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from mkplanner.ui.look import theme

WIDTH = 260


class HeadEdit(QFrame):
    """Opens over the head with the name chosen; Enter hands the new one to `done`, Esc leaves the old."""

    def __init__(self, parent: QWidget, name: str, done: Callable[[str], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("head_edit")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._done = done
        self._before = name
        self._came_from: QWidget | None = None
        self.field = QLineEdit(name, self)
        self.field.setObjectName("party_name")
        self.field.setAccessibleName("Name")
        self.field.setFixedWidth(theme.px(WIDTH))
        self.field.selectAll()
        self.field.returnPressed.connect(self._finish)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        layout.addWidget(QLabel("Name", self))
        layout.addWidget(self.field)

    def open_at(self, place: QPoint) -> None:
        """Show the field with its upper left corner here, or as near as the screen allows."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self._came_from = QApplication.focusWidget()
        self.show()
        self.field.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._came_from is not None and not event.spontaneous():
            self._came_from.activateWindow()
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        name = self.field.text()
        self.close()
        if name.strip() != self._before:
            self._done(name)
