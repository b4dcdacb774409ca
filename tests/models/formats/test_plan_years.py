"""The years of a plan are inferred from its title, else from its dates."""

import pytest

from mkplanner.models.formats.plan_years import years_of
from mkplanner.models.timeframes.timeframe import PlanContext


@pytest.mark.parametrize(
    ("title", "dates", "start", "end"),
    [
        ("Plan 2024/25 – 2026/27", [], "2024-04-01", "2027-03-31"),
        ("Plan 2015 – 2019", ["May 2016"], "2015-01-01", "2019-12-31"),
        ("Plan", ["5 March 2014", "March 14 – June 14", "By December 2015"], "2014-03-01", "2015-12-31"),
        ("Plan", ["by 21 January", "July 2002"], "2002-01-01", "2002-07-31"),
        ("Plan", ["30.9.24", "31.3.25"], "2024-09-01", "2025-03-31"),
        ("Plan", ["26 October 2021", "w/c 14th March", "1 October 2022"], "2021-10-01", "2022-10-31"),
    ],
)
def test_years_are_found(title: str, dates: list[str], start: str, end: str) -> None:
    assert tuple(map(str, years_of(title, dates, PlanContext()))) == (start, end)


@pytest.mark.parametrize("dates", [[], ["soon"], ["21 January"]])
def test_nothing_is_guessed(dates: list[str]) -> None:
    assert years_of("Plan", dates, PlanContext()) == (None, None)
