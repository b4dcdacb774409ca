"""The chart as screen readers meet it: one graphic with a name, and in its description the row that is current.

The table beside it is the surface to work on; the chart's scroll bars and head would only stand in the way.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PARTS = ("timetable_chart", "page_preview", "figure_view")


class Graphic(QAccessibleWidget):
    """Presents a widget as one picture without parts."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)

    def childCount(self) -> int:
        return 0


@cache
def speak_charts_as_graphics() -> None:
    """Have every chart made from now on presented so; asking again changes nothing."""
    QAccessible.installFactory(_present)


def _present(_class_name: str, thing: QObject | None) -> Graphic | None:
    if isinstance(thing, QWidget) and thing.objectName() in _PARTS:
        return Graphic(thing)
    return None
