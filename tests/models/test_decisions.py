"""What a board is asked to decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mkplanner.models.decisions import decisions_needed, is_question
from mkplanner.models.plan import Plan, Update
from mkplanner.models.status import Status
from tests.charts.plan_maker import PlanMaker

DAY = date(2026, 11, 16)


def asked(*texts: str, status: Status | None = None) -> list[str]:
    make = PlanMaker()
    row = make.add("Move the telephones", status=status)
    for number, text in enumerate(texts):
        make.say(row, text, date(2026, 11, number + 1))
    return [question.words for question in decisions_needed(make.plan())]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("For decision: choose a supplier.", "Choose a supplier."),
        ("Decision needed – agree the new date", "Agree the new date"),
        ("DECISION: who pays?", "Who pays?"),
        ("Decisions wanted: both leases", "Both leases"),
    ],
)
def test_an_update_asks_by_its_first_words(text: str, words: str) -> None:
    assert asked("Under way.", text) == [words]


@pytest.mark.parametrize(
    "text", ["The decision was put off.", "Decisions follow in May", "For decision:", "Decisive steps: none", ""]
)
def test_other_words_ask_nothing(text: str) -> None:
    assert not is_question(Update("u", text=text))
    assert asked(text) == []


def test_what_was_decided_is_asked_no_more_and_a_later_question_stands() -> None:
    assert asked("For decision: choose a supplier.", "Decided: the second one.") == []
    assert asked("For decision: A", "Agreed: yes", "For decision: B", "For decision: C") == ["B", "C"]


def test_a_complete_row_asks_nothing() -> None:
    assert asked("For decision: choose a supplier.", status=Status.COMPLETE) == []


def test_a_tag_asks_for_the_row_itself_unless_an_update_says_what() -> None:
    make = PlanMaker()
    tagged, both = make.add("Agree the formula"), make.add("Choose the building")
    make.say(both, "For decision: the old library or the town hall?", DAY)
    plan = make.plan()
    items = {id_: replace(item, tags=("Decision",)) for id_, item in plan.items.items()}
    plan = Plan(plan.info, items, plan.parties, plan.assignments, plan.updates)
    found = decisions_needed(plan)
    assert [(question.entry.item.id, question.words) for question in found] == [
        (tagged, "Agree the formula"),
        (both, "The old library or the town hall?"),
    ]
    assert (found[0].asked, found[1].asked) == (None, DAY)
