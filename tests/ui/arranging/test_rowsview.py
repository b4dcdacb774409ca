from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent

from mkplanner.ui.arranging.rowsview import RowsView
from mkplanner.ui.updates.view import UpdatesView
from tests.ui.saltway import TODAY


def test_both_views_with_a_table_are_built_on_it(qtbot, view):
    other = UpdatesView(view._bridge, day=lambda: TODAY)
    qtbot.addWidget(other)
    assert isinstance(view, RowsView)
    assert isinstance(other, RowsView)
    assert view.arranger is not other.arranger


def test_each_choice_is_told_once(qtbot, view):
    told = []
    view.selection_changed.connect(told.append)
    view.select("a12")
    view.select("a12")
    assert told == [("a12",)]


class Menu:
    """Remembers where it was to be shown."""

    def __init__(self):
        self.at = None

    def exec(self, at):
        self.at = at

    def deleteLater(self):
        pass


def test_the_menu_key_opens_the_menu_of_rows_under_the_current_cell(view, monkeypatch):
    menu = Menu()
    monkeypatch.setattr(view, "row_menu", lambda: menu)
    view.select("a12")
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    cell = view.table.visualRect(view.table.currentIndex())
    assert menu.at == view.table.viewport().mapToGlobal(cell.bottomLeft())


def test_what_lies_elsewhere_has_a_menu_of_its_own(view, monkeypatch):
    menu = Menu()
    monkeypatch.setattr(view, "menu_at", lambda at: menu)
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), QPoint(30, 40)))
    assert menu.at == QPoint(30, 40)


def test_rows_marked_as_news_are_marked_in_both_halves(view, qtbot):
    with qtbot.waitSignal(view.table.moved):
        view.mark_rows(frozenset({"a12"}))
    assert view.table.rows.news == {"a12"}
