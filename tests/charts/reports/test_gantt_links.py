"""Links on paper: arrows for the eye, and the same in words in the row for everybody."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.legend import Sign
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.gantt_legend import marks_in_use
from mkplanner.charts.reports.registry import build
from mkplanner.charts.shapes import Content, Decoration, Document, Polygon
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, written
from tests.charts.paper import rows, texts
from tests.models.links.test_following import SPRING, linked

OPTIONS = ReportOptions(today=date(2026, 11, 22))


def arrows(document: Document) -> list[str]:
    """The colours of the arrows that are drawn, all of which must be decoration."""
    parts = [part for page in document.pages for part in page.content]
    drawn = [
        (shape.stroke, type(part))
        for part in parts
        if isinstance(part, Content | Decoration)
        for shape in part.shapes
        if isinstance(shape, Polygon) and not shape.closed and shape.stroke in ("arrow", "broken")
    ]
    assert {kind for _, kind in drawn} <= {Decoration}
    return [colour or "" for colour, _ in drawn]


def test_a_link_is_an_arrow_and_words_in_the_later_row() -> None:
    document = build("gantt", linked("By 26 February 2027", SPRING), OPTIONS)
    assert "arrow" in arrows(document)
    assert "broken" not in arrows(document)
    assert [row[2] for row in rows(document)[1:]] == ["By 26 February 2027", f"{SPRING} follows 1"]


def test_a_broken_link_says_why_in_the_chart_and_in_the_row() -> None:
    document = build("gantt", linked("Oct 26 – March 27", SPRING), OPTIONS)
    assert "broken" in arrows(document)
    assert "starts before 1 ends" in texts(document)
    assert "follows 1 – out of order: starts before 1 ends" in rows(document)[2][2]


def test_the_legend_explains_only_the_links_there_are() -> None:
    def signs(plan: Plan) -> set[Sign]:
        return {Sign.LINK, Sign.BROKEN} & set(marks_in_use(plan))

    assert signs(linked("By 26 February 2027", SPRING)) == {Sign.LINK}
    assert signs(linked("Oct 26 – March 27", SPRING)) == {Sign.BROKEN}
    assert signs(written(plan=empty_plan())) == set()


def test_a_link_to_a_row_without_a_mark_is_told_in_words_alone() -> None:
    document = build("gantt", linked("TBC", SPRING), OPTIONS)
    assert rows(document)[2][2].endswith("follows 1")
    assert arrows(document) == []
