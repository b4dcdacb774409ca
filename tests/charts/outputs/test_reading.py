"""Pages read back as the story they tell."""

import pytest

from mkplanner.charts.outputs.reading import figures_in, read_story
from mkplanner.charts.outputs.story import Heading, Listing, Paragraph
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.status import Status
from tests.charts.outputs.every_report import EVERY, TODAY, cells, document, example, squeezed, story, tables
from tests.charts.paper import said
from tests.charts.plan_maker import PlanMaker


@pytest.mark.parametrize("report", EVERY)
def test_a_story_says_all_that_the_pages_say(report: str) -> None:
    told = story(report)
    words = []
    for block in told.blocks:
        if isinstance(block, Heading):
            words.append(block.words)
        elif isinstance(block, Paragraph):
            words.append(block.line.words)
        elif isinstance(block, Listing):
            words += [line.bullet + line.words for line in block.lines]
    heard = squeezed(said(document(report).root))
    for part in words:
        assert squeezed(part) in heard
    for table in tables(told):
        for cell in cells(table):
            for line in cell.lines:
                assert squeezed(line.words) in heard


def test_words_are_whole_and_lines_are_the_authors_own() -> None:
    cell = next(cell for cell in cells(tables(story("timetable"))[0]) if "existing services" in cell.words)
    assert cell.words == "By 31 December 2026 for existing services\nOngoing for new services"


def test_a_word_broken_by_the_layout_is_whole_again() -> None:
    maker = PlanMaker()
    word = "Llanfairpwllgwyngyll" * 12
    maker.add(word, "By well-established custom")
    told = read_story(build("timetable", maker.plan(), ReportOptions(today=TODAY)))
    assert [cell.words for cell in tables(told)[0].body[0].cells] == [word, "By well-established custom"]


def test_cells_stand_in_their_columns_below_cells_that_reach_down() -> None:
    rows = tables(story("timetable"))[0].body
    spanning = next(number for number, row in enumerate(rows) if row.cells[0].rows > 1)
    assert [cell.column for cell in rows[spanning].cells] == [0, 1, 2]
    assert [cell.column for cell in rows[spanning + 1].cells] == [1, 2]
    assert [row.fill for row in rows[:2]] == ["theme_row", None]


def test_a_chart_is_a_figure_in_each_row_with_its_dates_in_words() -> None:
    table = tables(story("gantt"))[0]
    row = next(row for row in table.body if row.cells[0].words == "1.1.1")
    figure = row.cells[-1].lines[0].figure
    assert figure is not None
    assert figure.alt == "17 September 2026, complete"
    assert figure.picture.rect.width == pytest.approx(table.widths[-1])
    assert table.ground is not None


def test_letters_of_a_matrix_are_told_apart_from_inherited_ones() -> None:
    found = {(cell.letters, cell.inherited) for cell in cells(tables(story("rasic"))[0])}
    assert ("AR", "") in found
    assert ("A", "A") in found


def test_signs_of_a_legend_go_with_their_words() -> None:
    legend = next(block for block in story("action-plan").blocks if isinstance(block, Listing))
    assert all(line.figure and line.words for line in legend.lines)
    assert [line.words for line in legend.lines][:2] == ["On track", "At risk"]


def test_a_status_keeps_its_sign_and_an_update_its_bullet() -> None:
    maker = PlanMaker()
    item = maker.add("Agree the terms", "May 2026", status=Status.AT_RISK)
    maker.say(item, "First drafts are out")
    told = read_story(build("action-plan", maker.plan(), ReportOptions(today=TODAY)))
    lines = tables(told)[0].body[0].cells[-1].lines
    assert (lines[0].runs[0].sign, lines[0].words) == ("A", "At risk")
    assert (lines[1].bullet, lines[1].level, lines[1].words) == ("•", 1, "First drafts are out")


@pytest.mark.parametrize("report", EVERY)
def test_an_empty_plan_has_a_story_too(report: str) -> None:
    told = read_story(build(report, Plan(PlanInfo("p")), ReportOptions(today=TODAY)))
    assert any(isinstance(block, Heading) and block.level == 1 for block in told.blocks)


def test_what_stands_at_the_foot_is_known() -> None:
    told = story("board")
    assert told.marking == example().info.marking
    assert "22 November 2026" in told.foot
    assert [figure.alt for figure in figures_in(told) if figure.alt.startswith("Bar of")] != []
