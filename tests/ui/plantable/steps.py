"""What a person does with the table, in short words."""

from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plan_of(view):
    return view._bridge.plan


def at(view):
    """The row and the column of the current cell."""
    index = view.table.currentIndex()
    return view.model.item_id(index), index.column()


def go(view, id_, column):
    view.table.choose(id_, column)


def key(qtbot, view, key_, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(view.table, key_, held)


def editor(view, kind):
    """The one editor that is open."""
    found = [widget for widget in view.table.viewport().findChildren(kind) if not widget.isHidden()]
    assert len(found) == 1
    return found[0]
