"""Drawings, read as XML by a stranger."""

from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.svg import svg_page
from mkplanner.charts.outputs.svg_shapes import SvgShapes, inline_svg
from mkplanner.charts.outputs.web_fonts import font_rules
from mkplanner.charts.palette import PAPER
from mkplanner.charts.shapes import Hatch, Picture, Text
from tests.charts.outputs.every_report import EVERY, document
from tests.charts.paper import sampler, texts

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("report", EVERY)
def test_every_page_is_xml_with_a_title_and_its_words(report: str) -> None:
    paper = document(report)
    drawn = [etree.fromstring(svg_page(paper, number, PAPER).encode()) for number in range(len(paper.pages))]
    heard = {node.text.strip() for root in drawn for node in root.iter(f"{SVG}text") if node.text}
    for root in drawn:
        assert root.findtext(f"{SVG}title") == paper.title
        assert root.findtext(f"{SVG}desc")
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
    missing = [words for words in texts(paper) if words and words not in heard]
    assert missing == []


def test_a_character_from_another_font_stands_where_the_words_have_come_to() -> None:
    root = etree.fromstring(svg_page(sampler(), 0, PAPER).encode())
    families = {node.text: node.get("font-family") for node in root.iter(f"{SVG}text")}
    assert "DejaVu" in families["✓"]
    assert "Liberation" in families["Tidemouth: Gŵyl y Dŵr "]


def test_the_fonts_it_carries_hold_just_what_it_shows() -> None:
    rule = font_rules({"bold": {"ŵ", "a"}})
    data = b64decode(rule.split("base64,")[1].split(")")[0])
    font = TTFont(BytesIO(data))
    assert set(font.getBestCmap()) == {ord("ŵ"), ord("a")}
    assert rule == font_rules({"bold": ["a", "ŵ"]})


def test_words_in_a_picture_cannot_become_elements() -> None:
    picture = Picture([Text(0, 10, "<script>&", "regular", 8)], Rect(0, 0, 40, 12))
    root = etree.fromstring(inline_svg(picture, PAPER, "n1", "1 < 2 & 3"))
    assert root.findtext("text") == "<script>&"
    assert root.findtext("title") == "1 < 2 & 3"


def test_a_hatch_is_cut_to_its_figure() -> None:
    corners = ((0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0))
    root = etree.fromstring("<g>" + "".join(SvgShapes(PAPER, "x").write([Hatch(corners, "mark")])) + "</g>")
    assert root.find("path").get("clip-path") == "url(#x-clip1)"
    assert root.find("defs/clipPath").get("id") == "x-clip1"
