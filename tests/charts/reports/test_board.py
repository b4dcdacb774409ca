"""The board summary on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.models.plan import Plan
from mkplanner.models.status import Rag, Status
from tests.builders import example_plan
from tests.charts.paper import good, nodes, rows, said, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, by, many, saltway, simple_timetable
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)


def printed(plan: Plan, folder: Path, options: ReportOptions = OPTIONS) -> Path:
    path = folder / "board.pdf"
    write_pdf("board", plan, options, path)
    return good(path)


def test_the_sentence_comes_first_then_the_bar_and_its_numbers_as_a_list() -> None:
    document = build("board", saltway(), OPTIONS)
    words = said(document.root)
    assert "Of 8 actions, 5 (63 %) are complete or on track. 1 is at risk, 1 is late and 1 has yet to start." in words
    assert "The late action is 2.2 Appoint the Head of Shared Legal Services, now due by 15 December 2025." in words
    figure = nodes(document.root, "Figure")[0]
    assert figure.alt == "Bar of 8 actions by status: complete 1, on track 4, at risk 1, late 1, not started 1"
    assert [said(entry) for entry in nodes(document.root, "LI")] == [
        "Complete 1 (13 %)",
        "On track 4 (50 %)",
        "At risk 1 (13 %)",
        "Late 1 (13 %)",
        "Not started 1 (13 %)",
    ]
    assert words.index("are complete or on track") < words.index("Complete 1 (13 %)") < words.index("Late and at risk")


def test_what_a_board_has_to_decide_stands_before_the_exceptions_and_not_among_their_comments() -> None:
    make = PlanMaker()
    late = make.add("Appoint the head", by("By 15 December 2025", 2025, 12, 15), status=Status.LATE)
    make.say(late, "Advertised again.", date(2025, 10, 5), Rag.RED)
    make.say(late, "For decision: agree the new date.", date(2025, 11, 1))
    document = build("board", make.plan(), OPTIONS)
    headings = [said(node) for node in nodes(document.root, "H2")]
    assert headings[:2] == ["Decisions needed", "Late and at risk"]
    table = rows(document)
    assert table[:2] == [
        ["Ref", "The board is asked to decide", "Asked"],
        ["1", "Agree the new date.", "1 November 2025"],
    ]
    assert table[3][-1] == "5 October 2025: Advertised again."


@pytest.mark.parametrize(
    ("figure", "heading"),
    [
        ("progress", "Planned and actual progress"),
        ("status", "Status by quarter"),
        ("workload", "Workload by party"),
        ("quarters", "Workload by quarter"),
    ],
)
def test_the_figure_that_is_chosen_stands_at_the_foot_with_its_numbers_as_a_table(
    figure: str, heading: str, tmp_path: Path
) -> None:
    options = ReportOptions(today=date(2026, 11, 22), values={"figure": figure})
    document = build("board", example_plan(), options)
    assert [said(node) for node in nodes(document.root, "H2")][-1] == heading
    drawn, table = nodes(document.root, "Figure")[-1], nodes(document.root, "Table")[-1]
    assert drawn.alt and drawn.alt.startswith(("Curve", "Columns", "Bars"))
    assert len(nodes(table, "TR")) > 4
    printed(example_plan(), tmp_path, options)


def test_parts_can_be_left_out() -> None:
    options = ReportOptions(today=date(2026, 11, 22), values={"parts": ("exceptions", "due")})
    headings = [said(node) for node in nodes(build("board", example_plan(), options).root, "H2")]
    assert headings == ["Late and at risk", "Due next, to 21 January 2027"]


def test_a_list_looks_as_many_months_ahead_as_is_asked() -> None:
    def due(months: int) -> int:
        options = ReportOptions(today=date(2026, 11, 22), values={"ahead": months, "parts": ("due",)})
        return len(rows(build("board", example_plan(), options)))

    assert due(1) < due(2) < due(6)


def test_exceptions_show_the_newest_comment_or_say_that_there_is_none() -> None:
    make = PlanMaker()
    late = make.add("Appoint the head", by("By 15 December 2025", 2025, 12, 15), status=Status.LATE)
    make.say(late, "Advertised.", date(2025, 8, 20), Rag.GREEN)
    make.say(late, "Nobody suitable; advertised again.", date(2025, 10, 5), Rag.RED)
    make.add("Cost-sharing formula", status=Status.AT_RISK)
    table = rows(build("board", make.plan(), OPTIONS))
    assert table[0] == ["Ref", "Action", "Status", "By when", "What has happened"]
    assert table[1] == [
        "1",
        "Appoint the head",
        "Late",
        "By 15 December 2025",
        "5 October 2025: Nobody suitable; advertised again.",
    ]
    assert table[2] == ["2", "Cost-sharing formula", "At risk", "", "No comment yet."]


def test_lists_without_rows_have_no_heading_but_a_sentence() -> None:
    make = PlanMaker()
    make.add("Appoint the head", by("By 15 December 2029", 2029, 12, 15), status=Status.ON_TRACK)
    document = build("board", make.plan(), OPTIONS)
    assert [said(node) for node in nodes(document.root, "H2")] == ["Planned and actual progress"]
    assert "Nothing is marked late or at risk. Nothing falls due by 11 January 2026." in said(document.root)


def test_without_any_status_there_is_no_bar_and_the_overdue_are_listed() -> None:
    make = PlanMaker()
    make.add("Appoint the head", by("By 15 October 2025", 2025, 10, 15))
    document = build("board", make.plan(), OPTIONS)
    assert not [node for node in nodes(document.root, "Figure") if node.alt and node.alt.startswith("Bar of")]
    assert said(nodes(document.root, "H2")[0]) == "Past its date and not complete"
    assert rows(document)[:2] == [["Ref", "Action", "By when"], ["1", "Appoint the head", "By 15 October 2025"]]


def test_a_list_that_goes_on_overleaf_is_one_table_with_a_visible_head(tmp_path: Path) -> None:
    make = PlanMaker()
    for number in range(90):
        make.add(f"Action {number + 1}", by("By 15 October 2025", 2025, 10, 15))
    path = printed(make.plan(), tmp_path)
    second = words_of(path, "-f", "2", "-l", "2")
    assert "Past its date and not complete (continued)" in second
    assert "By when" in second
    document = build("board", make.plan(), OPTIONS)
    assert (len(nodes(document.root, "Table")), len(nodes(document.root, "THead"))) == (2, 2)


def test_the_worked_example_fits_on_one_page() -> None:
    assert len(build("board", example_plan(), ReportOptions(today=date(2026, 11, 22))).pages) == 1


@pytest.mark.parametrize(
    "plan", [saltway(), awkward(), many(600), simple_timetable(), example_plan(), PlanMaker().plan()]
)
@pytest.mark.parametrize(("paper", "orientation"), [(None, None), ("A4", "landscape"), ("A3", "portrait")])
def test_every_plan_prints_well_on_every_sheet(
    plan: Plan, paper: str | None, orientation: str | None, tmp_path: Path
) -> None:
    printed(plan, tmp_path, ReportOptions(paper, orientation, TODAY))


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("year", [2002, 2008, 2014, 2030])
def test_the_councils_own_papers_print_on_any_day(name: str, year: int, shared: Path, tmp_path: Path) -> None:
    printed(seed_plan(shared, name), tmp_path, ReportOptions(today=date(year, 5, 31)))
