"""The RASIC report: a grid of letters, or names below letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Document, Node, Text
from mkplanner.errors import PlannerError
from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.status import Status
from tests.builders import example_plan, written
from tests.charts.corpus import NAMES as CORPUS
from tests.charts.corpus import corpus_plan, faults
from tests.charts.paper import good, nodes, rows, said, texts, words_of
from tests.charts.sample_plans import TODAY, PlanMaker, awkward, by, crowd, many, saltway, simple_timetable
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
    foot = said(nodes(document.root, "P")[-2])
    assert foot == "1 row needs a look; the Checks column says why. Without any letter: Property Manager."


def test_counts_below_the_grid_are_those_of_the_letters_printed() -> None:
    document = build("rasic", shared_audit(), GRID)
    table, figures_table = rows(document), nodes(document.root, "Table")[-1]
    assert table[-3 - len(nodes(figures_table, "TR")) : -len(nodes(figures_table, "TR"))] == [
        ["Accountable for", "0", "1", "0", ""],
        ["Responsible for", "1", "0", "2", ""],
        ["Support and Consulted", "2", "0", "0", ""],
    ]


def test_the_legend_explains_the_letters_in_use() -> None:
    found = texts(build("rasic", shared_audit(), GRID))
    assert "Accountable: answers for it" in found
    assert "From the action above" in found
    assert "Informed: is told" not in found


def test_too_many_parties_stand_in_several_tables_that_name_the_rows_again(tmp_path: Path) -> None:
    plan = crowd()
    document = build("rasic", plan, GRID)
    *tables, workload = nodes(document.root, "Table")
    assert len(tables) > 1
    assert said(workload).startswith("Party")
    assert [len(nodes(table, "THead")) for table in tables] == [1] * len(tables)
    for table in tables:
        assert "Row 40: agree who does what, and write it down" in said(table)
    assert said(nodes(tables[0], "Caption")[0]).startswith(f"Part 1 of {len(tables)}: ")
    for name in [party.name for party in plan.parties.values() if party.kind is not PartyKind.ORGANISATION]:
        assert sum("".join(name.split()) in "".join(said(table).split()).replace("-", "") for table in tables) == 1
    path = printed(plan, tmp_path)
    for page in range(1, len(document.pages)):
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
    with pytest.raises(PlannerError, match="grid or names or parties"):
        build("rasic", saltway(), ReportOptions(values={"layout": "circle"}))


@pytest.mark.parametrize("options", [GRID, NAMES])
def test_a_plan_without_letters_says_so(options: ReportOptions) -> None:
    assert "Nobody holds a RASIC letter in this plan yet." in texts(build("rasic", simple_timetable(), options))
    assert "This plan has no actions yet." in texts(build("rasic", PlanMaker().plan(), options))


def by_party(**values: object) -> ReportOptions:
    return ReportOptions(today=TODAY, values={"layout": "parties", **values})


def test_a_page_for_each_party_lists_its_rows_by_letter(tmp_path: Path) -> None:
    document = build("rasic", shared_audit(), by_party())
    assert [said(node) for node in nodes(document.root, "H2")] == ["Partnership Lead", "Head of Legal", "Audit Manager"]
    assert len(document.pages) == 3
    assert [mark.words for page in document.pages for mark in page.bookmarks] == [
        "Partnership Lead",
        "Head of Legal",
        "Audit Manager",
    ]
    headings = [said(node) for node in nodes(document.root, "H3")]
    assert headings[:3] == ["Responsible (does it): 1", "Support (lends a hand): 1", "Consulted (is asked first): 1"]
    printed(shared_audit(), tmp_path, by_party())


def test_a_partys_row_says_who_answers_for_it_what_its_part_is_and_where_it_belongs() -> None:
    table = rows(build("rasic", shared_audit(), by_party()))
    assert ["1.1.1", "Take the paper to the board In 1.1 Agree one operating model", "Head of Legal"] in table
    assert ["1.1", "Agree one operating model Part: figures", "Head of Legal"] in table


def test_a_partys_page_begins_with_what_it_carries_what_is_late_and_what_comes_next() -> None:
    make = PlanMaker()
    lead = make.party("Lead")
    make.give(make.add("Past", by("By 1 October 2025", 2025, 10, 1)), lead, "R")
    make.give(make.add("Next", by("By 1 December 2025", 2025, 12, 1)), lead, "AR")
    make.give(make.add("Later", by("By 1 January 2026", 2026, 1, 1)), lead, "R")
    make.give(make.add("Done", status=Status.COMPLETE), lead, "R")
    words = said(build("rasic", make.plan(), by_party()).root)
    assert (
        "Responsible in 4 rows and Accountable in 1. 1 of those to answer for or to do is complete. "
        "Late or past its date: 1. Next due: 2 Next, by 1 December 2025."
    ) in words


def test_only_some_parties_and_letters_can_be_asked_for_in_every_form() -> None:
    one = build("rasic", shared_audit(), by_party(parties="audit manager", letters=("R",)))
    assert [said(node) for node in nodes(one.root, "H2")] == ["Audit Manager"]
    assert [said(node) for node in nodes(one.root, "H3")] == ["Responsible (does it): 2"]
    grid = rows(build("rasic", shared_audit(), ReportOptions(today=TODAY, values={"letters": ("A",)})))
    assert grid[1] == ["Head of Legal"]
    none = build("rasic", shared_audit(), ReportOptions(today=TODAY, values={"letters": ("V",)}))
    assert "No row holds a letter of those that are asked for." in texts(none)
    with pytest.raises(PlannerError, match="Nobody in this plan is called “the Mayor”"):
        build("rasic", shared_audit(), by_party(parties="the Mayor"))


@pytest.mark.parametrize("layout", ["grid", "names", "parties"])
def test_the_plans_own_letters_and_words_stand_in_every_form(layout: str, tmp_path: Path) -> None:
    make = PlanMaker()
    row = make.add("Choose a system")
    make.give(row, make.party("Driver of it"), "R")
    make.give(row, make.party("Board"), "A")
    plan = written(UseLetterSet("DACI"), plan=make.plan())
    options = ReportOptions(today=TODAY, values={"layout": layout})
    words = said(build("rasic", plan, options).root)
    assert "Driver" in words and "Approver" in words
    assert not {"Responsible", "Accountable"} & set(words.replace(":", "").split())
    if layout == "grid":
        assert rows(build("rasic", plan, options))[1][2:4] == ["D", "A"]
    printed(plan, tmp_path, options)


def test_the_workload_stands_below_the_table_and_can_be_left_out() -> None:
    document = build("rasic", example_plan(), GRID)
    assert said(nodes(document.root, "H2")[-1]) == "Workload by party"
    without = build("rasic", example_plan(), ReportOptions(today=TODAY, values={"workload": False}))
    assert nodes(without.root, "Figure") == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"letters": ("A", "C")}, "Letters held across the plan (Accountable and Consulted only)"),
        ({"letters": ("R",), "filter": "audit"}, "Letters held in the rows printed here (Responsible only)"),
        ({"filter": "evening"}, "Letters held in the rows printed here"),
    ],
)
def test_the_workload_counts_what_the_grid_counts_and_says_of_what(values: dict[str, object], words: str) -> None:
    document = build("rasic", example_plan(), ReportOptions("A3", "landscape", TODAY, values=values))
    grid, workload = nodes(document.root, "Table")
    heads = ("Responsible", "Accountable", "Consulted", "Support", "Informed")
    counts = [row for row in nodes(grid, "TR") if said(row).startswith(heads) and said(row)[-1].isdigit()]
    assert counts and total(counts) == total(nodes(workload, "TR")[1:]) > 0
    told = " ".join(said(node) for node in nodes(document.root, "P"))
    assert f"{words}, most to do first" in told
    assert f"The counts are of what is printed here: {words[:1].lower()}{words[1:]}." in told


def total(lines: list[Node]) -> int:
    return sum(int(word) for line in lines for word in said(line).split() if word.isdigit())


@pytest.mark.parametrize("layout", ["grid", "names", "parties"])
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


@pytest.mark.full
@pytest.mark.parametrize("layout", ["names", "parties"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("name", CORPUS)
def test_every_form_of_every_plan_is_without_a_fault(
    name: str, paper: str, layout: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    plan, options = corpus_plan(name, request), ReportOptions(paper, today=TODAY, values={"layout": layout})
    document = build("rasic", plan, options)
    write_pdf("rasic", plan, options, tmp_path / "rasic.pdf")
    assert faults(tmp_path / "rasic.pdf", document) == []
