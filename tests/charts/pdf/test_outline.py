"""Bookmarks beside the pages."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pikepdf

from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import pdf_bytes
from mkplanner.charts.shapes import Bookmark, Content, Document, Node, Page, Text


def outlined(*pages: list[Bookmark]) -> list[tuple[str, list[str]]]:
    root = Node("Document")
    made = [Page(595, 842, bookmarks=marks) for marks in pages]
    made[0].content.append(Content(Node("H1", root), [Text(36, 60, "Plan", "regular", 10)]))
    data = pdf_bytes(Document("Plan", made, root), PAPER, made=datetime(2025, 11, 12))
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert ("/Outlines" in pdf.Root) == any(pages)
        return [(top.title, [inside.title for inside in top.children]) for top in outline.root]


def test_lower_levels_stand_inside_the_one_above() -> None:
    marks = [Bookmark("One", 0, 40), Bookmark("One point one", 1, 80), Bookmark("One point two", 1, 90)]
    assert outlined(marks, [Bookmark("Two ŵ", 0, 40)]) == [
        ("One", ["One point one", "One point two"]),
        ("Two ŵ", []),
    ]


def test_a_level_that_is_skipped_stands_in_the_nearest() -> None:
    assert outlined([Bookmark("Deep", 3, 40), Bookmark("Deeper", 5, 60)]) == [("Deep", ["Deeper"])]


def test_without_bookmarks_there_is_no_outline() -> None:
    assert outlined([]) == []
