"""Updates and outcomes."""

from datetime import date

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.progress import AddUpdate, ChangeUpdate, RemoveUpdate
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import Update
from mkplanner.models.status import Rag
from tests.builders import session_of


def test_updates_stand_oldest_first() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    session.run(AddUpdate(item, "Second", Rag.GREEN, date(2026, 11, 2)))
    session.run(AddUpdate(item, "First", None, date(2026, 9, 2)))
    session.run(AddUpdate(item, "Undated"))
    assert [row.text for row in session.plan.updates_of[item]] == ["Undated", "First", "Second"]


@pytest.mark.parametrize("rag", [Rag.AMBER, Rag.RED, None])
def test_amber_and_red_need_words_and_nothing_is_no_update(rag: Rag | None) -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    with pytest.raises(RefusedError):
        session.run(AddUpdate(item, "  ", rag))


def test_green_may_stand_alone() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    assert session.run(AddUpdate(item, "", Rag.GREEN)).seq


def test_an_outcome_of_two_rows_is_found_at_both() -> None:
    session, _ = session_of()
    one = session.run(AddItem("One")).id or ""
    two = session.run(AddItem("Two")).id or ""
    session.run(AddOutcome((one, two), "Fewer complaints"))
    assert session.plan.outcomes_of[one] == session.plan.outcomes_of[two]


def test_an_update_is_changed_and_keeps_its_author() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    update = session.run(AddUpdate(item, "Going wel", Rag.GREEN, date(2026, 11, 2), "HR Manager")).id or ""
    session.run(ChangeUpdate(update, "Going well ", Rag.AMBER, date(2026, 11, 3)))
    assert session.plan.updates[update] == Update(
        update, item, date(2026, 11, 3), "Going well", Rag.AMBER, "HR Manager", session.plan.updates[update].order
    )
    with pytest.raises(RefusedError, match="amber"):
        session.run(ChangeUpdate(update, "", Rag.AMBER))
    assert session.plan.updates[update].text == "Going well"


def test_another_author_can_be_given_or_none() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    update = session.run(AddUpdate(item, "Going well", author="HR Manager")).id or ""
    for author in ("Ann Miles", ""):
        session.run(ChangeUpdate(update, "Going well", author=author))
        assert session.plan.updates[update].author == author


def test_an_update_is_deleted_by_its_place_and_comes_back_with_undo() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    session.run(AddUpdate(item, "Old", None, date(2026, 9, 2)))
    session.run(AddUpdate(item, "New", None, date(2026, 11, 2)))
    session.run(RemoveUpdate((item, 1)))
    assert [row.text for row in session.plan.updates_of[item]] == ["New"]
    session.undo()
    assert [row.text for row in session.plan.updates_of[item]] == ["Old", "New"]
    with pytest.raises(RefusedError, match="no longer"):
        session.run(RemoveUpdate((item, 3)))
