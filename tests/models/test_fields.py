"""What can be said about a row, said once."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.fields import FIELDS, field_of
from mkplanner.models.status import Status
from tests.builders import session_of


@pytest.mark.parametrize(
    ("key", "typed", "shown"),
    [
        ("title", "  Report \n quarterly ", "Report quarterly"),
        ("by_when", "By 31 March 2027", "By 31 March 2027"),
        ("by_when", "Brackwell by May 2027\nTidemouth by June 2027", "Brackwell by May 2027\nTidemouth by June 2027"),
        ("owners", "Head of Legal", "Head of Legal"),
        ("status", "on target", "On track"),
        ("percent", "40 %", "40 %"),
        ("percent", "", ""),
        ("tags", "board, law ,board", "board, law"),
        ("notes", "Two lines\nof notes", "Two lines\nof notes"),
        ("ref", "HR7", "HR7"),
    ],
)
def test_typed_text_is_read_and_shown_again(key: str, typed: str, shown: str) -> None:
    session, _ = session_of()
    item = session.run(AddItem("A row")).id or ""
    session.run(SetField(item, key, typed))
    assert field_of(key).show(session.plan, session.plan.items[item]) == shown


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("status", "purple"),
        ("percent", "101"),
        ("percent", "half"),
        ("percent", "inf"),
        ("number", "7"),
        ("colour", "red"),
    ],
)
def test_text_that_means_nothing_is_refused_in_a_sentence(key: str, typed: str) -> None:
    session, _ = session_of()
    item = session.run(AddItem("A row")).id or ""
    with pytest.raises(RefusedError) as trouble:
        session.run(SetField(item, key, typed))
    assert trouble.value.sentence.endswith(".")
    assert trouble.value.advice


def test_clearing_a_field_empties_it() -> None:
    session, _ = session_of()
    item = session.run(AddItem("A row", fields=(("by_when", "May 2027"), ("status", Status.LATE)))).id or ""
    session.run(SetField(item, "by_when", None))
    session.run(SetField(item, "status", ""))
    assert session.plan.items[item].by_when is None
    assert session.plan.items[item].status is None


def test_every_field_has_a_heading_of_its_own() -> None:
    headings = [field.heading for field in FIELDS.values()]
    assert len(set(headings)) == len(headings)
