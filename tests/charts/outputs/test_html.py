"""Web pages, read by a parser that knows nothing of us."""

import re

import pytest
from lxml import etree, html

from mkplanner.charts.outputs.html import html_page
from mkplanner.charts.outputs.html_words import lines_html
from mkplanner.charts.outputs.reading import read_story
from mkplanner.charts.outputs.story import Line, Run
from mkplanner.charts.palette import PAPER
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.house import COLOURS
from mkplanner.charts.reports.registry import build
from mkplanner.progress import Cancelled, Progress
from tests.charts.outputs.every_report import EVERY, TODAY, cells, squeezed, story, tables
from tests.charts.plan_maker import SALTWAY, PlanMaker
from tests.charts.reports.test_house import CREST, looking

VOID = {"meta", "br", "col"}


def page(report: str, layout: str = "grid") -> str:
    return html_page(story(report, layout), PAPER)


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(text.encode())


@pytest.mark.parametrize("report", EVERY)
def test_a_page_is_well_formed_to_the_last_tag(report: str) -> None:
    text = page(report).removeprefix("<!DOCTYPE html>")
    closed = re.sub(rf"<({'|'.join(VOID)})\b([^>]*)>", r"<\1\2/>", text)
    root = etree.fromstring(closed.encode())
    assert root.get("lang") == "en-GB"


@pytest.mark.parametrize("report", EVERY)
def test_nothing_comes_from_outside_and_nothing_runs(report: str) -> None:
    text = page(report)
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!#)', text) == []
    assert re.findall(r"url\((?!data:|#|var)", text) == []


@pytest.mark.parametrize("report", EVERY)
def test_heads_have_a_scope_and_ids_are_unique(report: str) -> None:
    root = parsed(page(report))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)
    for table in root.iter("table"):
        assert table.find("caption").text_content().strip()
        assert table.xpath("./thead/tr/th")
        assert set(table.xpath(".//th/@scope")) <= {"col", "row", "colgroup"}
        assert not table.xpath(".//th[not(@scope)]")


@pytest.mark.parametrize("report", EVERY)
def test_every_row_fills_the_table(report: str) -> None:
    for table in parsed(page(report)).iter("table"):
        count = len(table.xpath("./colgroup/col"))
        for section in ("thead", "tbody"):
            reach: dict[int, int] = {}
            for number, row in enumerate(table.xpath(f"./{section}/tr")):
                used = sum(1 for until in reach.values() if until > number)
                column = 0
                for cell in row:
                    while reach.get(column, 0) > number:
                        column += 1
                    for _ in range(int(cell.get("colspan", 1))):
                        reach[column] = number + int(cell.get("rowspan", 1))
                        column += 1
                        used += 1
                assert used == count


@pytest.mark.parametrize(("report", "layout"), [*((report, "grid") for report in EVERY), ("rasic", "names")])
def test_all_words_are_there(report: str, layout: str) -> None:
    heard = squeezed(parsed(page(report, layout)).text_content())
    for table in tables(story(report, layout)):
        for cell in cells(table):
            if not cell.letters:
                assert all(squeezed(line.words) in heard for line in cell.lines)


def test_landmarks_and_one_title() -> None:
    root = parsed(page("board"))
    assert [len(root.xpath(f"//{name}")) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert root.xpath("string(//p[@class='appendix'])") == "Appendix B"
    assert "OFFICIAL" in root.xpath("string(//footer)")


def test_bars_are_pictures_with_words() -> None:
    root = parsed(page("gantt"))
    titles = root.xpath("//td//*[local-name()='svg']/*[local-name()='title']/text()")
    assert "17 September 2026, complete" in titles


def test_what_people_wrote_cannot_become_a_tag() -> None:
    maker = PlanMaker(SALTWAY)
    maker.add("<script>alert(1)</script> & <b>bold</b>", "By <i>May</i>")
    text = html_page(read_story(build("timetable", maker.plan(), ReportOptions(today=TODAY))), PAPER)
    assert "<script>" not in text
    assert "<script>alert(1)</script> & <b>bold</b>" in parsed(text).text_content()


def test_lists_open_and_close_at_every_depth() -> None:
    lines = [
        Line([Run("At risk")]),
        Line([Run("one")], "•", 1),
        Line([Run("within")], "–", 2),
        Line([Run("two")], "•", 1),
        Line([Run("after")]),
    ]
    root = etree.fromstring(f"<td>{lines_html(lines)}</td>")
    assert root.xpath("count(./ul)") == 1
    assert root.xpath("string(./ul/li[1]/ul/li)") == "within"
    assert [kid.tag for kid in root] == ["p", "ul", "p"]


def test_a_change_of_mind_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        html_page(story("gantt"), PAPER, progress)


def test_the_logo_stands_in_the_head_with_its_words() -> None:
    document = build("timetable", looking(logo=CREST.record(), colour="burgundy"), ReportOptions(today=TODAY))
    text = html_page(read_story(document), document.palette)
    head = text[text.index("<header>") : text.index("</header>")]
    assert '<div class="logo"><svg' in head and ">Arms of Aldermere</title>" in head
    assert "<figure>" not in text
    assert f"border-bottom:3px solid {COLOURS['burgundy'][1]}" in text
