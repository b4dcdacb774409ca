from datetime import date

from mkplanner.models.commands.rows import AddItem
from mkplanner.ui.timetable.span import first_years, plan_years, with_margins
from tests.builders import empty_plan, written

TODAY = date(2026, 2, 3)


def test_a_plan_without_dates_covers_the_financial_year_of_today():
    assert plan_years(empty_plan(), TODAY) == (date(2025, 4, 1), date(2026, 3, 31))


def test_years_are_whole_financial_years_round_every_date():
    plan = written(
        AddItem("One", fields=(("by_when", "15 January 2026"),)), AddItem("Two", fields=(("by_when", "May 2027"),))
    )

    assert plan_years(plan, TODAY) == (date(2025, 4, 1), date(2028, 3, 31))


def test_a_council_with_calendar_years_gets_those():
    assert plan_years(empty_plan(financial_month=1), TODAY) == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_first_view_keeps_to_the_years_that_the_plan_names():
    years = {"start": date(2025, 4, 1), "end": date(2027, 3, 31)}
    plan = written(AddItem("One", fields=(("by_when", "May 2021"),)), plan=empty_plan(**years))

    assert plan_years(plan, TODAY).first == date(2021, 4, 1)
    assert first_years(plan, TODAY) == (date(2025, 4, 1), date(2027, 3, 31))
    assert first_years(empty_plan(), TODAY) == plan_years(empty_plan(), TODAY)


def test_a_slip_of_the_pen_does_not_press_the_plan_into_nothing():
    plan = written(
        AddItem("One", fields=(("by_when", "March 2214"),)), AddItem("Two", fields=(("by_when", "May 2026"),))
    )

    assert plan_years(plan, TODAY)[1].year < 2060


def test_one_can_scroll_beyond_the_plans_years():
    first, last = with_margins(plan_years(empty_plan(), TODAY))

    assert first < date(2025, 4, 1)
    assert last > date(2026, 3, 31)
