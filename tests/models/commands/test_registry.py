"""Commands as scripts give them."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.registry import COMMANDS, read_command
from mkplanner.models.plan import ItemKind
from tests.builders import session_of


def run(session, **record: object) -> str:
    return session.run(read_command(record)).id or ""


def test_a_plan_is_written_by_records_alone() -> None:
    session, _ = session_of()
    action = run(
        session, command="add_item", kind="action", title="Agree terms", parent=None, by_when="By 31 March 2027"
    )
    part = run(session, command="add_item", title="Draft", parent=action)
    party = run(session, command="add_party", name="Legal", kind="team")
    run(session, command="set_letters", item=part, party=party, letters="AR")
    run(session, command="add_update", item=part, text="Waiting", rag="amber", date="2026-11-02")
    run(session, command="add_outcome", item=action, text="Fewer disputes")
    run(session, command="set_field", item=part, field="percent", value=50)
    run(session, command="revise_date", item=action, by_when="By May 2027", reason="Late papers")
    run(session, command="set_plan", title="Terms", start="2026-04-01")
    plan = session.plan
    assert plan.items[part].kind is ItemKind.SUB_ACTION
    assert plan.items[part].percent == 50
    assert plan.items[action].original is not None
    assert plan.owners_of(part)[0].letters == "AR"
    assert plan.info.title == "Terms"
    run(session, command="move_item", item=part, parent=None, after=action)
    assert session.plan.items[part].parent is None
    run(session, command="delete_item", item=part)
    assert part not in session.plan.items


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"command": "fly"},
        {"command": ["set_field"]},
        {"command": "set_field", "item": "x"},
        {"command": "set_field", "item": 3, "field": "title", "value": "x"},
        {"command": "add_item", "kind": "opera", "title": "x"},
        {"command": "add_item", "title": "x", "parent": "nowhere"},
        {"command": "add_update", "item": "x", "rag": "purple", "text": ""},
        {"command": "set_letters", "item": "x", "party": "y", "letters": "R"},
        {"command": "set_plan", "colour": "red"},
        {"command": "set_plan", "start": "yesterday"},
        {"command": "set_plan", "start": "2026-04-01", "end": "2025-04-01"},
        {"command": "add_party", "name": "  "},
    ],
)
def test_a_record_that_makes_no_sense_is_refused_in_a_sentence(record: dict[str, object]) -> None:
    session, journal = session_of()
    with pytest.raises(RefusedError) as trouble:
        session.run(read_command(record))
    assert trouble.value.sentence.endswith(".")
    assert not journal.steps


def test_every_command_of_the_design_is_there() -> None:
    designed = {"add_item", "set_field", "move_item", "delete_item", "add_party", "set_letters", "add_update"}
    assert designed <= set(COMMANDS)


def test_links_are_made_changed_and_removed_by_records() -> None:
    session, _ = session_of()
    one, other = (run(session, command="add_item", kind="action", title=title) for title in ("Draft", "Sign"))
    link = run(session, command="add_dependency", **{"from": one, "to": other}, type="SS", lag_days=7)
    assert [(each.id, each.type, each.lag_days) for each in session.plan.links] == [(link, "SS", 7)]
    run(session, command="set_dependency", dependency=link, type="FS")
    run(session, command="set_dependency", **{"from": one, "to": other}, lag_days=-2)
    assert [(each.type, each.lag_days) for each in session.plan.links] == [("FS", -2)]
    for wrong in ({"type": "XX"}, {"lag_days": "2"}, {"lag_days": True}):
        with pytest.raises(RefusedError):
            run(session, command="set_dependency", dependency=link, **wrong)
    run(session, command="remove_dependency", **{"from": one, "to": other})
    assert session.plan.links == ()


def test_dates_are_shifted_and_readings_settled_by_records() -> None:
    session, _ = session_of()
    run(session, command="set_plan", start="2030-04-01", end="2033-03-31")
    one, other = (run(session, command="add_item", title="Row", by_when=day) for day in ("31 October", "1 November"))
    run(session, command="choose_reading", item=other, choice=1)
    run(session, command="settle_readings", item=one, choice=None)
    run(session, command="shift_dates", items=[one, other], months=1, days=2)
    days = [str(item.by_when.last_day) for item in session.plan.items.values() if item.by_when]
    assert days == ["2030-12-02", "2032-12-03"]


def test_updates_and_outcomes_are_changed_and_removed_by_id_or_by_place() -> None:
    session, _ = session_of()
    one, other = (run(session, command="add_item", kind="action", title=title) for title in ("Draft", "Sign"))
    update = run(session, command="add_update", item=one, text="Begun", rag="green", date="2026-11-02")
    run(session, command="set_update", update=update, text="Stuck", rag="red", date="2026-11-03")
    assert [(row.text, str(row.rag)) for row in session.plan.updates_of[one]] == [("Stuck", "red")]
    run(session, command="remove_update", item=one, number=1)
    outcome = run(session, command="add_outcome", item=one, text="Fewer disputes")
    run(session, command="set_outcome", item=one, number=1, text="No disputes")
    run(session, command="set_outcome", outcome=outcome, items=[one, other])
    assert session.plan.outcomes_of[other][0].text == "No disputes"
    run(session, command="remove_outcome", outcome=outcome)
    assert not session.plan.outcomes
    assert not session.plan.updates
    with pytest.raises(RefusedError, match="number"):
        read_command({"command": "remove_update", "item": one})


def test_a_revised_date_gets_a_better_reason_and_goes_back_by_records() -> None:
    session, _ = session_of()
    item = run(session, command="add_item", kind="action", title="Draft", by_when="By May 2027")
    run(session, command="revise_date", item=item, by_when="By June 2027", reason="Papers")
    run(session, command="set_reason", item=item, reason="Late papers")
    assert session.plan.items[item].revised_reason == "Late papers"
    run(session, command="restore_date", item=item)
    assert session.plan.items[item].original is None
