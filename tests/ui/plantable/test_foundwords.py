import pytest

from mkplanner.charts.palette import LIGHT
from mkplanner.models.commands.rows import SetField
from mkplanner.ui.itemmodels.columns import BY_WHEN, OWNER, REF, STATUS, TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.look.wrapping import Wrapper
from mkplanner.ui.plantable.foundwords import found_words
from tests.ui.plantable.pictures import cell, colours, painted

FOUND, LINE = LIGHT["found"].lower(), LIGHT["found_line"].lower()


@pytest.fixture
def wrapper(qapp):
    return Wrapper(theme.font())


def marks(view, id_):
    """The marked letters of each cell of a row, by column."""
    row = view.table.rows.row(view.model.index_of(id_).internalId())
    return {
        column: [row.cells[column].words[mark.line] for mark in found] for column, found in row.found.items() if found
    }


def test_without_words_nothing_is_marked(view):
    assert not {FOUND, LINE} & colours(painted(view, "a12"), cell(view, TITLE, 40))


def test_words_of_the_filter_are_marked_where_they_stand_and_nowhere_else(view):
    view.set_filter("agreement legal")
    picture = painted(view, "a12")

    assert {FOUND, LINE} <= colours(picture, cell(view, TITLE, 40))
    assert {FOUND, LINE} <= colours(picture, cell(view, OWNER, 40))
    assert not {FOUND, LINE} & colours(picture, cell(view, BY_WHEN, 40))


def test_the_mark_lies_on_the_letters_of_its_line(wrapper):
    lines = wrapper.wrap("Publish a leaflet", 1000, 3)
    (mark,) = found_words(lines, "Publish a leaflet", ("leaf",), wrapper)

    assert mark.line == 0
    assert mark.left == wrapper.line_width("Publish a ")
    assert abs(mark.width - wrapper.line_width("leaf")) < 1


def test_words_in_later_lines_are_marked_there(wrapper):
    lines = wrapper.wrap("Publish a leaflet", wrapper.width("Publish") + 2, 3)
    assert [mark.line for mark in found_words(lines, "Publish a leaflet", ("leaflet",), wrapper)] == [2]


def test_a_word_that_is_cut_off_is_told_by_the_ellipsis(wrapper):
    text = "One two three four five six"
    lines = wrapper.wrap(text, wrapper.width("three") + 2, 3)
    (mark,) = found_words(lines, text, ("six",), wrapper)

    assert lines.shortened
    assert mark.line == 2
    assert mark.left > 0


def test_dates_and_numbers_are_marked_but_not_what_nobody_looked_through(view):
    view.table.head._show(STATUS, True)
    view.set_filter("1.2 dec")
    assert set(marks(view, "a12")) == {REF, BY_WHEN}


def test_a_changed_row_is_marked_afresh(view):
    view.set_filter("leaflet")
    view.model.run(SetField("a23", "title", "Print another leaflet and one more leaflet"))
    assert len(marks(view, "a23")[TITLE]) == 2


def test_the_whole_plan_again_has_no_marks(view):
    view.set_filter("leaflet")
    view.set_filter("")
    assert view.table.rows.sought == ()
    assert not marks(view, "a23")


def test_only_rows_in_sight_are_looked_through(view, monkeypatch):
    from mkplanner.ui.plantable import rowlayout

    asked = []
    monkeypatch.setattr(rowlayout, "found_words", lambda lines, *_: asked.append(lines) or [])
    view.resize(view.width(), 200)
    view.set_filter("e")
    view.table.grab()

    heights = [view.table.rows.height(serial) for serial in view.table.rows.sizes]
    assert asked
    assert len(asked) < 8 * len(heights)
    before = len(asked)
    view.table.grab()
    assert len(asked) == before  # painting again looks for nothing


def test_a_label_on_the_chart_has_the_words_marked_too(view):
    row = next(row for row in view.chart.rows() if view.chart.item_id(row) == "a11")
    plain = view.chart.layout_of(row).shapes
    view.set_filter("mar")
    row = next(row for row in view.chart.rows() if view.chart.item_id(row) == "a11")
    marked = view.chart.layout_of(row).shapes

    assert not any(getattr(shape, "fill", "") == "found" for shape in plain)
    assert any(getattr(shape, "fill", "") == "found" for shape in marked)
