"""Columns are settled by heading and content."""

from mkplanner.models.formats.columns import infer, is_duration, settle
from mkplanner.models.formats.headings import columns_of
from mkplanner.models.timeframes.timeframe import PlanContext

NO_YEARS = PlanContext()


def fields(headings: list[str], *rows: list[str]) -> list[str | None]:
    return [column.field for column in settle(columns_of(headings), rows, NO_YEARS)]


def test_timescale_is_a_date_or_a_duration_by_what_stands_below() -> None:
    assert fields(["Action", "Timescale"], ["Move", "May 2026"]) == ["action", "date"]
    assert fields(["Action", "Date", "Timescale"], ["Move", "May 2026", "12 weeks"]) == ["action", "date", "duration"]


def test_stage_is_the_title_where_there_is_no_other() -> None:
    assert fields(["Stage", "Date"], ["Stage 1 – Ask people", "May 2026"]) == ["action", "date"]
    assert fields(["Stage", "Action", "Date"], ["S1", "Ask people", "May 2026"]) == ["ref", "action", "date"]


def test_the_second_column_of_a_field_is_kept_as_a_note() -> None:
    assert fields(["Action", "Progress", "Comments"], ["Move", "Begun", "Late"]) == ["action", "progress", None]


def test_a_recommendation_is_the_title_only_without_an_action() -> None:
    assert fields(["Recommendation", "Lead"], ["Move", "KL"])[0] == "action"
    assert fields(["Recommendation", "Action", "Lead"], ["Move", "Pack", "KL"])[0] == "recommendation"


def test_durations_are_told_from_dates() -> None:
    assert is_duration("12 weeks") and is_duration("One month later") and not is_duration("12 May")


def test_a_table_without_headings_is_told_by_its_content() -> None:
    columns = infer([["Pack the files", "31 May 2026"], ["Move", "June 2026"]], NO_YEARS)
    assert [column.field for column in columns] == ["action", "date"]
    assert infer([["Tel", "01632 960001"]], NO_YEARS) == ()
