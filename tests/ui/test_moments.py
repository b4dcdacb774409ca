"""Moments as people say them."""

from datetime import UTC, datetime

import pytest

from mkplanner.ui.moments import backup_words, moment_words, when_words

NOW = datetime(2026, 11, 22, 10, 42)


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        ("2026-11-22T09:05", "Today 09:05"),
        ("2026-11-21T23:59", "Yesterday"),
        ("2026-11-06T12:00", "6 Nov"),
        ("2024-02-29T12:00", "29 Feb 2024"),
        ("nonsense", ""),
    ],
)
def test_times_are_said_as_people_say_them(opened, words):
    assert when_words(opened, NOW) == words


def test_a_moment_names_its_year_only_where_it_is_another():
    at = datetime(2026, 11, 3, 14, 20).astimezone()
    iso = at.astimezone(UTC).isoformat()

    assert moment_words(iso, datetime(2026, 12, 1)) == "3 November, 14:20"
    assert moment_words(iso, datetime(2027, 1, 1)) == "3 November 2026, 14:20"
    assert moment_words("no moment") == ""


def test_a_kept_version_names_its_weekday():
    assert backup_words(datetime(2026, 11, 22, 9, 5), datetime(2026, 12, 1)) == "Sunday 22 November, 09:05"
