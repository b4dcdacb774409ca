"""The partnering action plan on paper: five columns, each action once, progress with dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkplanner.charts.fonts import readable
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Node
from mkplanner.models.plan import ItemKind, Plan, PlanInfo
from mkplanner.models.status import Rag, Status
from tests.charts.paper import good, nodes, rows, said, texts, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, crowd, many, saltway
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)
HEAD = ["Action", "Sub action", "Action by", "Completed by", "Progress"]


def printed(plan: Plan, folder: Path, options: ReportOptions = OPTIONS) -> Path:
    path = folder / "action-plan.pdf"
    write_pdf("action-plan", plan, options, path)
    return good(path)


def partnering() -> PlanMaker:
    make = PlanMaker()
    action = make.add("Say who does what")
    part = make.add("map services and posts", "For agreement by October 2025\nPublish by December 2025", below=action)
    lead, board = make.party("Nia Pryce", role="Partnership Lead"), make.party("Joint Board")
    make.give(part, lead, "R", part="Proposals")
    make.give(part, board, "A", part="Agreement")
    make.say(part, "Agreed by two boards", date(2025, 10, 29), Rag.AMBER)
    make.say(part, "First draft circulated.", date(2025, 9, 1))
    make.add("publish a leaflet", "Once the new branding is agreed", below=action)
    return make


def test_a_row_says_owners_with_their_part_the_words_of_the_date_and_dated_progress() -> None:
    table = rows(build("action-plan", partnering().plan(), OPTIONS))
    assert table[0] == HEAD
    assert table[1] == [
        "Say who does what",
        "map services and posts",
        "Proposals by Nia Pryce (Partnership Lead) Agreement by Joint Board",
        "For agreement by October 2025 Publish by December 2025",
        "At risk • 1 September 2025: First draft circulated. • 29 October 2025: Agreed by two boards (amber)",
    ]
    assert table[2] == ["publish a leaflet", "", "Once the new branding is agreed", ""]


def test_updates_are_a_list_with_the_newest_last() -> None:
    document = build("action-plan", partnering().plan(), OPTIONS)
    progress = nodes(document.root, "TD")[3]
    (listed,) = nodes(progress, "L")
    assert [said(kid) for kid in listed.kids if isinstance(kid, Node)] == [
        "• 1 September 2025: First draft circulated.",
        "• 29 October 2025: Agreed by two boards (amber)",
    ]


def test_a_status_shows_letter_and_word_and_the_legend_only_those_in_use() -> None:
    make = PlanMaker()
    make.add("Appoint the Head of Legal", status=Status.LATE, percent=70)
    document = build("action-plan", make.plan(), OPTIONS)
    assert rows(document)[1][-1] == "Late, 70 %"
    assert {"R", "Progress"} <= set(texts(document))
    (legend,) = nodes(document.root, "L")
    assert said(legend) == "Late"


def test_an_undated_note_that_only_repeats_the_status_is_said_once() -> None:
    make = PlanMaker()
    row = make.add("Identify the barriers", status=Status.COMPLETE)
    make.say(row, "Complete")
    assert rows(build("action-plan", make.plan(), OPTIONS))[1][-1] == "Complete"


def test_what_belongs_to_an_action_alone_stands_beside_all_its_sub_actions() -> None:
    make = PlanMaker()
    action = make.add("Bring budgets together", "March 2026", owners=["Head of Finance"])
    for name in ("Audit", "Payroll"):
        make.add(f"Move the budget of {name}", below=action)
    document = build("action-plan", make.plan(), OPTIONS)
    first, second = nodes(document.root, "TR")[1:3]
    spans = [kid.spans for kid in first.kids if isinstance(kid, Node)]
    assert spans == [(2, 1), (1, 1), (2, 1), (2, 1), (1, 1)]
    assert [said(kid) for kid in second.kids if isinstance(kid, Node)] == ["Move the budget of Payroll", ""]


def test_an_action_that_goes_on_overleaf_is_named_again_and_read_once(tmp_path: Path) -> None:
    make = PlanMaker()
    action = make.add("Merge the three payrolls")
    for number in range(60):
        make.add(f"Sub-action {number + 1}", below=action)
    path = printed(make.plan(), tmp_path)
    for page in (2, 3):
        words = " ".join(words_of(path, "-f", str(page), "-l", str(page)).split())
        assert "Merge the three payrolls (cont'd)" in words
        assert "Completed by" in words
    document = build("action-plan", make.plan(), OPTIONS)
    assert said(document.root).count("Merge the three payrolls") == 1
    assert (len(nodes(document.root, "Table")), len(nodes(document.root, "THead"))) == (1, 1)


def test_a_heading_with_a_date_shows_it_in_its_column() -> None:
    make = PlanMaker()
    theme = make.add("Money", "2026/27", kind=ItemKind.THEME)
    make.add("Bring budgets together", below=theme)
    assert rows(build("action-plan", make.plan(), OPTIONS))[1] == ["Money", "2026/27", ""]


@pytest.mark.parametrize(
    "plan", [saltway(), awkward(), many(120), crowd(12, 8), PlanMaker().plan(), PlanMaker(PlanInfo("p")).plan()]
)
@pytest.mark.parametrize(("paper", "orientation"), [(None, None), ("A4", "portrait"), ("A3", "landscape")])
def test_every_plan_prints_well_on_every_sheet(
    plan: Plan, paper: str | None, orientation: str | None, tmp_path: Path
) -> None:
    printed(plan, tmp_path, ReportOptions(paper, orientation, TODAY))


@pytest.mark.parametrize("name", SEEDS)
def test_the_councils_own_papers_print_whole(name: str, shared: Path, tmp_path: Path) -> None:
    plan = seed_plan(shared, name)
    printed(plan, tmp_path)
    words = "".join("".join(row) for row in rows(build("action-plan", plan, OPTIONS)))
    squeezed = "".join(words.split()).replace("-", "")
    parts = [item.title for item in plan.items.values() if not item.kind.is_heading]
    parts += [item.by_when.words for item in plan.items.values() if item.by_when]
    parts += [plan.parties[cell.party].full_name for cell in plan.assignments.values() if cell.is_owner]
    for part in parts:
        assert "".join(readable(" ".join(part.split())).split()).replace("-", "") in squeezed, part
