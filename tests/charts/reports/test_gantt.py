"""The Gantt timetable on paper."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from mkplanner.charts.legend import Sign
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.gantt_legend import marks_in_use
from mkplanner.charts.reports.gantt_scale import Stretch, stretch_of, tiles_of
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Decoration, Text
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.paper import good, nodes, rows, said, texts, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, by, many, on, saltway, simple_timetable
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)


def printed(plan: Plan, folder: Path, options: ReportOptions = OPTIONS) -> Path:
    path = folder / "gantt.pdf"
    write_pdf("gantt", plan, options, path)
    return good(path)


def test_a_row_is_cells_and_its_bar_is_a_figure_with_words() -> None:
    document = build("gantt", saltway(), OPTIONS)
    table = rows(document)
    assert table[0][:5] == ["Ref", "Action and sub-action", "By when", "Lead", "Status"]
    assert table[4][:5] == [
        "1.1.2",
        "Consult staff in the three audit teams",
        "Oct 25 – Jan 26",
        "HR Manager, Aldermere",
        "On track",
    ]
    figure = nodes(nodes(document.root, "TR")[4], "Figure")[0]
    assert figure.alt == "1 October 2025 to 31 January 2026, 40 % complete, on track"


def test_columns_that_say_nothing_are_left_to_the_chart() -> None:
    table = rows(build("gantt", simple_timetable(), OPTIONS))
    assert table[0][:3] == ["Ref", "Action and sub-action", "By when"]
    assert len(table[0]) == 4


def test_the_timescale_is_in_financial_years_with_today_flagged() -> None:
    found = texts(build("gantt", saltway(), OPTIONS))
    assert {"2025/26", "2026/27", "Q1", "Apr", "Today 12 Nov"} <= set(found)


def test_a_day_outside_the_chart_has_no_flag() -> None:
    found = texts(build("gantt", saltway(), ReportOptions(today=date(2030, 1, 1))))
    assert not any(words.startswith("Today") for words in found)


def test_the_legend_holds_only_the_marks_in_use() -> None:
    make = PlanMaker()
    make.add("Agree the budget", by("By 31 March 2026", 2026, 3, 31))
    assert marks_in_use(make.plan()) == [Sign.DEADLINE]
    assert marks_in_use(saltway()) == [
        Sign.DONE,
        Sign.DEADLINE,
        Sign.SOFT,
        Sign.OPEN,
        Sign.REPEATED,
        Sign.REVISED,
        Sign.COMPLETE,
    ]
    found = texts(build("gantt", make.plan(), OPTIONS))
    assert "Due by this day" in found
    assert "Ongoing, no end" not in found
    assert "At risk" not in found


def test_words_that_name_no_day_are_listed() -> None:
    assert "Q1 begins in April. 2.4 has no mark: the words name no day yet." in texts(
        build("gantt", saltway(), OPTIONS)
    )


@pytest.mark.parametrize("plan", [saltway(), awkward(), many(200), many(60, years=15), PlanMaker().plan()])
@pytest.mark.parametrize(
    ("paper", "orientation"), [(None, None), ("A3", "portrait"), ("A4", "landscape"), ("A4", "portrait")]
)
def test_every_plan_prints_well_on_every_sheet(
    plan: Plan, paper: str | None, orientation: str | None, tmp_path: Path
) -> None:
    printed(plan, tmp_path, ReportOptions(paper, orientation, TODAY))


def test_one_row_prints(tmp_path: Path) -> None:
    make = PlanMaker(PlanInfo("plan", title="One"))
    make.add("Take the paper to the board", on("5 March 2026", 2026, 3, 5))
    assert "5 March 2026" in words_of(printed(make.plan(), tmp_path))


def test_the_head_is_read_once_and_seen_on_every_page(tmp_path: Path) -> None:
    document = build("gantt", many(120), OPTIONS)
    assert len(nodes(document.root, "THead")) == 1
    path = printed(many(120), tmp_path)
    for page in range(1, len(document.pages) + 1):
        seen = words_of(path, "-f", str(page), "-l", str(page))
        assert "By when" in seen
        assert "2025/26" in seen


def test_a_parent_is_never_the_last_row_of_a_page_and_is_named_again_overleaf() -> None:
    document = build("gantt", many(200), OPTIONS)
    for page in document.pages[:-1]:
        refs = [
            shape.words
            for part in page.content
            if not isinstance(part, Decoration) and part.node.role == "TD"
            for shape in part.shapes
            if isinstance(shape, Text) and shape.x < 60
        ]
        assert "." in refs[-1]
    again = [words for words in texts(document) if words.endswith("(continued)")]
    assert again


def test_tiles_are_tables_of_their_own_with_captions(tmp_path: Path) -> None:
    document = build("gantt", saltway(), ReportOptions(today=TODAY, tiles=3))
    assert [said(node) for node in nodes(document.root, "Caption")] == [
        "Part 1 of 3: April 2025 to September 2025",
        "Part 2 of 3: October 2025 to March 2026",
        "Part 3 of 3: April 2026 to September 2026",
    ]
    printed(saltway(), tmp_path, ReportOptions(today=TODAY, tiles=3))


def test_tiles_share_out_the_months_and_leave_none_out() -> None:
    whole = Stretch(date(2025, 4, 1), date(2026, 3, 31))
    found = tiles_of(whole, 5)
    assert found[0].first == whole.first
    assert found[-1].last == whole.last
    assert all((after.first - before.last).days == 1 for before, after in pairwise(found))
    assert len(tiles_of(Stretch(date(2025, 4, 1), date(2025, 6, 30)), 24)) == 3


def test_the_chart_shows_whole_quarters_and_a_slip_of_the_pen_does_not_stretch_it() -> None:
    make = PlanMaker(PlanInfo("plan"))
    make.add("Early", on("5 May 2025", 2025, 5, 5))
    make.add("Slip", on("5 May 5202", 5202, 5, 5))
    assert stretch_of(make.plan(), TODAY, Calendar()) == Stretch(date(2025, 4, 1), date(2025, 6, 30))


def test_a_plan_without_dates_shows_the_coming_year() -> None:
    found = stretch_of(PlanMaker(PlanInfo("plan")).plan(), TODAY, Calendar())
    assert found == Stretch(date(2025, 10, 1), date(2026, 12, 31))


def test_nothing_is_drawn_outside_the_sheet() -> None:
    for page in build("gantt", saltway(), ReportOptions("A4", "portrait", TODAY)).pages:
        for part in page.content:
            for shape in part.shapes:
                if isinstance(shape, Text):
                    assert 0 < shape.x < page.width
                    assert 0 < shape.y < page.height


@pytest.mark.parametrize("name", SEEDS)
def test_the_councils_own_papers_print_whole(name: str, shared: Path, tmp_path: Path) -> None:
    plan = seed_plan(shared, name)
    printed(plan, tmp_path)
    table = "".join("".join(row) for row in rows(build("gantt", plan, OPTIONS)))
    squeezed = "".join(table.split()).replace("-", "")
    for item in plan.items.values():
        assert "".join(item.title.split()).replace("-", "") in squeezed
        assert not item.by_when or "".join(item.by_when.words.split()).replace("-", "") in squeezed, item
