from datetime import date

import pytest

from mkplanner.models.timeframes.apart import apart, step_words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (date(2026, 2, 28), date(2026, 4, 30), "2 months later"),
        (date(2026, 2, 15), date(2026, 1, 15), "1 month earlier"),
        (date(2026, 3, 1), date(2026, 3, 22), "3 weeks later"),
        (date(2026, 3, 1), date(2026, 3, 11), "10 days later"),
        (date(2026, 3, 1), date(2026, 2, 28), "1 day earlier"),
        (date(2026, 3, 1), date(2026, 3, 1), ""),
    ],
)
def test_how_far_apart_two_days_are_is_said_as_planners_say_it(old, new, words):
    assert step_words(*apart(old, new)) == words
