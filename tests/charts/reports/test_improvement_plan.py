"""The improvement plan on paper: a block for each priority, outcomes spanning the actions they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Node
from mkplanner.models.plan import ItemKind, Plan
from tests.charts.paper import good, nodes, rows, said, texts, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, many, saltway, simple_timetable
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)
THREE = ["Key actions", "By when", "Outcomes and success criteria"]


def printed(plan: Plan, folder: Path, options: ReportOptions = OPTIONS) -> Path:
    path = folder / "improvement-plan.pdf"
    write_pdf("improvement-plan", plan, options, path)
    return good(path)


def improving() -> PlanMaker:
    make = PlanMaker()
    theme = make.add("People and learning", kind=ItemKind.THEME)
    one = make.add("Build capacity", below=theme, kind=ItemKind.PRIORITY, ref="TID01", notes="Funded to March 2027.")
    first = make.add("Run a leadership course", "30.9.26", below=one)
    second = make.add("Review the structure", "30.6.26", below=one)
    make.add("Rerun the appraisals", "31.12.26", below=one)
    make.expect("Posts are filled within a quarter", first, second)
    two = make.add("Single status", below=theme, kind=ItemKind.PRIORITY, ref="TID02")
    make.add("Process appeals", "31.3.27", below=two, owners=["Head of HR"])
    return make


def test_each_priority_has_a_header_and_a_table_of_its_own() -> None:
    document = build("improvement-plan", improving().plan(), OPTIONS)
    assert [said(node) for node in nodes(document.root, "H2")] == ["TID01 Build capacity", "TID02 Single status"]
    assert [said(node) for node in nodes(document.root, "P")].count("Theme: People and learning") == 2
    tables = nodes(document.root, "Table")
    assert [len(nodes(table, "THead")) for table in tables] == [1, 1]
    heads = [row for row in rows(document) if row[0] == "Key actions"]
    assert heads == [[*THREE, "Who is responsible"]] * 2, "columns stand at the same place in every block"


def test_an_outcome_spans_the_actions_it_belongs_to() -> None:
    document = build("improvement-plan", improving().plan(), OPTIONS)
    assert rows(document)[1:4] == [
        ["Run a leadership course", "30.9.26", "Posts are filled within a quarter", ""],
        ["Review the structure", "30.6.26", ""],
        ["Rerun the appraisals", "31.12.26", "", ""],
    ]
    first = nodes(document.root, "TR")[1]
    assert [kid.spans for kid in first.kids if isinstance(kid, Node)] == [(1, 1), (1, 1), (2, 1), (1, 1)]


def test_owners_take_the_place_of_outcomes_or_stand_beside_them() -> None:
    make = improving()
    owned = PlanMaker()
    owned.add("Process appeals", "31.3.27", owners=["Head of HR"])
    assert ["Key actions", "By when", "Who is responsible"] in rows(build("improvement-plan", owned.plan(), OPTIONS))
    appeals = next(item for item in make.items.values() if item.title == "Process appeals")
    make.expect("No appeal waits longer than a month", appeals.id)
    table = rows(build("improvement-plan", make.plan(), OPTIONS))
    assert [*THREE, "Who is responsible"] in table
    only = ReportOptions(today=TODAY, values={"beside": "who"})
    assert ["Key actions", "By when", "Who is responsible"] in rows(build("improvement-plan", make.plan(), only))
    assert ["Process appeals", "31.3.27", "No appeal waits longer than a month", "Head of HR"] in table


def test_notes_of_a_priority_stand_below_its_block() -> None:
    words = said(build("improvement-plan", improving().plan(), OPTIONS).root)
    assert words.index("Rerun the appraisals") < words.index("Funded to March 2027.") < words.index("TID02")


def test_sub_actions_stand_in_with_dates_of_their_own() -> None:
    make = improving()
    course = next(item for item in make.items.values() if item.title == "Run a leadership course")
    make.add("Choose a provider", "May 2026", below=course.id)
    document = build("improvement-plan", make.plan(), OPTIONS)
    assert ["Choose a provider", "May 2026", "", ""] in rows(document)
    placed = {
        shape.words.strip(): shape.x
        for page in document.pages
        for part in page.content
        for shape in part.shapes
        if hasattr(shape, "words")
    }
    assert placed["Choose a provider"] > placed["Run a leadership course"]


def test_without_priorities_each_action_is_a_block_of_its_sub_actions() -> None:
    document = build("improvement-plan", simple_timetable(), OPTIONS)
    assert len(nodes(document.root, "Table")) == 3
    assert said(nodes(document.root, "H2")[0]) == "Agree how the shared audit service will run"
    assert rows(document)[1] == ["Take the options paper to the Joint Board.", "By 31 March 2026", ""]
    assert rows(document)[2] == ["Consult staff in the three audit teams."]


def test_actions_without_parts_share_a_block_under_their_theme() -> None:
    make = PlanMaker()
    theme = make.add("Money", kind=ItemKind.THEME)
    make.add("Share the overheads", "May 2026", below=theme)
    make.add("Close the old cost centres", "June 2026", below=theme)
    document = build("improvement-plan", make.plan(), OPTIONS)
    assert [said(node) for node in nodes(document.root, "H2")] == ["Theme: Money"]
    assert len(nodes(document.root, "Table")) == 1


def test_a_block_that_goes_on_overleaf_says_so_and_is_read_once(tmp_path: Path) -> None:
    make = PlanMaker()
    top = make.add("Do everything", kind=ItemKind.PRIORITY, ref="TID03")
    for number in range(70):
        make.add(f"Key action {number + 1}", "2026", below=top)
    path = printed(make.plan(), tmp_path)
    second = " ".join(words_of(path, "-f", "2", "-l", "2").split())
    assert "TID03 Do everything (continued)" in second
    assert "Key actions" in second
    assert said(build("improvement-plan", make.plan(), OPTIONS).root).count("TID03") == 1


def test_a_title_longer_than_a_page_is_read_whole(tmp_path: Path) -> None:
    make = PlanMaker()
    top = make.add("Words that never end. " * 300, kind=ItemKind.PRIORITY)
    make.add("Do it", "2026", below=top)
    printed(make.plan(), tmp_path)
    document = build("improvement-plan", make.plan(), OPTIONS)
    assert said(nodes(document.root, "H2")[0]).count("never end.") == 300
    assert len(document.pages) > 1


def test_a_heading_that_says_nothing_but_the_theme_of_the_next_has_no_block() -> None:
    document = build("improvement-plan", improving().plan(), OPTIONS)
    assert texts(document).count("Theme: People and learning") == 2


@pytest.mark.parametrize("plan", [saltway(), awkward(), many(300), simple_timetable(), PlanMaker().plan()])
@pytest.mark.parametrize(("paper", "orientation"), [(None, None), ("A4", "landscape"), ("A3", "portrait")])
def test_every_plan_prints_well_on_every_sheet(
    plan: Plan, paper: str | None, orientation: str | None, tmp_path: Path
) -> None:
    printed(plan, tmp_path, ReportOptions(paper, orientation, TODAY))


@pytest.mark.parametrize("name", SEEDS)
def test_the_councils_own_papers_print_whole(name: str, shared: Path, tmp_path: Path) -> None:
    plan = seed_plan(shared, name)
    printed(plan, tmp_path)
    words = said(build("improvement-plan", plan, OPTIONS).root)
    squeezed = "".join(words.split()).replace("-", "")
    parts = [item.title for item in plan.items.values()] + [outcome.text for outcome in plan.outcomes.values()]
    for part in parts:
        assert "".join(part.split()).replace("-", "") in squeezed, part
