import pytest
from PySide6.QtWidgets import QApplication

from mkplanner.ui.itemmodels.columns import BY_WHEN, OWNER, REF, STATUS, TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.view import TimetableView
from tests.builders import empty_plan, written
from tests.ui.saltway import YEARS, action, bridge_of, timetable_of

LONG = "Take the report on the proposed model for the single lead provider to the Management Board of the partnership"


def view_of(qtbot, *rows, width=1100):
    view = timetable_of(qtbot, bridge_of(written(*rows, plan=empty_plan(**YEARS))))
    view.resize(width, 600)
    return view


@pytest.fixture
def bare(qtbot):
    """A paper that names neither owners nor statuses, as many do."""
    return view_of(qtbot, action("a1", LONG, by_when="30.9.25"), action("a2", "Short", by_when="By 31 March 2026"))


def test_titles_take_the_room_of_columns_in_which_nothing_stands(bare, view):
    head, full = bare.table.head, view.table.head

    assert head.sectionSize(TITLE) > full.sectionSize(TITLE) + theme.px(50)
    assert head.sectionSize(OWNER) < full.sectionSize(OWNER)
    assert head.sectionSize(STATUS) < full.sectionSize(STATUS)


def test_short_dates_take_no_more_than_they_need_and_none_is_broken(bare):
    serial = bare.model.index_of("a2").internalId()

    assert len(bare.table.rows.row(serial).cells[BY_WHEN].words) == 1
    assert bare.table.head.sectionSize(BY_WHEN) < theme.px(160)


def test_one_long_date_among_many_short_ones_wraps(qtbot):
    short = [action(f"a{n}", LONG, by_when="30.9.25") for n in range(9)]
    long = action("b", LONG, by_when="Once the branding of every one of the councils has been agreed")
    view = view_of(qtbot, *short, long)

    assert view.table.head.sectionSize(BY_WHEN) < theme.px(120)


def test_a_wide_window_gives_titles_more_room(qtbot):
    narrow, wide = (view_of(qtbot, action("a1", LONG, status="Late"), width=width) for width in (900, 1800))

    assert wide.table.head.sectionSize(TITLE) > narrow.table.head.sectionSize(TITLE)
    assert wide.table.head.sectionSize(TITLE) <= theme.px(420)


def test_no_column_of_the_table_is_cut_by_the_split_bar(qtbot):
    view = view_of(qtbot, action("a1", LONG, status="Not started", owners="Partnership Lead"), width=700)
    view.resize(1100, 600)

    assert view.splitter.sizes()[0] >= view.table.head.length()


def test_the_first_status_makes_its_column_wide_enough_for_every_word(bare):
    bare.model.setData(bare.model.index_of("a2", STATUS), "Not started")

    assert bare.table.head.sectionSize(STATUS) == bare.table.head.first_width(STATUS)
    assert bare.table.head.sectionSize(OWNER) < bare.table.head.first_width(OWNER)


def test_a_width_that_somebody_set_stays_and_only_that_is_remembered(bare):
    bare.table.head.resizeSection(TITLE, 333)
    bare.model.setData(bare.model.index_of("a2", STATUS), "Late")
    bare.resize(1700, 600)

    assert bare.table.head.sectionSize(TITLE) == 333
    widths = {place["key"]: place["width"] for place in bare.table.head.places()}
    assert widths["title"] == 333
    assert widths["by_when"] == widths["status"] == 0


def test_resetting_the_columns_fits_them_again(bare):
    fitted = bare.table.head.sectionSize(TITLE)
    bare.table.head.resizeSection(TITLE, 333)
    bare.table.head.set_first_widths()

    assert bare.table.head.sectionSize(TITLE) == fitted


def test_larger_letters_keep_fitted_widths_the_programs_own(bare):
    bare.table.head.grow(1.5)

    assert all(bare.table.head.is_fitted(column) for column in (REF, TITLE, BY_WHEN, OWNER, STATUS))


def test_an_empty_plan_starts_with_the_widths_of_the_design(qtbot):
    head = timetable_of(qtbot, bridge_of(empty_plan(**YEARS))).table.head

    assert [head.sectionSize(column) for column in (BY_WHEN, OWNER)] == [
        head.first_width(column) for column in (BY_WHEN, OWNER)
    ]


def test_a_window_that_grows_after_it_was_first_shown_shows_every_column(qtbot):
    view = TimetableView(bridge_of(written(action("a1", LONG, owners="Partnership Lead"), plan=empty_plan(**YEARS))))
    qtbot.addWidget(view)
    view.resize(530, 500)
    view.show()
    QApplication.processEvents()
    view.resize(1650, 900)
    QApplication.processEvents()

    assert view.splitter.sizes()[0] >= view.table.head.length()
    assert view.table.head.sectionSize(TITLE) > theme.px(300)


def test_beside_panels_in_a_small_window_titles_wrap_and_are_not_cut_by_the_split_bar(qtbot):
    view = TimetableView(bridge_of(written(action("a1", LONG, owners="Partnership Lead"), plan=empty_plan(**YEARS))))
    qtbot.addWidget(view)
    view.resize(416, 300)
    view.show()
    QApplication.processEvents()
    right = view.table.head.sectionViewportPosition(TITLE) + view.table.head.sectionSize(TITLE)

    assert right <= view.table.viewport().width() + 1
    assert view.splitter.sizes()[1] >= 210
