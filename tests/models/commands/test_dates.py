"""Dates put in words, revised with a reason, and read as somebody chose."""

from datetime import date

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.dates import ChooseReading, MovePart, ReviseDate, SettleReadings, ShiftDates
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetPlanInfo
from tests.builders import empty_plan, session_of


def dated(words: str | None):
    session, _ = session_of()
    item = session.run(AddItem("Appoint", fields=(("by_when", words),) if words else ())).id or ""
    return session, item


def row(session, item):
    found = session.plan.items[item]
    assert found.by_when is not None
    return found


def plan_of(*words: str, **info: object):
    session, _ = session_of(empty_plan(**info))
    return session, [session.run(AddItem(text, fields=(("by_when", text),))).id or "" for text in words]


def test_a_revised_date_keeps_the_first_one_however_often_it_is_revised() -> None:
    session, item = dated("By 30 September 2026")
    session.run(ReviseDate(item, "By 15 December 2026", "No appointment"))
    session.run(ReviseDate(item, "By 31 March 2027", "Second round"))
    row = session.plan.items[item]
    assert row.original is not None
    assert row.original.words == "By 30 September 2026"
    assert row.by_when is not None
    assert row.by_when.last_day == date(2027, 3, 31)
    assert row.revised_reason == "Second round"


def test_a_revision_needs_a_date_to_revise_and_a_reason() -> None:
    session, item = dated(None)
    with pytest.raises(RefusedError, match="no date yet"):
        session.run(ReviseDate(item, "May 2027", "Late"))
    session, item = dated("May 2027")
    with pytest.raises(RefusedError, match="reason"):
        session.run(ReviseDate(item, "June 2027", " "))


def test_choosing_a_reading_keeps_the_words_and_settles_the_doubt() -> None:
    session, item = dated("March 14")
    frame = session.plan.items[item].by_when
    assert frame is not None
    assert frame.is_ambiguous
    session.run(ChooseReading(item, 0))
    chosen = session.plan.items[item].by_when
    assert chosen is not None
    assert chosen.words == "March 14"
    assert chosen.segments == frame.alternatives[0]
    assert not chosen.is_ambiguous
    with pytest.raises(RefusedError, match="no other reading"):
        session.run(ChooseReading(item, 0))


def test_a_dragged_part_gets_words_in_the_authors_style_and_the_typed_ones_are_kept() -> None:
    words = "By 31st March 2027 for historic services\nOngoing for new services"
    session, item = dated(words)
    session.run(MovePart(item, 0, None, date(2027, 4, 2)))
    found = row(session, item)
    assert found.by_when.words == "By 2nd April 2027 for historic services\nOngoing for new services"
    assert not found.by_when.typed
    assert found.original is not None
    assert found.original.words == words
    session.run(MovePart(item, 0, None, date(2027, 4, 9)))
    assert row(session, item).original.words == words
    session.undo()
    session.undo()
    assert row(session, item).by_when.words == words
    assert row(session, item).original is None


def test_only_a_part_that_has_a_day_can_be_dragged() -> None:
    session, item = dated("Ongoing")
    for part in (0, 1, -1):
        with pytest.raises(RefusedError, match="no such date"):
            session.run(MovePart(item, part, None, date(2027, 4, 2)))


def test_a_selection_is_shifted_by_months_and_days_at_once() -> None:
    session, items = plan_of("By 31 March 2027", "June 2026", "Ongoing", "Completed May 2026", "Q2 2026/27")
    title = ShiftDates(tuple(items), months=3).title
    session.run(ShiftDates(tuple(items), months=3))
    words = [row(session, item).by_when.words for item in items]
    assert words == ["By 30 June 2027", "September 2026", "Ongoing", "Completed May 2026", "Q3 2026/27"]
    assert session.undo() == title == "Shift dates of 5 rows"
    assert row(session, items[0]).by_when.words == "By 31 March 2027"


def test_a_revised_date_is_not_shifted_without_a_reason() -> None:
    session, items = plan_of("By 31 March 2027", "June 2026")
    session.run(ReviseDate(items[0], "By 30 April 2027", "Second round"))
    with pytest.raises(RefusedError, match="reason"):
        session.run(ShiftDates(tuple(items), days=7))
    assert row(session, items[1]).by_when.words == "June 2026"
    session.run(ShiftDates(tuple(items), days=7, reason="Late papers"))
    assert row(session, items[0]).by_when.words == "By 7 May 2027"
    assert row(session, items[0]).original.words == "By 31 March 2027"
    assert {row(session, item).revised_reason for item in items} == {"Late papers"}


def test_what_has_no_day_and_what_leaves_the_calendar_is_refused() -> None:
    session, items = plan_of("Ongoing", "Once agreed")
    with pytest.raises(RefusedError, match="can be shifted"):
        session.run(ShiftDates(tuple(items), days=7))
    session, items = plan_of("By 31 March 2027")
    with pytest.raises(RefusedError, match="calendar"):
        session.run(ShiftDates(tuple(items), months=100_000))


def test_a_question_about_quarters_is_answered_once_for_the_plan() -> None:
    session, items = plan_of("Q2 2027", "By Q3 2026", "31 March 2027")
    assert row(session, items[1]).by_when.is_ambiguous
    session.run(SettleReadings(items[0], 0))
    assert session.plan.info.quarters == "calendar"
    assert row(session, items[0]).by_when.first_day == date(2027, 4, 1)
    assert row(session, items[1]).by_when.last_day == date(2026, 9, 30)
    assert not any(row(session, item).by_when.is_ambiguous for item in items)
    later = session.run(AddItem("Later", fields=(("by_when", "Q4 2027"),))).id or ""
    assert row(session, later).by_when.segments[0].end == date(2027, 12, 31)
    session.undo()
    session.undo()
    assert session.plan.info.quarters is None
    assert row(session, items[0]).by_when.is_ambiguous


def test_a_setting_made_before_is_not_overruled_by_a_choice() -> None:
    session, items = plan_of("Q2 2027", "Q3 2027")
    session.run(SetPlanInfo((("quarters", "financial"),)))
    session.run(SettleReadings(items[0], 0))
    assert session.plan.info.quarters == "financial"
    assert row(session, items[1]).by_when.first_day == date(2027, 7, 1)


def test_a_doubt_is_settled_for_rows_in_the_same_style_alone() -> None:
    session, items = plan_of("March 14", "June 15", "Q2 2027")
    session.run(SettleReadings(items[0], 0))
    first, second, quarter = (row(session, item).by_when for item in items)
    assert (first.words, second.words) == ("March 14", "June 15")
    assert first.kind == second.kind
    assert not first.is_ambiguous
    assert not second.is_ambiguous
    assert quarter.is_ambiguous
    with pytest.raises(RefusedError, match="no other reading"):
        session.run(SettleReadings(items[0], 0))
