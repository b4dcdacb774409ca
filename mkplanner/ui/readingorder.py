"""Tab goes through a window as it is read, whenever its parts were made: Qt's own order is that in which they were made.

`thread` brings the parts of a window into that order. Parts come and go, so it is done when Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget


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
    if not isinstance(widget, _whole()):
        for part in _parts(widget):
            yield from stops_in(part)


@cache
def _whole() -> tuple[type[QWidget], ...]:
    """Parts with parts of their own, between which Tab has nothing to do; loaded with the first press."""
    from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

    return QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit


def _parts(widget: QWidget) -> list[QWidget]:
    """What stands directly in a widget, by where it stands.

    Layouts are not asked: Python's hold on their items outlives the items, and the program with it.
    """
    parts = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return _by_place([part for part in parts if not part.isWindow()])


def _by_place(parts: list[QWidget]) -> list[QWidget]:
    """What stands side by side from left to right, else from top to bottom."""
    order: list[QWidget] = []
    for part in sorted(parts, key=lambda each: (each.y(), each.x())):
        place = len(order)
        while place and _is_beside(order[place - 1].geometry(), part.geometry()) and order[place - 1].x() > part.x():
            place -= 1
        order.insert(place, part)
    return order


def _is_beside(one: QRect, other: QRect) -> bool:
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared * 2 > min(one.height(), other.height())
