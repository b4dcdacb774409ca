"""A cell's editor with something standing under it: both are one to whoever types, and go together."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mkplanner.ui.editors.celledit import CellEdit


class CellPopup(Protocol):
    """What a cell's editor needs of the frame under it, which is a widget of the window."""

    def stand_by(self, cell: QRect) -> None:
        """Stand by a cell, given in the window's pixels."""
        ...

    def isAncestorOf(self, child: QWidget) -> bool:
        """Whether a widget stands inside."""
        ...

    def hide(self) -> None:
        """Go out of sight."""
        ...

    def deleteLater(self) -> None:
        """Go for good, in a moment."""
        ...


class PopupCell(CellEdit):
    """A `CellEdit` with a `CellPopup`; `is_over` says that editing has ended, once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self._frame: CellPopup | None = None
        self.is_over = False

    def attach(self, popup: CellPopup) -> None:
        """Take the frame that belongs to this editor."""
        self._frame = popup
        popup.hide()
        self.destroyed.connect(popup.deleteLater)

    def owns(self, widget: QWidget | None) -> bool:
        """Also what stands in the popup."""
        frame = self._frame
        return super().owns(widget) or (widget is not None and frame is not None and frame.isAncestorOf(widget))

    def take_place(self, cell: QRect, around: QRect) -> None:
        """Stand in a cell, the popup under it."""
        super().take_place(cell, around)
        self.place_popup()

    def place_popup(self) -> None:
        """Put the popup by the cell, wherever that is now."""
        if self._frame is None or not (isValid(self._frame) and isValid(self._window)):
            return  # The window is being taken down with the editor open.
        self._frame.stand_by(QRect(self.mapTo(self._window, self.rect().topLeft()), self.size()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.is_over = True
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
