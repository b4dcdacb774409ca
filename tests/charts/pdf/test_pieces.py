"""Squares for what no font has are tagged by themselves, with the author's characters behind them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pikepdf

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import draw_pdf
from mkplanner.charts.pdf.pieces import pieces
from mkplanner.charts.shapes import Box, Content, Document, Node, Page, Text
from tests.charts.paper import good, words_of

MIXED = Text(36, 50, "Gŵyl \u6c49\u5b57 tbc", "regular", 10)


def test_plain_words_are_one_piece() -> None:
    shapes = [Text(0, 0, "Gŵyl ✓", "regular", 10), Box(Rect(0, 0, 1, 1), "text")]
    assert pieces(shapes) == [(shapes, "")]


def test_squares_stand_alone_where_they_belong() -> None:
    found = pieces([MIXED])
    assert [(part[0].words, meant) for part, meant in found] == [("Gŵyl ", ""), ("□□", "\u6c49\u5b57"), (" tbc", "")]
    assert found[2][0][0].x == 36 + width("Gŵyl \u6c49\u5b57", "regular", 10)


def test_words_that_run_upwards_go_on_upwards() -> None:
    found = pieces([Text(36, 500, "\u6c49 a", "regular", 10, turned=True)])
    assert found[1][0][0].x == 36
    assert found[1][0][0].y < 500


def test_what_follows_a_square_is_read_and_the_square_is_heard_as_it_was_written(tmp_path: Path) -> None:
    root, page, path = Node("Document"), Page(595, 842), tmp_path / "mixed.pdf"
    page.content.append(Content(Node("H1", root), [MIXED]))
    draw_pdf(Document("T", [page], root), path, PAPER, made=datetime(2025, 11, 12))
    assert "Gŵyl \u6c49\u5b57 tbc" in words_of(good(path))
    with pikepdf.open(path) as pdf:
        heading = pdf.Root.StructTreeRoot.K.K
        assert [kid if isinstance(kid, int) else str(kid.ActualText) for kid in heading.K] == [0, "\u6c49\u5b57", 2]
