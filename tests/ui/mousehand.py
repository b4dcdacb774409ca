"""A hand on the mouse: clicks on what stands in a window, where it stands; only words are typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QWidget

_LEFT = Qt.MouseButton.LeftButton
_CTRL = Qt.KeyboardModifier.ControlModifier


def click(
    widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Click a widget, in its middle where no place is given; it must be there to be clicked."""
    place = at if at is not None else widget.rect().center()
    assert widget.isVisible(), f"{widget.objectName()} is not to be seen"
    assert widget.isEnabled(), f"{widget.objectName()} is grey"
    popup = QApplication.activePopupWidget()
    assert popup is None or popup is widget.window(), f"{popup} is before {widget.objectName()}"
    QTest.mouseMove(widget, place)
    QTest.mouseClick(widget, _LEFT, held, place)


def click_part(window: QWidget, name: str) -> None:
    """Click the part of a window with this name."""
    click(seen(window, name))


def seen(window: QWidget, name: str) -> QWidget:
    """Return the part of a window with this name that is to be seen."""
    found = next((part for part in window.findChildren(QWidget, name) if part.isVisible()), None)
    assert found is not None, f"no {name} is to be seen"
    return found


def click_cell(table: QAbstractItemView, index: QModelIndex, *, adds: bool = False) -> None:
    """Click a cell, with Ctrl held where it is chosen beside others."""
    table.scrollTo(index)
    click(table.viewport(), table.visualRect(index).center(), _CTRL if adds else Qt.KeyboardModifier.NoModifier)


def double_click_cell(table: QAbstractItemView, index: QModelIndex) -> None:
    """Click a cell twice, which opens its editor."""
    click_cell(table, index)
    QTest.mouseDClick(table.viewport(), _LEFT, pos=table.visualRect(index).center())


def write(words: str) -> None:
    """Type words in place of those in the field that has the cursor."""
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_A, _CTRL)
    QTest.keyClicks(field, words)


def choose_from(bar: QMenuBar, *names: str) -> None:
    """Click through menus: that of the bar, those within it, and the entry."""
    click(bar, bar.actionGeometry(_entry(bar.actions(), names[0])).center())
    for name in names[1:]:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        place = menu.actionGeometry(_entry(menu.actions(), name)).center()
        QTest.mouseMove(menu, place)
        QTest.mouseClick(menu, _LEFT, pos=place)


def _entry(actions: list[QAction], name: str) -> QAction:
    return next(action for action in actions if action.text().replace("&", "").partition("\t")[0] == name)


def pull(port: QWidget, start: QPointF, end: QPointF) -> None:
    """Press at one point, move to another and let go."""
    QTest.mousePress(port, _LEFT, pos=start.toPoint())
    for step in range(1, 9):
        QTest.mouseMove(port, (start + (end - start) * step / 8).toPoint())
    QTest.mouseRelease(port, _LEFT, pos=end.toPoint())
