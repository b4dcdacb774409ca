"""Heads of the matrix: councils over upright names, numbers with titles."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mkplanner.models.checks.rules import LIMIT_SETTING
from mkplanner.models.commands.people import AddParty, ChangeParty
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.commands.settings import SetSetting
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.heads import COLUMN, HIGHEST_NAMES
from mkplanner.ui.rasic.rowhead import MOST_LINES
from mkplanner.ui.rasic.view import RasicView
from tests.builders import session_of, written


def test_a_councils_name_fits_over_its_columns(view: RasicView) -> None:
    widths = view.grid.heads.widths()
    assert len(widths) == view.model.columnCount()
    assert min(widths) >= theme.px(COLUMN)
    first = 0
    for name, parties in view.model.matrix.groups:
        band = sum(widths[first : first + len(parties)])
        assert not view.grid.heads._group_lines(name, band).shortened
        first += len(parties)


def test_long_titles_take_a_higher_row_and_headings_a_low_one(view: RasicView) -> None:
    line = view.grid.rows._line
    for row in range(view.model.rowCount()):
        lines = len(view.grid.rows._title(view.model.entry(row)).words)
        assert 1 <= lines <= MOST_LINES
        assert view.grid.rowHeight(row) >= lines * line
    heights = {view.model.entry(row).number: view.grid.rows.height_of(row) for row in range(view.model.rowCount())}
    assert heights["1"] < heights["1.1"]


def test_a_title_of_many_lines_ends_after_three_and_stands_whole_in_the_tooltip(view: RasicView) -> None:
    item = view.model.entry(1).item
    words = "Agree how the three councils share the cost of one contact centre, its staff and its telephones " * 3
    view._bridge.run(SetField(item.id, "title", words))
    assert view.grid.rows.is_shortened(1)
    assert len(view.grid.rows._title(view.model.entry(1)).words) == MOST_LINES
    tip = view.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert str(tip).endswith("its telephones")
    before = view.grid.rowHeight(1)
    view.grid.rows._set_width(600)
    assert view.grid.rows.width() == theme.px(600)
    assert view.grid.rowHeight(1) <= before


def test_a_long_name_makes_the_head_higher_as_far_as_is_sensible(view: RasicView) -> None:
    before = view.grid.heads.height()
    party = view.model.columns[2]
    name = "Strategic Director of Corporate Resources and Customers"
    view._bridge.run(ChangeParty(party.id, "name", name))
    assert before < view.grid.heads.height() <= theme.px(HIGHEST_NAMES) + theme.px(8) + view.grid.heads.group_band
    assert not view.grid.heads._name_lines(view.model.columns[2], False).shortened
    view.grid.heads._set_height(90 + view.grid.heads.group_band)
    assert view.grid.heads.name_band == 90
    assert view.grid.heads._name_lines(view.model.columns[2], False).shortened


def test_without_councils_there_is_no_band_for_them(qtbot: QtBot) -> None:
    session, _ = session_of(written(AddItem("Agree terms"), AddParty("Head of Finance")))
    shown = RasicView(SessionBridge(session))
    qtbot.addWidget(shown)
    assert shown.grid.heads.group_band == 0


def test_what_is_wrong_with_a_row_or_a_column_is_marked_in_its_head(view: RasicView) -> None:
    plain = view.grid.heads.grab().toImage()
    view._bridge.run(SetSetting(LIMIT_SETTING + "to-do", 1))
    assert view.grid.heads.grab().toImage() != plain
    told = view.model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "letters that mean work, more than 1" in str(told)


def test_the_cursors_row_and_column_stand_out(view: RasicView) -> None:
    before = view.grid.heads.grab().toImage()
    view.grid.setCurrentIndex(view.model.index(2, 4))
    assert (view.grid.rows.cursor_row, view.grid.heads.cursor_column) == (2, 4)
    assert view.grid.heads.grab().toImage() != before
