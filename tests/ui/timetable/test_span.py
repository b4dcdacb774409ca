from datetime import date

from mkplanner.models.commands.rows import AddItem
from mkplanner.ui.timetable.span import first_years, marked_days, plan_years, with_margins
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


def marked(*words, start=None, end=None):
    rows = (AddItem(text, fields=(("by_when", text),)) for text in words)
    return marked_days(written(*rows, plan=empty_plan(start=start, end=end)), TODAY)


def test_marks_reach_from_the_first_day_to_the_last():
    assert marked("30 September 2026", "May 2027 – June 2027") == (date(2026, 9, 30), date(2027, 6, 30))


def test_the_plans_own_first_and_last_day_belong_to_it_where_they_are_near():
    years = {"start": date(2026, 4, 1), "end": date(2028, 3, 31)}
    assert marked("30 May 2026", "31 January 2028", **years) == (date(2026, 4, 1), date(2028, 3, 31))
    assert marked("30 September 2026", "30 June 2027", **years) == (date(2026, 9, 30), date(2027, 6, 30))
    assert marked("30 May 2025", "30 June 2029", **years) == (date(2025, 5, 30), date(2029, 6, 30))


def test_what_has_long_been_under_way_does_not_say_where_a_plan_begins():
    assert marked("Commenced 2021 & ongoing", "30 May 2026")[0] == date(2026, 5, 30)
    assert marked("Commenced 2021 & ongoing")[0] == date(2021, 1, 1)


def test_without_marks_or_with_a_slip_of_the_pen_the_plans_years_stand_in():
    years = {"start": date(2026, 4, 1), "end": date(2028, 3, 31)}
    assert marked(**years) == (date(2026, 4, 1), date(2028, 3, 31))
    assert marked("30 May 2026", "31 March 2099", **years) == (date(2026, 4, 1), date(2028, 3, 31))


def test_one_can_scroll_beyond_the_plans_years():
    first, last = with_margins(plan_years(empty_plan(), TODAY))

    assert first < date(2025, 4, 1)
    assert last > date(2026, 3, 31)
