"""Calendars, read by the calendar library as Outlook would."""

from datetime import date, datetime

from icalendar import Calendar

from mkplanner.models.formats.write_ics import write_ics
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import awkward

MADE = datetime(2026, 11, 22)


def events() -> dict[str, object]:
    calendar = Calendar.from_ical(write_ics(example(), MADE))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_a_stretch_ends_where_the_day_after_its_last_begins() -> None:
    event = events()["Consult the staff of the three audit teams"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 10, 1), date(2027, 2, 1))


def test_a_deadline_is_its_day() -> None:
    event = events()["Agree one operating model for the shared audit service: due"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert "Audit Manager" in str(event["description"])


def test_every_entry_has_an_identity_of_its_own_and_blocks_no_time() -> None:
    found = list(events().values())
    assert len({str(event["uid"]) for event in found}) == len(found)
    assert {str(event["transp"]) for event in found} == {"TRANSPARENT"}


def test_what_repeats_has_a_rule() -> None:
    rules = [event["rrule"] for event in events().values() if "rrule" in event]
    assert rules
    assert {"MONTHLY", "YEARLY", "WEEKLY"} >= {str(rule["FREQ"][0]).upper() for rule in rules}


def test_the_same_plan_and_moment_give_the_same_bytes() -> None:
    assert write_ics(awkward(), MADE) == write_ics(awkward(), MADE)
