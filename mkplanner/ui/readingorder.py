"""Tab goes through a window as it is read, whenever its parts were made: Qt's own order is that in which they were made.

`thread` brings the parts of a window into that order. Parts come and go, so it is done when Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QFormLayout,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Parts with parts of their own, between which Tab has nothing to do."""


class OrderedWindow(QMainWindow):
    """A window in which Tab goes as one reads."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        thread(self)
        return super().focusNextPrevChild(forward)


class OrderedDialog(QDialog):
    """A dialogue in which Tab goes as one reads."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        thread(self)
        return super().focusNextPrevChild(forward)


def thread(window: QWidget) -> None:
    """Have Tab go through a window in the order of reading."""
    stops = list(stops_in(window))
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at, inside a widget and itself, in the order of reading."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, _WHOLE):
        for part in _parts(widget):
            yield from stops_in(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """What stands directly in a widget: as its layout has it, and what no layout holds by place."""
    if isinstance(widget, QSplitter):
        halves = (widget.widget(place) for place in range(widget.count()))
        return [half for half in halves if half is not None]
    layout = None if isinstance(widget, (QMainWindow, QDockWidget)) else widget.layout()
    found = list(_laid_out(layout)) if layout is not None else []
    others = [part for part in widget.children() if isinstance(part, QWidget) and not part.isWindow()]
    return found + _by_place([part for part in others if part not in found])


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        inside, part = item.layout() if item else None, item.widget() if item else None
        if inside is not None:
            yield from _laid_out(inside)
        elif part is not None:
            yield part


def _places(layout: QLayout) -> list[int]:
    """The places of a layout's parts, as they are read; grids and forms keep them as they were added."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    elif isinstance(layout, QFormLayout):
        places.sort(key=lambda place: (at := layout.getItemPosition(place))[0] * 10 + int(at[1].value))  # type: ignore[index]
    return places


def _by_place(parts: list[QWidget]) -> list[QWidget]:
    """Bars from top to bottom, what stands side by side from left to right."""
    order: list[QWidget] = []
    for part in sorted(parts, key=lambda each: (each.y(), each.x())):
        middle = QPoint(part.x(), part.geometry().center().y())
        place = len(order)
        while place and _is_beside(order[place - 1], middle.y()) and order[place - 1].x() > middle.x():
            place -= 1
        order.insert(place, part)
    return order


def _is_beside(part: QWidget, height: int) -> bool:
    return part.geometry().top() <= height <= part.geometry().bottom()
