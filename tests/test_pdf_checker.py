"""The checker of PDFs catches broken files: each test spoils one thing in a good one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import draw_pdf
from tests.charts.paper import sampler
from tests.pdf_checker import findings

Spoil = Callable[[pikepdf.Pdf], None]


def elements(pdf: pikepdf.Pdf, role: str) -> Iterator[Any]:
    stack = [pdf.Root.StructTreeRoot.K]
    while stack:
        element = stack.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        if str(element.S) == f"/{role}":
            yield element
        kids = element.get("/K")
        stack += reversed(list(kids) if isinstance(kids, Array) else [kids])


def without(role: str, key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del next(elements(pdf, role))[key]

    return spoil


def renamed(role: str, other: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        next(elements(pdf, role))["/S"] = Name(f"/{other}")

    return spoil


def rewritten(before: bytes, after: bytes, page: int = 0) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[page].obj.Contents
        old = contents.read_bytes()
        new = re.sub(before, after, old, count=1)
        assert new != old
        contents.write(new)

    return spoil


def without_root(key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return spoil


def metadata_without(pattern: bytes) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.Metadata
        stream.write(re.sub(pattern, b"", stream.read_bytes()))

    return spoil


def without_page_key(key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj[key]

    return spoil


def font_without(*path: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            holder = font
            for key in path[:-1]:
                holder = holder[key]
            del holder[path[-1]]

    return spoil


def swapped_parents(pdf: pikepdf.Pdf) -> None:
    listed = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    listed[0], listed[1] = listed[1], listed[0]


def cell_lost(pdf: pikepdf.Pdf) -> None:
    row = list(elements(pdf, "TR"))[1]
    del row.K[len(row.K) - 1]


def link_words_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def link_place_lost(pdf: pikepdf.Pdf) -> None:
    link = next(elements(pdf, "Link"))
    link["/K"] = link.K[0]


def other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Something else"


def content_twice(pdf: pikepdf.Pdf) -> None:
    paragraph = next(elements(pdf, "P"))
    paragraph["/K"] = Array([next(elements(pdf, "H1")).K, *list(paragraph.K)])


BROKEN: dict[str, tuple[Spoil, str]] = {
    "no language": (without_root("/Lang"), "no language"),
    "not marked": (without_root("/MarkInfo"), "does not say that it is tagged"),
    "name for title": (without_root("/ViewerPreferences"), "instead of its title"),
    "no metadata": (without_root("/Metadata"), "no XMP"),
    "no tree": (without_root("/StructTreeRoot"), "no structure tree"),
    "no claim": (metadata_without(rb"<pdfuaid:part>1</pdfuaid:part>"), "does not claim"),
    "no title": (metadata_without(rb"<dc:title>.*?</dc:title>"), "title is empty"),
    "two titles": (other_title, "titles differ"),
    "untagged paint": (rewritten(rb"\Z", b" 0 0 10 10 re f\n"), "neither tagged nor an artifact"),
    "artifact in content": (
        rewritten(rb"(/P <</MCID \d+>> BDC\n)", rb"\1/Artifact BMC EMC\n"),
        "artifact stands inside",
    ),
    "content in artifact": (rewritten(rb"(/Artifact [^\n]*\n)", rb"\1/P <</MCID 99>> BDC EMC\n"), "inside an artifact"),
    "mark used twice": (rewritten(rb"/MCID 1>>", b"/MCID 0>>"), "used twice"),
    "never closed": (rewritten(rb"EMC\s*\Z", b""), "not closed"),
    "figure without words": (without("Figure", "/Alt"), "figure has no words"),
    "figure without box": (without("Figure", "/A"), "figure has no box"),
    "heading without scope": (without("TH", "/A"), "has no scope"),
    "level skipped": (renamed("H2", "H3"), "H3 follows H1"),
    "no first heading": (renamed("H1", "P"), "first heading is not H1"),
    "role unknown": (renamed("P", "Paragraph"), "not a standard role"),
    "cell lost": (cell_lost, "differ in their columns"),
    "row astray": (renamed("THead", "Div"), "TR stands in Div"),
    "tab order": (without_page_key("/Tabs"), "tab order"),
    "no way back": (without_page_key("/StructParents"), "parent tree disagrees"),
    "ways swapped": (swapped_parents, "parent tree disagrees"),
    "content owned twice": (content_twice, "owned twice"),
    "font not embedded": (font_without("/FontDescriptor", "/FontFile2"), "not embedded"),
    "no character map": (font_without("/ToUnicode"), "no character map"),
    "link without words": (link_words_lost, "link has no words"),
    "link without place": (link_place_lost, "no place to click"),
    "words joined": (rewritten(rb"three \)", b"three)"), "join into one word"),
    "type too small": (rewritten(rb"\+0 10 Tf", b"+0 6 Tf"), "smaller than 8 pt"),
    "type too faint": (rewritten(rb"0 0 0 rg", b"0.8 0.8 0.8 rg"), "too faint"),
    "off the page": (rewritten(rb"36\.0 782\.0 Td", b"560.0 782.0 Td"), "runs off the page"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "whole.pdf"
    draw_pdf(sampler(), path, PAPER, made=datetime(2025, 11, 12))
    return path


def test_a_whole_file_has_no_findings(whole: Path) -> None:
    assert findings(whole) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_found_out(name: str, whole: Path, tmp_path: Path) -> None:
    spoil, expected = BROKEN[name]
    with pikepdf.open(whole) as pdf:
        spoil(pdf)
        pdf.save(tmp_path / "broken.pdf")
    assert any(expected in finding for finding in findings(tmp_path / "broken.pdf")), findings(tmp_path / "broken.pdf")
