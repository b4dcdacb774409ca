"""Dates put in words, revised with a reason, and read as somebody chose."""

from datetime import date

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.dates import ChooseReading, ReviseDate
from mkplanner.models.commands.rows import AddItem
from tests.builders import session_of


def dated(words: str | None):
    session, _ = session_of()
    item = session.run(AddItem("Appoint", fields=(("by_when", words),) if words else ())).id or ""
    return session, item


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
