"""What stands round the body of every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkplanner.charts.pages import Sheet
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.shapes import Content, Decoration, Document, Line, Page, Text
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.sample_plans import SALTWAY, TODAY

SHEET = Sheet.of("A4", "portrait")


def framed(info: PlanInfo, pages: int = 2, *, position: bool = False) -> Document:
    furniture = Furniture(Plan(info), SHEET, TODAY, "Timetable", position=position)
    flow = furniture.flow()
    for _ in range(pages - 1):
        flow.new_page()
    return furniture.document(flow)


def texts(page: Page) -> list[Text]:
    return [shape for part in page.content for shape in part.shapes if isinstance(shape, Text)]


def words(page: Page) -> list[str]:
    return [text.words.strip() for text in texts(page)]


def test_the_first_page_has_the_whole_title_block_in_reading_order() -> None:
    document = framed(SALTWAY)
    roles = [(part.node.role, part.shapes) for part in document.pages[0].content if isinstance(part, Content)]
    assert [role for role, _ in roles] == ["P", "H1", "P", "P"]
    assert words(document.pages[0])[:4] == [SALTWAY.council, SALTWAY.title, SALTWAY.subtitle, "Appendix B"]


def test_later_pages_have_a_running_head_that_is_not_read_again() -> None:
    page = framed(SALTWAY).pages[1]
    assert SALTWAY.title in words(page)
    assert "Appendix B" in words(page)
    assert all(isinstance(part, Decoration) for part in page.content)


def test_pages_are_numbered_out_of_all() -> None:
    assert [next(w for w in words(page) if w.startswith("Page")) for page in framed(SALTWAY, 3).pages] == [
        "Page 1 of 3",
        "Page 2 of 3",
        "Page 3 of 3",
    ]


def test_the_position_date_follows_the_subtitle() -> None:
    assert "Report to the Joint Board, 27 November 2025. Position at 12 November 2025" in words(
        framed(SALTWAY, position=True).pages[0]
    )


def test_what_the_plan_does_not_say_leaves_no_gap_and_no_words() -> None:
    document = framed(PlanInfo("plan"), 1)
    assert words(document.pages[0]) == ["Timetable", "12 November 2025", "Page 1 of 1"]
    assert document.title == "Timetable"


def test_a_long_title_and_appendix_wrap_and_never_meet() -> None:
    info = replace(
        SALTWAY, title="A long title about shared services " * 6, appendix="Appendix to the annual report 14b"
    )
    page = framed(info, 1).pages[0]
    title = [text for text in texts(page) if text.size == 16]
    rule = next(
        shape for part in page.content for shape in part.shapes if isinstance(shape, Line) and shape.colour == "accent"
    )
    assert len(title) > 2
    assert all(text.y < rule.y1 for text in title)


def test_a_version_that_is_words_is_kept_as_it_is() -> None:
    found = words(framed(replace(SALTWAY, version="Draft 3", author=""), 1).pages[0])
    assert "12 November 2025, Draft 3" in found


def test_the_marking_stands_clear_of_a_long_footer() -> None:
    info = replace(SALTWAY, author="the Head of Shared Legal and Democratic Services for the three councils")
    page = framed(info, 1).pages[0]
    marking = next(text for text in texts(page) if text.words == "OFFICIAL")
    numbering = next(text for text in texts(page) if text.words.startswith("Page"))
    assert marking.x + 40 < numbering.x


def test_today_is_the_day_it_is_told() -> None:
    furniture = Furniture(Plan(SALTWAY), SHEET, date(2030, 1, 2), "Timetable")
    page = furniture.document(furniture.flow()).pages[0]
    assert any("2 January 2030" in found for found in words(page))


def test_a_report_about_the_plan_says_so_behind_its_title() -> None:
    sheet = Sheet.of("A4", "portrait")
    assert Furniture(Plan(SALTWAY), sheet, TODAY, "Board", about="progress summary").title == (
        "Indicative timetable for work: progress summary"
    )
    assert Furniture(Plan(PlanInfo("p")), sheet, TODAY, "Board", about="progress summary").title == "Board"
