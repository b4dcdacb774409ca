"""The structure tree of a tagged PDF."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf

from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import pdf_bytes
from mkplanner.charts.shapes import Content, Document, Node, Page, Text


def word(node: Node, words: str = "Words") -> Content:
    return Content(node, [Text(36, 60, words, "regular", 10)])


def tree_of(root: Node, *pages: list[Content]) -> Any:
    document = Document("Plan", [Page(595, 842, list(parts)) for parts in pages], root)
    pdf = pikepdf.open(BytesIO(pdf_bytes(document, PAPER, made=datetime(2025, 11, 12))))
    return pdf, pdf.Root.StructTreeRoot.K


def test_cells_tell_their_spans_and_headings_their_scope() -> None:
    root = Node("Document")
    row = Node("TR", Node("Table", root))
    cells = [Node("TH", row, scope="Row", spans=(3, 2)), Node("TD", row, spans=(1, 4)), Node("TD", row)]
    pdf, tree = tree_of(root, [word(cell) for cell in cells])
    first, second, third = tree.K.K.K
    assert (str(first.A.Scope), int(first.A.RowSpan), int(first.A.ColSpan)) == ("/Row", 3, 2)
    assert int(second.A.ColSpan) == 4
    assert "/RowSpan" not in second.A
    assert "/A" not in third
    pdf.close()


def test_a_cell_that_goes_on_overleaf_names_both_pages_in_order() -> None:
    root = Node("Document")
    cell = Node("P", root)
    pdf, tree = tree_of(root, [word(cell, "Here ")], [word(cell, "and overleaf")])
    here, overleaf = tree.K.K
    assert here == 0
    assert overleaf.Pg.objgen == pdf.pages[1].obj.objgen
    pdf.close()


def test_parts_stand_in_the_order_they_were_made_not_drawn() -> None:
    root = Node("Document")
    first, second = Node("P", root), Node("P", root)
    early, late = word(second, "Second"), word(first, "First")
    pdf, tree = tree_of(root, [early, late])
    assert [int(element.K) for element in tree.K] == [1, 0]
    pdf.close()


def test_words_for_those_who_cannot_see_and_other_languages_are_kept() -> None:
    root = Node("Document")
    spoken = Node("Span", Node("P", root, lang="cy", title="Teitl"), actual="Chwarter 1")
    pdf, tree = tree_of(root, [word(spoken, "Q1")])
    paragraph = tree.K
    assert (str(paragraph.Lang), str(paragraph.T), str(paragraph.K.ActualText)) == ("cy", "Teitl", "Chwarter 1")
    pdf.close()


def test_a_figure_whose_shapes_were_never_drawn_has_no_box() -> None:
    root = Node("Document")
    Node("Figure", root, alt="Nothing")
    pdf, tree = tree_of(root, [word(Node("P", root))])
    assert "/A" not in tree.K[0]
    pdf.close()
