"""The workload's figure follows the row of its table."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mkplanner.ui.rasic.loadfigure import LoadPanel
from mkplanner.ui.rasic.view import RasicView


def test_the_figure_shows_the_quarters_of_the_party_whose_row_is_current(view: RasicView, qtbot: QtBot) -> None:
    view.resize(1366, 700)
    view.show()
    view.show_workload()
    panel = view.findChild(LoadPanel)
    assert panel is not None and panel.figure.isVisible()
    table = view.load_table
    table.setCurrentCell(1, 2)
    assert panel.figure.accessibleName() == f"Workload by quarter: {table.item(1, 0).text()}"
    table.setCurrentCell(0, 2)
    assert panel.figure.accessibleName() == f"Workload by quarter: {table.item(0, 0).text()}"


def test_the_table_keeps_its_room_where_the_window_is_narrow(view: RasicView, qtbot: QtBot) -> None:
    view.resize(700, 600)
    view.show()
    view.show_workload()
    panel = view.findChild(LoadPanel)
    assert panel is not None
    assert not panel.figure.isVisible()
    qtbot.waitUntil(lambda: abs(view.load_table.width() - panel.width()) < 3)
