from datetime import date

from mkplanner.models.timeframes.statements import understood
from mkplanner.models.timeframes.timeframe import PlanContext


def test_statements_on_lines_of_their_own_become_segments_of_one_timeframe():
    found = understood("By 31 March 2027\nFrom 1 May 2027", PlanContext())

    assert [(each.start, each.end) for each in found.segments] == [(None, date(2027, 3, 31)), (date(2027, 5, 1), None)]
    assert found.words == "By 31 March 2027\nFrom 1 May 2027"
