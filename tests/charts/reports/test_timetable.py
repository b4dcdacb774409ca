"""The three-column timetable on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkplanner.charts.fonts import readable
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Node
from mkplanner.models.plan import ItemKind, Plan, PlanInfo
from tests.charts.paper import good, nodes, rows, said, words_of
from tests.charts.sample_plans import SALTWAY, TODAY, PlanMaker, awkward, by, many, saltway, simple_timetable
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)


def printed(plan: Plan, folder: Path, options: ReportOptions = OPTIONS) -> Path:
    path = folder / "timetable.pdf"
    write_pdf("timetable", plan, options, path)
    return good(path)


def test_one_date_stands_beside_stacked_sub_actions() -> None:
    table = rows(build("timetable", simple_timetable(), OPTIONS))
    assert table[:4] == [
        ["Action", "Sub action(s)", "Date"],
        [
            "Agree how the shared audit service will run",
            "Take the options paper to the Joint Board.",
            "By 31 March 2026",
        ],
        ["Consult staff in the three audit teams."],
        ["Bring the preferred model and its costs back for a decision."],
    ]


def test_the_action_and_its_date_span_the_rows_of_its_sub_actions() -> None:
    document = build("timetable", simple_timetable(), OPTIONS)
    first = nodes(document.root, "TR")[1]
    assert [(kid.role, kid.scope, kid.spans) for kid in first.kids if isinstance(kid, Node)] == [
        ("TH", "Row", (3, 1)),
        ("TD", None, (1, 1)),
        ("TD", None, (3, 1)),
    ]


def test_a_date_of_two_lines_keeps_them() -> None:
    table = rows(build("timetable", simple_timetable(), OPTIONS))
    assert table[-2][2] == "By 31 December 25 for existing services Ongoing"


def test_sub_actions_with_dates_of_their_own_show_each_of_them_and_the_actions_too() -> None:
    table = rows(build("timetable", saltway(), OPTIONS))
    at = next(number for number, row in enumerate(table) if row[0].startswith("Agree how"))
    assert table[at] == ["Agree how the shared audit service will run", "Whole action", "By 31 March 2026"]
    assert table[at + 1] == ["Take the options paper to the Joint Board", "18 September 2025"]


def test_a_revised_date_says_what_was_promised_first() -> None:
    table = rows(build("timetable", saltway(), OPTIONS))
    row = next(row for row in table if row[0].startswith("Appoint"))
    assert row[-1] == "By 15 December 2025 (originally 30 September 2025)"


def test_a_theme_with_a_date_shows_it() -> None:
    make = PlanMaker()
    theme = make.add("Money", "2026/27", kind=ItemKind.THEME)
    make.add("Bring budgets together", "March 2026", below=theme)
    assert ["Money", "2026/27"] in rows(build("timetable", make.plan(), OPTIONS))


@pytest.mark.parametrize("plan", [simple_timetable(), saltway(), awkward(), many(300), PlanMaker().plan()])
@pytest.mark.parametrize(("paper", "orientation"), [(None, None), ("A3", "landscape"), ("A4", "landscape")])
def test_every_plan_prints_well_on_every_sheet(
    plan: Plan, paper: str | None, orientation: str | None, tmp_path: Path
) -> None:
    printed(plan, tmp_path, ReportOptions(paper, orientation, TODAY))


def test_every_title_and_date_is_read_whole_however_long() -> None:
    plan = awkward()
    text = "".join(word for row in rows(build("timetable", plan, OPTIONS)) for word in row)
    squeezed = "".join(text.split()).replace("-", "")
    for item in plan.items.values():
        for words in (item.title, item.by_when.words if item.by_when else ""):
            plain = readable(" ".join(words.splitlines())).replace("-", "")
            assert "".join(plain.split()) in squeezed, words[:40]


def test_a_table_over_many_pages_is_one_table_with_one_head_and_a_visible_head_on_each(tmp_path: Path) -> None:
    document = build("timetable", many(200), OPTIONS)
    assert (len(nodes(document.root, "Table")), len(nodes(document.root, "THead"))) == (1, 1)
    assert len(document.pages) > 5
    path = printed(many(200), tmp_path)
    for page in range(1, len(document.pages) + 1):
        assert "Sub action(s)" in words_of(path, "-f", str(page), "-l", str(page))


def test_an_action_broken_by_the_end_of_a_page_is_named_again(tmp_path: Path) -> None:
    make = PlanMaker()
    action = make.add("Merge the three payrolls", by("By 31 March 2026", 2026, 3, 31))
    for number in range(60):
        make.add(f"Sub-action {number + 1}", below=action)
    path = printed(make.plan(), tmp_path)
    second = " ".join(words_of(path, "-f", "2", "-l", "2").split())
    assert "Merge the three payrolls (continued)" in second
    assert said(build("timetable", make.plan(), OPTIONS).root).count("Merge the three payrolls") == 1


def test_the_frame_names_council_title_appendix_marking_version_and_pages(tmp_path: Path) -> None:
    text = words_of(printed(simple_timetable(), tmp_path))
    for words in (SALTWAY.council, SALTWAY.title, SALTWAY.subtitle, "Appendix B", "OFFICIAL", "Page 1 of 1"):
        assert words in text
    assert "Prepared by the Partnership Lead, 12 November 2025" in text


def test_a_plan_without_a_title_or_rows_still_says_what_it_is(tmp_path: Path) -> None:
    text = words_of(printed(PlanMaker(PlanInfo("plan")).plan(), tmp_path))
    assert "Timetable" in text
    assert "This plan has no actions yet." in text


@pytest.mark.parametrize("name", SEEDS)
def test_the_councils_own_papers_print_whole(name: str, shared: Path, tmp_path: Path) -> None:
    plan = seed_plan(shared, name)
    printed(plan, tmp_path)
    table = "".join("".join(row) for row in rows(build("timetable", plan, OPTIONS)))
    squeezed = "".join(table.split()).replace("-", "")
    for item in plan.items.values():
        assert "".join(item.title.split()).replace("-", "") in squeezed
        assert not item.by_when or "".join(item.by_when.words.split()).replace("-", "") in squeezed, item
