"""Bank holidays of each nation, as the governments' own lists have them, and the working days between them."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.holidays import (
    NATIONS,
    bank_holidays,
    holiday_name,
    is_working_day,
    next_working_day,
    previous_working_day,
)

nations = st.sampled_from(sorted(NATIONS))
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def weekdays_off(nation: str, year: int) -> list[str]:
    return [f"{day:%m-%d}" for day in sorted(bank_holidays(nation, year)) if day.weekday() < 5]


@pytest.mark.parametrize(
    ("nation", "year", "expected"),
    [
        ("england-and-wales", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        ("england-and-wales", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        ("scotland", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"),
        ("northern-ireland", 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
        ("england-and-wales", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ],
)
def test_the_days_off_are_those_of_the_published_lists(nation: str, year: int, expected: str) -> None:
    assert weekdays_off(nation, year) == expected.split()


def test_each_nation_keeps_its_own_holidays() -> None:
    andrew, patrick, easter = date(2027, 11, 30), date(2027, 3, 17), date(2027, 3, 29)
    assert [holiday_name(andrew, nation) is not None for nation in NATIONS] == [False, True, False]
    assert [holiday_name(patrick, nation) is not None for nation in NATIONS] == [False, False, True]
    assert [holiday_name(easter, nation) for nation in NATIONS] == ["Easter Monday", None, "Easter Monday"]


def test_a_substitute_day_is_called_one() -> None:
    assert holiday_name(date(2027, 12, 28), "england-and-wales") == "Boxing Day (substitute day)"
    assert holiday_name(date(2027, 12, 29), "england-and-wales") is None


def test_a_nation_nobody_knows_keeps_the_holidays_of_england_and_wales() -> None:
    assert bank_holidays("mercia", 2026) == bank_holidays("england-and-wales", 2026)


def test_christmas_is_stepped_over_in_both_directions() -> None:
    assert next_working_day(date(2026, 12, 24), "england-and-wales") == date(2026, 12, 29)
    assert previous_working_day(date(2027, 1, 4), "scotland") == date(2026, 12, 31)


@given(days, nations)
def test_between_a_day_and_the_next_working_day_nobody_works(day: date, nation: str) -> None:
    after, before = next_working_day(day, nation), previous_working_day(day, nation)
    assert is_working_day(after, nation)
    assert is_working_day(before, nation)
    between = [before + timedelta(n) for n in range(1, (after - before).days) if before + timedelta(n) != day]
    assert not any(is_working_day(other, nation) for other in between)


def test_the_library_is_loaded_only_when_a_day_is_asked_about(checkout) -> None:
    question = (
        "import sys, mkplanner.models.checks.registry; print(sorted({'holidays', 'dateutil'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", question], cwd=checkout, env=dict(os.environ), capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr
