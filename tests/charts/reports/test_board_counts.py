"""The sentence that tells a board how a plan stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.reports.board_counts import late_sentence, sentence, share
from mkplanner.models.status import Status
from mkplanner.models.tally import ORDER, Tally
from mkplanner.models.timeframes.parse import parse
from tests.charts.sample_plans import PlanMaker

C, G, A, R, N, S = (
    Status.COMPLETE,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.LATE,
    Status.NOT_STARTED,
    Status.SUSPENDED,
)


def told(*statuses: Status | None) -> str:
    make = PlanMaker()
    for number, status in enumerate(statuses):
        make.add(f"Action {number}", status=status)
    return sentence(Tally.of(make.plan()))


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ((), "This plan has no actions yet."),
        ((None,), "The plan's one action has no status yet."),
        ((None, None), "None of the 2 actions has a status yet."),
        ((C,), "The plan's one action is complete."),
        ((N,), "The plan's one action has yet to start."),
        ((C, C), "Both actions are complete."),
        ((C, G, G), "All 3 actions are complete or on track."),
        ((G, G, G), "All 3 actions are on track."),
        ((R, R, R), "All 3 actions are late."),
        ((A, R), "Of 2 actions, none is complete or on track. 1 is at risk and 1 is late."),
        ((G, None), "Of 2 actions, 1 (50 %) is complete or on track. 1 has no status yet."),
        (
            (C, G, G, A, A, R, N, N, S, None, None, None),
            "Of 12 actions, 3 (25 %) are complete or on track. 2 are at risk, 1 is late, 2 have yet to start, 1 is suspended"
            " and 3 have no status yet.",
        ),
        ((*[C] * 26, *[A] * 23), "Of 49 actions, 26 (53 %) are complete or on track. 23 are at risk."),
    ],
)
def test_the_sentence_is_exact_and_grammatical(statuses: tuple[Status | None, ...], words: str) -> None:
    assert told(*statuses) == words


@given(st.lists(st.sampled_from(ORDER), min_size=2, max_size=40))
def test_every_action_is_told_of_and_none_twice(statuses: list[Status | None]) -> None:
    words = told(*statuses)
    if words.startswith("Of "):
        total, *parts = (int(number) for number in re.findall(r"(?<![(\d])(\d+)(?! %)", words))
        assert total == len(statuses)
        assert sum(parts) == total
    else:
        assert words.startswith(("All ", "Both ", "None "))


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 9, "0 %"),
        (26, 49, "53 %"),
        (1, 8, "13 %"),
        (1, 400, "less than 1 %"),
        (399, 400, "more than 99 %"),
        (7, 7, "100 %"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(count: int, total: int, words: str) -> None:
    assert share(count, total) == words


def test_sub_actions_are_counted_where_only_they_have_a_status() -> None:
    make = PlanMaker()
    action = make.add("Build a scorecard")
    make.add("Simplify the vision", below=action, status=C)
    make.add("Carry out a survey", below=action)
    assert sentence(Tally.of(make.plan())) == "Of 2 sub-actions, 1 (50 %) is complete or on track. 1 has no status yet."
    make.add("Publish a leaflet")
    assert sentence(Tally.of(make.plan())).startswith("Of 3 actions and sub-actions, 1 (33 %) is")


def late(*titles: str, when: str = "By 15 December 2026") -> str:
    make = PlanMaker()
    for title in titles:
        make.add(title, parse(when), status=R)
    make.add("Another", status=G)
    plan = make.plan()
    return late_sentence(plan, Tally.of(plan))


def test_the_only_late_row_is_named_with_its_date() -> None:
    assert late("Appoint the head.") == "The late action is 1 Appoint the head, due by 15 December 2026."
    assert late("One", "Two") == ""
    assert late("") == ""


def test_a_date_that_does_not_fit_a_sentence_is_left_out() -> None:
    assert late("Move", when="Brackwell by 31 January 2027\nTidemouth by 31 May 2027") == "The late action is 1 Move."
