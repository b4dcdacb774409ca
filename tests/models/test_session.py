"""One open plan: every change goes one way, is kept before it is shown, and can be taken back."""

from dataclasses import replace

import pytest

from mkplanner.errors import PlannerError, RefusedError
from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem, SetField
from mkplanner.models.plan import Item
from tests.builders import heard, session_of


def test_a_command_is_kept_then_shown_then_told() -> None:
    session, journal = session_of()
    news = heard(session)
    done = session.run(AddItem("Agree terms of reference"), origin="me")
    assert session.plan.items[done.id or ""].title == "Agree terms of reference"
    assert [kind for _, kind, _ in journal.steps] == ["edit"]
    assert news[0].items() == {done.id}
    assert news[0].is_structural
    assert news[0].origin == "me"


def test_a_refused_command_leaves_plan_and_journal_as_they_were() -> None:
    session, journal = session_of()
    before = session.plan
    with pytest.raises(RefusedError):
        session.run(SetField("no such row", "title", "New"))
    assert session.plan is before
    assert not journal.steps
    assert session.history.undo_title is None


def test_a_command_that_cannot_be_written_changes_nothing() -> None:
    session, journal = session_of()
    journal.refusal = PlannerError("The disk is full.")
    before = session.plan
    with pytest.raises(PlannerError):
        session.run(AddItem("Never kept"))
    assert session.plan is before
    assert session.history.undo_title is None


def test_a_command_that_alters_nothing_leaves_no_trace() -> None:
    session, journal = session_of()
    item = session.run(AddItem("Report quarterly")).id
    done = session.run(SetField(item or "", "title", "Report quarterly"))
    assert done.seq is None
    assert len(journal.steps) == 1


def test_undo_and_redo_name_what_they_do_and_come_back_to_the_same_plan() -> None:
    session, journal = session_of()
    item = session.run(AddItem("Draft the lease")).id or ""
    session.run(SetField(item, "title", "Draft the lease with the owner"))
    after = session.plan
    assert session.history.undo_title == "Change action"
    assert session.undo() == "Change action"
    assert session.plan.items[item].title == "Draft the lease"
    assert session.undo() == "Add row"
    assert item not in session.plan.items
    assert session.undo() is None
    assert session.redo() == "Add row"
    assert session.redo() == "Change action"
    assert session.redo() is None
    assert session.plan == after
    assert [(kind, undoes) for _, kind, undoes in journal.steps][2:4] == [("undo", 2), ("undo", 1)]


def test_a_new_command_after_undo_forgets_redo() -> None:
    session, _ = session_of()
    session.run(AddItem("First"))
    session.undo()
    session.run(AddItem("Second"))
    assert session.redo() is None


def test_typing_in_one_cell_is_one_undo_step_but_every_letter_is_kept() -> None:
    session, journal = session_of()
    item = session.run(AddItem("")).id or ""
    for text in ("O", "Op", "Ope", "Open"):
        session.run(SetField(item, "title", text, typing="today"))
    assert len(journal.steps) == 5
    session.undo()
    assert session.plan.items[item].title == ""


def test_a_command_meets_what_another_process_wrote_in_between() -> None:
    session, journal = session_of()
    item = session.run(AddItem("Train advisers")).id or ""
    news = heard(session)
    journal.interfere(lambda edit: edit.put(replace(edit.item(item), notes="Two groups")))
    session.run(SetField(item, "title", "Train all advisers"))
    assert session.plan.items[item].title == "Train all advisers"
    assert session.plan.items[item].notes == "Two groups"
    assert len(news) == 2


def test_undo_never_overwrites_what_somebody_else_wrote() -> None:
    session, journal = session_of()
    item = session.run(AddItem("Old words")).id or ""
    session.run(SetField(item, "title", "My words"))
    journal.interfere(lambda edit: edit.put(replace(edit.item(item), title="Their words")))
    with pytest.raises(RefusedError, match="somebody else"):
        session.undo()
    assert session.plan.items[item].title == "Their words"


def test_undo_of_one_field_keeps_what_somebody_else_wrote_in_another() -> None:
    session, journal = session_of()
    item = session.run(AddItem("Old words")).id or ""
    session.run(SetField(item, "title", "My words"))
    journal.interfere(lambda edit: edit.put(replace(edit.item(item), notes="Their note")))
    session.undo()
    assert session.plan.items[item].title == "Old words"
    assert session.plan.items[item].notes == "Their note"


def test_undo_of_a_deletion_brings_back_everything_below_and_about_the_row() -> None:
    session, _ = session_of()
    action = session.run(AddItem("Action")).id or ""
    session.run(AddItem("Part", parent=action, fields=(("owners", "Head of Finance"),)))
    before = session.plan
    session.run(DeleteItem((action,)))
    assert not session.plan.items
    assert not session.plan.assignments
    session.undo()
    assert session.plan == before


def test_a_listener_that_has_gone_hears_no_more() -> None:
    session, _ = session_of()
    news: list[object] = []
    stop = session.subscribe(news.append)
    stop()
    session.run(AddItem("Unheard"))
    assert not news


def test_a_move_is_structural_news_and_a_new_title_is_not() -> None:
    session, _ = session_of()
    first = session.run(AddItem("First")).id or ""
    second = session.run(AddItem("Second")).id or ""
    news = heard(session)
    session.run(SetField(first, "title", "Once"))
    session.run(MoveItem(second, None, None))
    assert [change.is_structural for change in news] == [False, True]
    assert [row.title for row in session.plan.children[None]] == ["Second", "Once"]
    assert isinstance(session.plan.items[first], Item)
