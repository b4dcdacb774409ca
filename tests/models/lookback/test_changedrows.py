"""What is different since a moment, sorted as a board reads it: on a real file with a real log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkplanner.models.beginnings.example import example_commands
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem, SetField
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.models.commands.together import Together
from mkplanner.models.lookback.changedrows import ChangedRows, changed_rows
from mkplanner.models.lookback.changedvalues import plain_words, read_frame
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.status import Rag
from mkplanner.models.store.opening import OpenPlan, create_plan
from tests.builders import PLAN_ID, empty_plan, titled


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenPlan]:
    """The worked example in a file, with a mark set."""
    info = PlanInfo(PLAN_ID)
    plan = create_plan(tmp_path / "saltway.mkplan", info, author="HR Manager")
    plan.session.run(Together("Write the worked example", example_commands(info)))
    plan.mark("Board")
    yield plan
    plan.close()


def since(opened: OpenPlan, *commands: Command) -> ChangedRows:
    for command in commands:
        opened.session.run(command)
    return changed_rows(opened.plan, opened.differences("Board"))


def id_of(opened: OpenPlan, title: str) -> str:
    return titled(opened.plan, title).id


def party(plan: Plan, name: str) -> str:
    return next(party.id for party in plan.parties.values() if party.name == name)


def test_nothing_is_different_right_after_a_mark(opened: OpenPlan) -> None:
    found = since(opened)
    assert found.is_empty and found.rows == 0


def test_slipped_dates_come_the_longest_first_with_who_moved_them(opened: OpenPlan) -> None:
    buy, model = id_of(opened, "Buy through"), id_of(opened, "Agree one operating")
    found = since(
        opened,
        SetField(buy, "by_when", "By 11 December 2026"),
        ReviseDate(model, "By 30 June 2027", "A second look at the cost"),
        SetField(id_of(opened, "Open the doors"), "by_when", "1 March 2027"),
        SetField(id_of(opened, "Close the old"), "by_when", "Soon"),
    )
    assert [(change.item, change.days) for change in found.slipped] == [(model, 91), (buy, 14)]
    assert found.slipped[0].was is not None and found.slipped[0].was.words == "By 31 March 2027"
    assert found.slipped[0].hand.author == "HR Manager"
    assert sorted((change.days is None, (change.days or 0) < 0) for change in found.dates) == [
        (False, True),
        (True, False),
    ]
    assert found.others == []


def test_only_the_end_counts_whatever_came_in_between(opened: OpenPlan) -> None:
    row = id_of(opened, "Review what is reported")
    found = since(opened, SetField(row, "status", "late"), SetField(row, "status", "complete"))
    assert [(change.was, change.now) for change in found.statuses] == [("", "Complete")]
    assert since(opened, SetField(row, "status", None)).is_empty


def test_rows_that_came_went_or_moved_are_told_once_without_what_belongs_to_them(opened: OpenPlan) -> None:
    gone, moved = id_of(opened, "Have the text read"), id_of(opened, "Ask callers")
    counter = id_of(opened, "Open the shared")
    found = since(
        opened,
        AddItem("List the buildings", parent=counter, fields=(("by_when", "May 2027"), ("owners", "Property Manager"))),
        DeleteItem((gone,)),
        MoveItem(moved, counter),
    )
    assert [opened.plan.items[change.item or ""].title for change in found.new] == ["List the buildings"]
    assert [(change.name, change.was) for change in found.gone] == [
        ("Have the text read by residents' panels", "3.4 Publish a leaflet that says who does what in the partnership")
    ]
    assert [(change.item, change.was[:3], change.now[:3]) for change in found.moved] == [(moved, "3.3", "3.2")]
    assert found.letters == found.others == found.dates == []
    assert found.rows == 3


def test_letters_are_told_as_they_were_and_are_in_words(opened: OpenPlan) -> None:
    phones, counter = id_of(opened, "Move the three"), id_of(opened, "Open the shared")
    found = since(
        opened,
        SetLetters(phones, party(opened.plan, "Chief Executive"), "A"),
        SetLetters(phones, party(opened.plan, "Head of Finance"), "S", "phones"),
        SetLetters(counter, party(opened.plan, "Joint Board"), ""),
    )
    assert [(change.name, change.was, change.now) for change in found.letters] == [
        ("Chief Executive", "", "Accountable"),
        ("Head of Finance", "Consulted", "Support (phones)"),
        ("Joint Board", "Informed", ""),
    ]


def test_progress_links_words_and_people_are_told_too(opened: OpenPlan) -> None:
    formula, evening = id_of(opened, "Agree a formula"), id_of(opened, "Count evening")
    found = since(
        opened,
        AddUpdate(formula, "Signed on Tuesday.", Rag.GREEN),
        SetField(evening, "percent", 80),
        SetField(evening, "title", "Count calls for a quarter"),
        LinkItems(formula, evening),
        AddParty("Estates Team", PartyKind.TEAM),
        SetPlanInfo((("version", "4"),)),
        SetSetting("view/Late", {"sort": "by_when"}),
    )
    assert [opened.plan.updates[change.now].text for change in found.notes] == ["Signed on Tuesday."]
    told = {(change.name, change.what): (change.was, change.now) for change in found.others}
    assert told["", "percentage done"] == ("50 %", "80 %")
    assert told["", "title"] == ("Count evening calls for a full quarter", "Count calls for a quarter")
    assert told["", "link"][0] == ""
    assert told["Estates Team", "party"] == ("", "in the plan")
    assert told["The plan", "version"] == ("3", "4")
    assert len(told) == 5


def test_a_day_can_be_asked_for_in_place_of_a_mark(opened: OpenPlan) -> None:
    assert changed_rows(opened.plan, opened.differences("2999-01-01")).is_empty
    whole = changed_rows(opened.plan, opened.differences("2000-01-01"))
    assert len(whole.new) == len(opened.plan.items)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", None, ""),
        ("by_when", {"words": "May\nJune"}, "May\nJune"),
        ("place", {"parent": None, "order": "a"}, "At the top"),
        ("place", {"parent": "gone", "order": "a"}, "A row that has gone"),
        ("status", "at-risk", "At risk"),
        ("status", "unheard of", "unheard of"),
        ("tags", ["a", "b"], "a, b"),
        ("kind", "sub_action", "sub-action"),
        ("kind", "body", "board or group"),
        ("retired", True, "yes"),
        ("percent", 40, "40 %"),
    ],
)
def test_values_stand_whole_and_without_quotation_marks(field: str, value: object, words: str) -> None:
    assert plain_words(empty_plan(), field, value) == words


def test_a_damaged_date_is_no_date() -> None:
    assert read_frame({"words": 7}) is None
    assert read_frame("soon") is None
