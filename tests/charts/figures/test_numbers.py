"""The figures of a plan: their numbers, their words, and that what is drawn stays readable and in its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.charts.extent import bounds
from mkplanner.charts.figures.figure import Chart, Figure, Series
from mkplanner.charts.figures.numbers import (
    MOST_BARS,
    progress,
    status_by_quarter,
    workload_by_party,
    workload_by_quarter,
)
from mkplanner.charts.geometry import Rect
from mkplanner.charts.patterns import DOTTED, HATCHED, PALE, SOLID, UPRIGHT
from mkplanner.charts.shapes import Shape, Text
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.workload import Counting, Workload
from mkplanner.models.status import Status
from tests.builders import empty_plan, example_plan
from tests.charts.sample_plans import PlanMaker, awkward, by, crowd, many, quarterly, span

PLACE = Rect(36, 100, 300, 120)
NOVEMBER = date(2025, 11, 12)


def promises() -> Plan:
    make = PlanMaker()
    done = make.add("Write", by("By 30 June 2025", 2025, 6, 30), status=Status.COMPLETE)
    make.say(done, "Sent out.", date(2025, 7, 3))
    make.add("Ask", by("By 30 September 2025", 2025, 9, 30), status=Status.COMPLETE)
    late = by("By 30 September 2025", 2025, 9, 30)
    make.add("Appoint", by("By 28 February 2026", 2026, 2, 28), original=late, status=Status.LATE)
    parent = make.add("Move", span("2025", date(2025, 4, 1), date(2026, 3, 31)), status=Status.AT_RISK)
    make.add("Brackwell", by("By 31 January 2026", 2026, 1, 31), below=parent)
    make.add("Report", quarterly("Quarterly", date(2025, 7, 1)), status=Status.ON_TRACK)
    return make.plan()


def texts(shapes: list[Shape]) -> list[Text]:
    return [shape for shape in shapes if isinstance(shape, Text)]


def test_progress_counts_what_was_promised_first_and_what_is_complete_so_far() -> None:
    figure = progress(promises(), NOVEMBER)
    assert figure.categories == ("Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26")
    assert figure.rows == [
        ("Q1 2025/26", "1", "0"),
        ("Q2 2025/26", "3", "2"),
        ("Q3 2025/26", "3", "2"),
        ("Q4 2025/26", "4", "–"),
    ]
    assert figure.headings == ("End of", "Planned", "Complete")
    assert figure.note == (
        "Rows without parts of their own, by the day on which they were first promised: 4 in all. 1 has no such day. "
        "A complete row counts from its newest dated update; without one from the day it was due, or from today if that is "
        "still to come."
    )
    assert figure.now is not None and 2.4 < figure.now < 2.5


def test_a_figure_says_in_words_what_it_shows() -> None:
    assert progress(promises(), NOVEMBER).words == (
        "Curve of rows complete. Planned: Q1 2025/26 1, Q2 2025/26 3, Q3 2025/26 3, Q4 2025/26 4. "
        "Complete: Q1 2025/26 0, Q2 2025/26 2, Q3 2025/26 2."
    )


def test_the_curve_of_what_is_done_ends_today_under_a_line_that_says_so() -> None:
    shapes = progress(promises(), NOVEMBER).draw(PLACE)
    assert "Today" in [text.words for text in texts(shapes)]


def test_status_stands_in_the_quarter_in_which_a_row_is_due() -> None:
    figure = status_by_quarter(promises())
    assert figure.headings == ("Due in", "Complete", "At risk", "Late")
    assert figure.rows == [
        ("Q1 2025/26", "1", "0", "0"),
        ("Q2 2025/26", "1", "0", "0"),
        ("Q3 2025/26", "0", "0", "0"),
        ("Q4 2025/26", "0", "1", "1"),
    ]
    assert [series.pattern for series in figure.series] == [SOLID, DOTTED, UPRIGHT]
    assert figure.note.endswith("1 without such a day is left out.")
    letters = [text.words for text in texts(figure.draw(PLACE)) if text.colour.startswith("status_")]
    assert letters == ["C", "A", "R"]


def test_workload_shows_the_busiest_first_with_accountable_and_responsible_apart() -> None:
    figure = workload_by_party(Workload(example_plan()))
    assert figure.headings == ("Party", "Accountable", "Responsible", "Other letters")
    assert figure.rows[0] == ("HR Manager", "1", "12", "2")
    assert [series.pattern for series in figure.series] == [SOLID, HATCHED, PALE]
    assert workload_by_party(Workload(example_plan()), organisations=True).categories[0] == "Aldermere Council"


def test_a_crowd_shares_the_last_bar() -> None:
    figure = workload_by_party(Workload(crowd(60)))
    assert len(figure.categories) == MOST_BARS + 1
    assert figure.categories[-1] == "37 others"
    total = sum(len(cell.letters) for cell in crowd(60).assignments.values())
    assert sum(value or 0 for series in figure.series for value in series.values) == total


def test_workload_by_quarter_tells_how_rows_are_counted() -> None:
    plan = example_plan()
    assert "every quarter that its date touches" in workload_by_quarter(Workload(plan)).note
    assert "falls due" in workload_by_quarter(Workload(plan, Counting.DUE)).note
    lead = next(party.id for party in plan.parties.values() if party.name == "HR Manager")
    assert workload_by_quarter(Workload(plan), lead).title == "Workload by quarter: HR Manager"


def test_a_plan_with_nothing_to_count_has_empty_figures_that_refuse_to_be_drawn() -> None:
    plan, work = empty_plan(), Workload(empty_plan())
    found = [progress(plan, NOVEMBER), status_by_quarter(plan), workload_by_party(work), workload_by_quarter(work)]
    assert all(figure.is_empty for figure in found)
    with pytest.raises(ValueError, match="nothing to draw"):
        found[0].draw(PLACE)


def test_the_plans_own_words_for_its_letters_stand_in_the_key() -> None:
    plan = example_plan()
    words = [series.name for series in workload_by_party(Workload(plan)).series]
    assert words == ["Accountable", "Responsible", "Other letters"]


@pytest.mark.parametrize("plan", [example_plan(), promises(), many(600, 15), awkward(), crowd(60)])
@pytest.mark.parametrize("place", [PLACE, Rect(36, 40, 1100, 200), Rect(0, 0, 220, 90)])
def test_what_is_drawn_is_readable_and_stays_in_its_place(plan: Plan, place: Rect) -> None:
    work = Workload(plan)
    for figure in (
        progress(plan, NOVEMBER),
        status_by_quarter(plan),
        workload_by_party(work),
        workload_by_quarter(work),
    ):
        if figure.is_empty:
            continue
        room = place if figure.chart is not Chart.BARS else Rect(place.x, place.y, place.width, 500)
        shapes = figure.draw(room)
        assert min(text.size for text in texts(shapes)) >= 8
        held = bounds(shapes)
        assert held is not None
        assert room.x - 1 <= held.x and held.right <= room.right + 3
        assert room.y - 1 <= held.y and held.bottom <= room.bottom + 3


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2_000_000), min_size=1, max_size=20), st.sampled_from(list(Chart)))
def test_any_numbers_can_be_drawn(values: list[int], chart: Chart) -> None:
    names = tuple(f"Q{at % 4 + 1} {2020 + at // 4}/{21 + at // 4}" for at in range(len(values)))
    series = (Series("One", tuple(values), SOLID), Series("Other", tuple(reversed(values)), HATCHED, "G"))
    figure = Figure("any", "Any", chart, "Quarter", names, series, "things", "")
    if figure.is_empty:
        return
    held = bounds(figure.draw(Rect(0, 0, 400, 300)))
    assert held is not None
    assert held.x >= -1 and held.right <= 403 and held.y >= -1 and held.bottom <= 303
