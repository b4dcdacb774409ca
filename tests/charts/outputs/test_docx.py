"""Word documents, opened by python-docx as a stranger would."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from mkplanner.charts.outputs.docx import docx_bytes
from mkplanner.charts.outputs.reading import read_story
from mkplanner.charts.palette import PAPER
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.house import COLOURS
from mkplanner.charts.reports.registry import build
from tests.charts.outputs.every_report import EVERY, TODAY, cells, squeezed, story, tables
from tests.charts.plan_maker import PlanMaker
from tests.charts.reports.test_house import CREST, looking

MADE = datetime(2026, 11, 22)


def opened(report: str, layout: str = "grid"):
    return Document(BytesIO(docx_bytes(story(report, layout), PAPER, MADE)))


@pytest.fixture(scope="module")
def documents():
    return {report: opened(report) for report in EVERY}


@pytest.mark.parametrize("report", EVERY)
def test_heads_repeat_and_rows_stay_whole(documents, report: str) -> None:
    document = documents[report]
    assert bool(document.tables) == bool(tables(story(report)))
    for table, source in zip(document.tables, tables(story(report)), strict=True):
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] * len(source.head) + [False] * len(source.body)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table.style.name == "Planner Table"
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


@pytest.mark.parametrize("report", EVERY)
def test_cells_over_rows_and_columns_fill_the_grid(documents, report: str) -> None:
    for table in documents[report].tables:
        count = len(table._tbl.tblGrid.findall(qn("w:gridCol")))
        for row in table._tbl.tr_lst:
            spans = [int(cell.tcPr.gridSpan.val) if cell.tcPr.gridSpan is not None else 1 for cell in row.tc_lst]
            assert sum(spans) == count


@pytest.mark.parametrize("report", EVERY)
def test_every_cell_says_what_the_report_says(documents, report: str) -> None:
    for table, source in zip(documents[report].tables, tables(story(report)), strict=True):
        heard = squeezed("".join(text.text or "" for text in table._tbl.iter(qn("w:t"))))
        for cell in cells(source):
            if not cell.letters:
                assert all(squeezed(line.words) in heard for line in cell.lines)


def test_one_cell_of_outcomes_spans_its_actions(documents) -> None:
    table = documents["improvement-plan"].tables[0]
    column = [row.cells[2]._tc for row in table.rows[1:]]
    assert len(column) == 5
    assert len(set(map(id, column))) == 1


def test_headings_are_words_own_and_follow_the_report(documents) -> None:
    found = [(p.style.name, p.text) for p in documents["board"].paragraphs if p.style.name.startswith("Heading")]
    assert found[0] == ("Heading 1", "Saltway Partnership action plan 2026–28: progress summary")
    assert ("Heading 2", "Late and at risk") in found


def test_the_page_is_the_reports(documents) -> None:
    section = documents["gantt"].sections[0]
    assert section.page_width > section.page_height
    assert section.page_width.mm == pytest.approx(420, abs=0.5)
    assert documents["timetable"].sections[0].page_width.mm == pytest.approx(210, abs=0.5)


def test_header_and_footer_tell_title_marking_and_pages(documents) -> None:
    section = documents["action-plan"].sections[0]
    assert section.different_first_page_header_footer
    assert "Appendix B" in section.header.paragraphs[0].text
    for footer in (section.footer, section.first_page_footer):
        codes = [element.text.strip() for element in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
        assert "OFFICIAL" in footer.paragraphs[0].text


def test_properties_and_language(documents) -> None:
    document = documents["rasic"]
    facts = document.core_properties
    assert facts.title == "Saltway Partnership action plan 2026–28: who does what"
    assert (facts.language, facts.author) == ("en-GB", "Partnership Lead")
    assert facts.created == MADE.replace(tzinfo=facts.created.tzinfo)
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


@pytest.mark.parametrize("report", EVERY)
def test_pictures_have_words_or_are_marked_as_decoration(documents, report: str) -> None:
    for properties in documents[report].element.body.iter(qn("wp:docPr")):
        assert properties.get("descr") or any("decorative" in kid.tag for kid in properties.iter())


def test_a_bar_speaks_its_dates(documents) -> None:
    said = [properties.get("descr") for properties in documents["gantt"].element.body.iter(qn("wp:docPr"))]
    assert "17 September 2026, complete" in said
    assert any(words.startswith("Chart from") for words in said if words)


def test_letters_stand_in_their_cells(documents) -> None:
    table = documents["rasic"].tables[0]
    row = next(row for row in table.rows if row.cells[0].text == "1.2")
    assert "A" in row.cells[5].text
    assert "R" in row.cells[5].text


def test_names_of_columns_run_upwards(documents) -> None:
    turned = [element.get(qn("w:val")) for element in documents["rasic"].element.body.iter(qn("w:textDirection"))]
    assert set(turned) == {"btLr"}


def test_control_characters_and_tags_in_titles_do_no_harm() -> None:
    maker = PlanMaker()
    maker.add("A\x0bB <w:p> & \x00C", "By\x1f May 2026")
    told = read_story(build("timetable", maker.plan(), ReportOptions(today=TODAY)))
    document = Document(BytesIO(docx_bytes(told, PAPER, MADE)))
    assert "<w:p> &" in document.tables[0].rows[1].cells[0].text


def test_the_same_report_and_moment_give_the_same_bytes() -> None:
    assert docx_bytes(story("board"), PAPER, MADE) == docx_bytes(story("board"), PAPER, MADE)


@pytest.mark.parametrize("appendix", ["Appendix B", ""])
def test_the_logo_stands_in_the_first_line_with_its_words_and_the_house_colour_below_the_title(appendix: str) -> None:
    plan = looking(logo=CREST.record(), colour="burgundy")
    plan = replace(plan, info=replace(plan.info, appendix=appendix))
    document = build("timetable", plan, ReportOptions(today=TODAY))
    made = Document(BytesIO(docx_bytes(read_story(document), document.palette, MADE)))
    first = made.paragraphs[0]._p
    assert [part.get("descr") for part in first.iter(qn("wp:docPr"))] == ["Arms of Aldermere"]
    assert len(list(first.iter(qn("w:tab")))) == 2  # the stop and the step to it
    edges = [
        edge.get(qn("w:color"))
        for edge in made.element.body.iter(qn("w:bottom"))
        if edge.getparent().tag == qn("w:pBdr")
    ]
    assert COLOURS["burgundy"][1].removeprefix("#") in edges


def test_a_figure_stays_with_its_heading_its_note_and_its_numbers(documents) -> None:
    body = documents["board"].element.body
    figures = [
        paragraph for paragraph in documents["board"].paragraphs if paragraph._p.findall(f".//{qn('w:drawing')}")
    ]
    last = figures[-1]
    assert last._p.getnext().tag == qn("w:tbl") and last.paragraph_format.keep_with_next
    note = next(paragraph for paragraph in documents["board"].paragraphs if paragraph._p is last._p.getprevious())
    assert note.paragraph_format.keep_with_next
    heading = next(paragraph for paragraph in documents["board"].paragraphs if paragraph._p is note._p.getprevious())
    assert heading.style.paragraph_format.keep_with_next
    assert body is last._p.getparent()


def test_pictures_have_numbers_of_their_own_and_the_same_one_is_kept_once(documents) -> None:
    for document in documents.values():
        numbers = [part.get("id") for part in document.element.body.iter(qn("wp:docPr"))]
        assert len(set(numbers)) == len(numbers)
        blobs = [rel.target_part.blob for rel in document.part.rels.values() if rel.reltype.endswith("/image")]
        assert len(set(blobs)) == len(blobs)
