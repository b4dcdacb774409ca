"""Taking the widgets out of a layout before it is filled afresh."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def cleared(layout: QLayout) -> None:
    """Take every widget and inner layout out of a layout and let them go."""
    while (entry := layout.takeAt(0)) is not None:
        if (widget := entry.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := entry.layout()) is not None:
            cleared(inner)
