from datetime import date

import pytest

from mkplanner.ui.importing.yearsbox import YearsBox


@pytest.fixture
def box(qtbot, dressed):
    made = YearsBox()
    qtbot.addWidget(made)
    return made


def choose(combo, year):
    """Choose a year as a user does."""
    combo.setCurrentIndex(combo.findData(year))
    combo.activated.emit(combo.currentIndex())


def test_at_first_nobody_knows(box):
    assert not box.is_set


def test_days_are_shown_as_financial_years_without_telling_anybody(box, qtbot):
    with qtbot.assertNotEmitted(box.changed):
        box.show_days(date(2014, 3, 1), date(2015, 12, 31))

    assert box.days() == (date(2013, 4, 1), date(2016, 3, 31))


def test_one_year_gives_the_other_and_tells(box, qtbot):
    this = date.today().year
    with qtbot.waitSignal(box.changed):
        choose(box._first, this)

    assert box.days() == (date(this, 4, 1), date(this + 1, 3, 31))


def test_years_stay_in_order(box):
    this = date.today().year
    choose(box._first, this)
    choose(box._last, this - 3)

    assert box.days() == (date(this - 3, 4, 1), date(this - 2, 3, 31))


def test_very_old_plans_find_their_years(box):
    box.show_days(date(1974, 4, 1), date(1975, 3, 31))

    assert box.days() == (date(1974, 4, 1), date(1975, 3, 31))
