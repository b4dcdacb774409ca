"""Filling a layout afresh: what stood in it goes, what comes is there at once."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


def cleared(layout: QLayout) -> None:
    """Take every widget and inner layout out of a layout and let them go."""
    while (entry := layout.takeAt(0)) is not None:
        if (widget := entry.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := entry.layout()) is not None:
            cleared(inner)


def put_in(layout: QBoxLayout, *widgets: QWidget) -> None:
    """Add widgets at the end of a layout that is already on the screen.

    Qt would show them with the next event; until then their parent's height would be asked for without them.
    """
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
