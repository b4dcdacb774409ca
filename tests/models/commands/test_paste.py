"""A draft becomes rows in one step, with every word and every owner where it was."""

from datetime import date

import pytest

from mkplanner.models.commands.paste import BringIn
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.formats.base import Draft, DraftItem, DraftOutcome, DraftOwner
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.outline import outline
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.status import Status
from tests.builders import empty_plan, session_of, written
from tests.models.formats import samples


def titles(plan: Plan) -> list[tuple[int, str]]:
    return [(entry.depth, entry.item.title) for entry in outline(plan)]


@pytest.mark.parametrize("text", samples.ALL)
def test_the_outline_of_the_plan_is_that_of_the_draft(text: str) -> None:
    draft = read_text(text)
    plan = written(BringIn(draft))
    assert [title for _, title in titles(plan)] == [item.title for item in draft.items]
    assert [entry.item.kind for entry in outline(plan)] == [item.kind for item in draft.items]
    assert [entry.item.by_when.words if entry.item.by_when else None for entry in outline(plan)] == [
        item.date for item in draft.items
    ]


def test_it_is_one_step_that_one_undo_takes_back() -> None:
    session, journal = session_of()
    before = session.plan
    session.run(BringIn(read_text(samples.PAGE)))
    assert len(journal.steps) == 1
    session.undo()
    assert session.plan == before


def test_the_title_says_how_much_comes_in() -> None:
    assert BringIn(read_text(samples.PARAGRAPHS)).title == "Bring in 3 actions"
    one = Draft(items=(DraftItem(ItemKind.ACTION, "Move"),))
    assert BringIn(one).title == "Bring in 1 action"
    assert BringIn(Draft()).title == "Bring in a table"


def test_title_and_years_are_taken_only_where_the_plan_has_none() -> None:
    draft = read_text(samples.TABS)
    assert written(BringIn(draft)).info.start == date(2024, 4, 1)
    mine = written(BringIn(draft), plan=empty_plan(title="Mine", start=date(2030, 1, 1))).info
    assert (mine.title, mine.start, mine.end) == ("Mine", date(2030, 1, 1), None)


def test_dates_are_read_with_the_years_of_the_plan() -> None:
    draft = Draft(
        start=date(2024, 3, 1),
        end=date(2025, 12, 31),
        items=(DraftItem(ItemKind.ACTION, "Move", date="March 24 – June 24"),),
    )
    (item,) = written(BringIn(draft)).items.values()
    assert item.by_when is not None
    assert (item.by_when.first_day, item.by_when.last_day) == (date(2024, 3, 1), date(2024, 6, 30))


def test_the_same_party_is_one_whatever_it_is_called() -> None:
    plan = written(BringIn(read_text(samples.PAGE)))
    names = {party.name: party for party in plan.parties.values()}
    assert set(names) == {
        "Edith Marlow",
        "Team Leaders Tidemouth",
        "Staff Forum",
        "Joint Saltway Board (JSB)",
        "Oswin Pell",
        "Greta Holm",
    }
    assert names["Edith Marlow"].role == "Programme Manager"
    measures = next(item for item in plan.items.values() if item.title == "set the measures")
    cells = [(plan.parties[cell.party].name, cell.letters, cell.part) for cell in plan.owners_of(measures.id)]
    assert cells == [
        ("Edith Marlow", "R", "Proposals"),
        ("Staff Forum", "R", "Proposals"),
        ("Joint Saltway Board (JSB)", "A", "Agreement"),
    ]


def test_bringing_in_a_second_table_adds_no_second_party() -> None:
    draft = read_text(samples.PAGE)
    plan = written(BringIn(draft), BringIn(draft))
    assert len(plan.parties) == 6
    assert len(plan.items) == 2 * len(draft.items)
    assert titles(plan)[: len(draft.items)] == titles(plan)[len(draft.items) :]


def test_a_word_of_progress_that_is_a_status_sets_it_and_is_kept() -> None:
    items = (
        DraftItem(ItemKind.ACTION, "Move", progress="Complete"),
        DraftItem(ItemKind.ACTION, "Open", progress="First draft done"),
        DraftItem(ItemKind.ACTION, "Tell", date="Completed"),
    )
    plan = written(BringIn(Draft(items=items)))
    rows = [entry.item for entry in outline(plan)]
    assert [row.status for row in rows] == [Status.COMPLETE, None, Status.COMPLETE]
    assert [update.text for row in rows for update in plan.updates_of.get(row.id, ())] == [
        "Complete",
        "First draft done",
    ]


def test_an_outcome_belongs_to_all_its_rows() -> None:
    items = (DraftItem(ItemKind.ACTION, "Move"), DraftItem(ItemKind.ACTION, "Open"))
    plan = written(BringIn(Draft(items=items, outcomes=(DraftOutcome("Fewer visits", (0, 1)),))))
    (outcome,) = plan.outcomes.values()
    assert [plan.items[id_].title for id_ in outcome.items] == ["Move", "Open"]


def test_letters_of_one_party_in_one_row_are_one_cell() -> None:
    owners = (DraftOwner("KL"), DraftOwner("KL", letters="A"), DraftOwner("MN", letters="C"))
    plan = written(BringIn(Draft(items=(DraftItem(ItemKind.ACTION, "Move", owners=owners),))))
    assert sorted((plan.parties[cell.party].name, cell.letters) for cell in plan.assignments.values()) == [
        ("KL", "AR"),
        ("MN", "C"),
    ]
    (item,) = plan.items.values()
    assert [plan.parties[cell.party].name for cell in plan.owners_of(item.id)] == ["KL"]


def test_rows_go_behind_what_stands_below_a_row() -> None:
    session, _ = session_of()
    theme = session.run(AddItem("People", ItemKind.THEME)).id or ""
    session.run(AddItem("Train", parent=theme))
    session.run(AddItem("Afterwards"))
    session.run(
        BringIn(Draft(items=(DraftItem(ItemKind.ACTION, "Meet"), DraftItem(ItemKind.SUB_ACTION, "Book", 0))), theme)
    )
    assert titles(session.plan) == [(0, "People"), (1, "Train"), (1, "Meet"), (2, "Book"), (0, "Afterwards")]


def test_rows_below_an_action_are_its_sub_actions() -> None:
    session, _ = session_of()
    action = session.run(AddItem("Train")).id or ""
    session.run(BringIn(Draft(items=(DraftItem(ItemKind.ACTION, "Book"),)), action))
    assert session.plan.children[action][0].kind is ItemKind.SUB_ACTION


def test_three_thousand_rows_keep_their_order() -> None:
    draft = Draft(items=tuple(DraftItem(ItemKind.ACTION, f"Row {number}") for number in range(3000)))
    assert [title for _, title in titles(written(BringIn(draft)))] == [item.title for item in draft.items]
