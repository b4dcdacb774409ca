"""Words of state are read as states, and half done is not done."""

from datetime import date

import pytest

from mkplanner.models.timeframes import state_words
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext

PLAN = PlanContext(date(2026, 4, 1), date(2028, 3, 31))


@pytest.mark.parametrize(
    ("said", "status"), [*state_words.STATUSES.items(), *state_words.STATUS_PHRASES.items()], ids=str
)
def test_every_word_of_state_alone_is_a_status(said: str | tuple[str, ...], status: str) -> None:
    frame = parse(said if isinstance(said, str) else " ".join(said), PLAN)

    assert [(s.kind, s.status) for s in frame.segments] == [(Kind.STATUS_LIKE, status)]


@pytest.mark.parametrize("phrase", state_words.ONGOING_PHRASES, ids=" ".join)
def test_every_phrase_of_going_on_is_ongoing(phrase: tuple[str, ...]) -> None:
    assert parse(" ".join(phrase), PLAN).kind is Kind.ONGOING


@pytest.mark.parametrize("words", ["Nearly complete", "80% complete", "3 of 5 completed", "Completed in part"])
def test_what_is_done_in_part_is_in_progress(words: str) -> None:
    assert [s.status for s in parse(words, PLAN).segments] == ["in progress"]


@pytest.mark.parametrize("words", ["Not complete", "To be completed", "Incomplete"])
def test_what_is_not_done_is_outstanding(words: str) -> None:
    assert [s.status for s in parse(words, PLAN).segments] == ["outstanding"]


@pytest.mark.parametrize("word", sorted(state_words.MOVED - {"extended"}))
def test_of_a_moved_date_only_the_new_one_stands(word: str) -> None:
    frame = parse(f"June 2026 {word} to September 2026", PLAN)

    assert [(s.start, s.end) for s in frame.segments] == [(date(2026, 9, 1), date(2026, 9, 30))]
