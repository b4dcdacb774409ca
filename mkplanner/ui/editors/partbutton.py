"""A button that stands for one part of a row, such as a link or somebody's letters, and a line to add another below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mkplanner.ui.look import theme

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class PartButton(QToolButton):
    """Opens its menu at a click, Enter or Down; Delete and Backspace are its own, whatever the window's menus use them for."""

    removable = True
    """Whether Delete takes the part away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def remove(self) -> None:
        """Take the part away; a button that can be removed says how."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys that remove from being a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _REMOVING:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING and self.removable:
            self.remove()
        elif event.key() in _OPENING:
            self.showMenu()
        else:
            super().keyPressEvent(event)


def adding_line(*widgets: QWidget, wide: QWidget, above: int = 0) -> QWidget:
    """Return a line of widgets close together, of which one takes the room that the others leave; `above` in pixels."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, theme.px(above), 0, 0)
    row.setSpacing(theme.px(4))
    for widget in widgets:
        row.addWidget(widget, 1 if widget is wide else 0)
    return line
