"""Heads of the matrix: councils over upright names, numbers with titles."""

from mkplanner.ui import theme
from mkplanner.ui.rasic.heads import COLUMN
from mkplanner.ui.rasic.view import RasicView


def test_a_councils_name_fits_over_its_columns(view: RasicView) -> None:
    widths = view.grid.heads.widths()
    assert len(widths) == view.model.columnCount()
    assert min(widths) >= theme.px(COLUMN)
    first = 0
    for name, parties in view.model.matrix.groups:
        band = sum(widths[first : first + len(parties)])
        assert band >= view.grid.heads.fontMetrics().horizontalAdvance(name)
        first += len(parties)


def test_long_titles_take_a_higher_row_and_headings_a_low_one(view: RasicView) -> None:
    heights = {view.model.entry(row).number: view.grid.rows.height_of(row) for row in range(view.model.rowCount())}
    assert heights["1"] < heights["1.1.4"] < heights["1.1"]


def test_the_cursors_row_and_column_stand_out(view: RasicView) -> None:
    before = view.grid.heads.grab().toImage()
    view.grid.setCurrentIndex(view.model.index(2, 4))
    assert (view.grid.rows.cursor_row, view.grid.heads.cursor_column) == (2, 4)
    assert view.grid.heads.grab().toImage() != before
