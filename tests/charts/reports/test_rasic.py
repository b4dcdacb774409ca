"""The RASIC report: a grid of letters, or names below letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Document, Node, Text
from mkplanner.errors import PlannerError
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, Plan
from tests.builders import example_plan
from tests.charts.paper import good, nodes, rows, said, texts, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, crowd, many, saltway, simple_timetable
from tests.charts.seed_plans import SEEDS, seed_plan

GRID = ReportOptions(today=TODAY)
NAMES = ReportOptions(today=TODAY, values={"layout": "names"})


def printed(plan: Plan, folder: Path, options: ReportOptions = GRID) -> Path:
    path = folder / "rasic.pdf"
    write_pdf("rasic", plan, options, path)
    return good(path)


def shared_audit() -> Plan:
    make = PlanMaker()
    aldermere = make.party("Aldermere Council", kind=PartyKind.ORGANISATION)
    lead, legal = make.party("Partnership Lead"), make.party("Head of Legal", aldermere)
    audit = make.party("Audit Manager", aldermere)
    make.party("Property Manager", aldermere)
    theme = make.add("Governance", kind=ItemKind.THEME)
    model = make.add("Agree one operating model", below=theme)
    make.give(model, legal, "A")
    make.give(model, audit, "R", "figures")
    make.give(model, lead, "SC")
    paper = make.add("Take the paper to the board", below=model)
    make.give(paper, lead, "R")
    make.add("Print it", below=model)
    phones = make.add("Move the telephones", below=theme)
    make.give(phones, audit, "R")
    make.add("Publish a leaflet", below=theme)
    return make.plan()


def test_parties_stand_under_their_organisation_with_their_letters_in_the_rows() -> None:
    table = rows(build("rasic", shared_audit(), GRID))
    assert table[0] == ["Ref", "Action and sub-action", "Partnership Lead", "Aldermere Council", "Checks"]
    assert table[1] == ["Head of Legal", "Audit Manager"]
    assert table[3] == ["1.1", "Agree one operating model", "S C", "A", "R figures", "One A, R named"]


def test_the_head_has_two_tiers_of_headings_that_cover_their_columns() -> None:
    head = nodes(build("rasic", shared_audit(), GRID).root, "THead")[0]
    upper, lower = nodes(head, "TR")
    spans = [(kid.role, kid.scope, kid.spans) for kid in upper.kids if isinstance(kid, Node)]
    assert spans == [("TH", "Column", (2, 1))] * 3 + [("TH", "Column", (1, 2)), ("TH", "Column", (2, 1))]
    assert [kid.scope for kid in lower.kids if isinstance(kid, Node)] == ["Column", "Column"]


def test_names_run_upwards() -> None:
    document = build("rasic", shared_audit(), GRID)
    turned = [shape.words.strip() for shape in shapes(document) if shape.turned]
    assert {"Partnership", "Lead"} <= set(" ".join(turned).split())
    assert not any(shape.turned for shape in shapes(document) if shape.words.startswith("Aldermere"))


def shapes(document: Document) -> list[Text]:
    drawn = [shape for page in document.pages for part in page.content for shape in part.shapes]
    return [shape for shape in drawn if isinstance(shape, Text)]


def test_only_rows_with_letters_are_named_and_those_they_stand_under() -> None:
    titles = [row[1] for row in rows(build("rasic", shared_audit(), GRID)) if len(row) > 1]
    assert "Take the paper to the board" in titles
    assert "Governance" in titles
    assert not {"Print it", "Publish a leaflet"} & set(titles)


def test_the_checks_say_in_words_whether_letters_hold() -> None:
    document = build("rasic", shared_audit(), GRID)
    assert rows(document)[4][-1] == "A comes from 1.1"
    assert rows(document)[5][-1] == "No Accountable"
    foot = said(nodes(document.root, "P")[-1])
    assert foot == "1 row needs a look; the Checks column says why. Without any letter: Property Manager."


def test_counts_below_the_grid_are_those_of_the_letters_printed() -> None:
    table = rows(build("rasic", shared_audit(), GRID))
    assert table[-3:] == [
        ["Accountable for", "0", "1", "0", ""],
        ["Responsible for", "1", "0", "2", ""],
        ["Supports, consulted or informed", "2", "0", "0", ""],
    ]


def test_the_legend_explains_the_letters_in_use() -> None:
    found = texts(build("rasic", shared_audit(), GRID))
    assert "Accountable: answers for it" in found
    assert "From the action above" in found
    assert "Informed: is told" not in found


def test_too_many_parties_stand_in_several_tables_that_name_the_rows_again(tmp_path: Path) -> None:
    plan = crowd()
    document = build("rasic", plan, GRID)
    tables = nodes(document.root, "Table")
    assert len(tables) > 1
    assert [len(nodes(table, "THead")) for table in tables] == [1] * len(tables)
    for table in tables:
        assert "Row 40: agree who does what, and write it down" in said(table)
    assert said(nodes(tables[0], "Caption")[0]).startswith(f"Part 1 of {len(tables)}: ")
    for name in [party.name for party in plan.parties.values() if party.kind is not PartyKind.ORGANISATION]:
        assert sum("".join(name.split()) in "".join(said(table).split()).replace("-", "") for table in tables) == 1
    path = printed(plan, tmp_path)
    for page in range(1, len(document.pages) + 1):
        assert "Action and sub-action" in words_of(path, "-f", str(page), "-l", str(page))


def test_a_grid_too_wide_for_a4_takes_a3_unless_a4_is_asked_for() -> None:
    wide = build("rasic", crowd(24, 4), GRID).pages[0].width
    assert wide == pytest.approx(1190.55, abs=0.1)
    assert build("rasic", shared_audit(), GRID).pages[0].width == pytest.approx(841.89, abs=0.1)
    assert build("rasic", crowd(24, 4), ReportOptions("A4", today=TODAY)).pages[0].width < 850


def test_five_letters_in_a_cell_keep_their_size_and_all_are_read() -> None:
    make = PlanMaker()
    row = make.add("Do it all")
    make.give(row, make.party("Partnership Lead"), "ARSIC")
    document = build("rasic", make.plan(), GRID)
    assert rows(document)[1][2] == "A R S I C"
    assert min(shape.size for shape in shapes(document)) >= 8


def test_names_stand_below_the_letters_they_hold() -> None:
    document = build("rasic", shared_audit(), NAMES)
    assert rows(document)[0] == [
        "Ref",
        "Action and sub-action",
        "Responsible",
        "Accountable",
        "Support",
        "Consulted",
        "Checks",
    ]
    assert rows(document)[2] == [
        "1.1",
        "Agree one operating model",
        "Audit Manager (figures)",
        "Head of Legal",
        "Partnership Lead",
        "Partnership Lead",
        "One A, R named",
    ]
    inherited = next(shape for shape in shapes(document) if shape.face == "italic")
    assert inherited.words == "Head of Legal"
    assert "In italics: from the action above." in said(document.root)


def test_an_unknown_layout_is_refused_with_those_there_are() -> None:
    with pytest.raises(PlannerError, match="grid or names"):
        build("rasic", saltway(), ReportOptions(values={"layout": "circle"}))


@pytest.mark.parametrize("options", [GRID, NAMES])
def test_a_plan_without_letters_says_so(options: ReportOptions) -> None:
    assert "Nobody holds a RASIC letter in this plan yet." in texts(build("rasic", simple_timetable(), options))
    assert "This plan has no actions yet." in texts(build("rasic", PlanMaker().plan(), options))


@pytest.mark.parametrize("layout", ["grid", "names"])
@pytest.mark.parametrize("make", [saltway, awkward, crowd, example_plan, lambda: many(200), lambda: PlanMaker().plan()])
@pytest.mark.parametrize(("paper", "orientation"), [(None, None), ("A4", "portrait"), ("A3", "landscape")])
def test_every_plan_prints_well_on_every_sheet(
    make: Callable[[], Plan], paper: str | None, orientation: str | None, layout: str, tmp_path: Path
) -> None:
    printed(make(), tmp_path, ReportOptions(paper, orientation, TODAY, values={"layout": layout}))


@pytest.mark.parametrize("options", [GRID, NAMES])
@pytest.mark.parametrize("name", SEEDS)
def test_the_councils_own_papers_name_everybody_with_letters(
    name: str, options: ReportOptions, shared: Path, tmp_path: Path
) -> None:
    plan = seed_plan(shared, name)
    printed(plan, tmp_path, options)
    squeezed = "".join(said(build("rasic", plan, options).root).split()).replace("-", "")
    for cell in plan.assignments.values():
        for words in (plan.items[cell.item].title, plan.parties[cell.party].full_name):
            assert "".join(words.split()).replace("-", "") in squeezed, words
