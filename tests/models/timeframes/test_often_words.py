"""How often something comes round is said so that it reads back."""

import pytest

from mkplanner.models.timeframes.often_words import how_often
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Recurrence


@pytest.mark.parametrize(
    ("recurrence", "said"),
    [
        (Recurrence("annual", (3,), "end"), "annually by end of March"),
        (Recurrence("annual", (1,), "31"), "annually on 31 January"),
        (Recurrence("half-yearly", (6, 11)), "half-yearly in June and November"),
        (Recurrence("monthly", day="1"), "monthly on the 1st"),
        (Recurrence("monthly", day="12"), "monthly on the 12th"),
        (Recurrence("monthly", day="22"), "monthly on the 22nd"),
        (Recurrence("monthly", day="last Friday"), "monthly on the last Friday"),
        (Recurrence("weekly", day="Tuesday"), "every Tuesday"),
        (Recurrence("fortnightly", day="Tuesday"), "every other Tuesday"),
        (Recurrence("every 3 years"), "every 3 years"),
    ],
)
def test_a_recurrence_is_said_plainly_and_reads_back(recurrence: Recurrence, said: str) -> None:
    assert how_often(recurrence) == said
    assert parse(said).segments[0].recurrence == recurrence


def test_what_nobody_knows_the_rhythm_of_is_only_repeating() -> None:
    assert how_often(None) == "repeating"
