"""What stands round every page of a Word document: the title on later pages, author, marking and page numbers."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt

from mkplanner.charts.outputs.docx_words import field, run
from mkplanner.charts.outputs.docx_xml import border, made
from mkplanner.charts.outputs.story import Story
from mkplanner.charts.palette import Palette
from mkplanner.models.formats.read_docx import CARRIED


def add_frame(document: Any, story: Story, palette: Palette, room: float) -> None:
    """Add a footer to all pages and a running head to all but the first, as on our PDF pages."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for part in (section.header, section.footer, section.first_page_footer):
        part.paragraphs[0].style = document.styles["Normal"]
    _head(section.header.paragraphs[0], story, palette, room)
    for footer in (section.footer, section.first_page_footer):
        _foot(footer.paragraphs[0], story, palette, room)


def set_modern(document: Any) -> None:
    """Have Word treat the file as one of its own day, and check its spelling as British English."""
    settings = document.settings.element
    compat = made("w:compat")
    for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1)):
        compat.append(made("w:compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value))
    found = settings.find(compat.tag)
    if found is not None:
        settings.replace(found, compat)
    else:
        settings.insert_element_before(compat, "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")


def carry(document: Any, line: str) -> None:
    """Put a line into a part of the file that Word keeps and does not show."""
    blob = f'<?xml version="1.0" encoding="UTF-8"?><plan xmlns="{CARRIED}">{line}</plan>'.encode()
    part = Part(PackURI("/customXml/mkplanner.xml"), "application/xml", blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _head(paragraph: Any, story: Story, palette: Palette, room: float) -> None:
    _prepare(paragraph, "bottom", palette["accent"], [(room, WD_TAB_ALIGNMENT.RIGHT)])
    paragraph._p.append(run(story.title, made("w:b"), made("w:sz", val=20)))
    if story.appendix:
        for part in (_tab(), run(story.appendix, made("w:b"), made("w:sz", val=18))):
            paragraph._p.append(part)


def _foot(paragraph: Any, story: Story, palette: Palette, room: float) -> None:
    stops = [(room / 2, WD_TAB_ALIGNMENT.CENTER), (room, WD_TAB_ALIGNMENT.RIGHT)]
    _prepare(paragraph, "top", palette["grid2"], stops)
    quiet = palette["text2"].removeprefix("#")
    parts = [
        run(story.foot, made("w:color", val=quiet), made("w:sz", val=16)),
        _tab(),
        run(story.marking, made("w:b"), made("w:sz", val=16)),
        _tab(),
    ]
    numbering = [run("Page "), *field("PAGE"), run(" of "), *field("NUMPAGES")]
    for part in numbering:
        part.insert(0, made("w:rPr", made("w:color", val=quiet), made("w:sz", val=16)))
    for part in (*parts, *numbering):
        paragraph._p.append(part)


def _prepare(paragraph: Any, side: str, colour: str, stops: list[tuple[float, Any]]) -> None:
    """A line of two or three places, with a rule above or below it."""
    for place, alignment in stops:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(place), alignment)
    edge = made("w:pBdr", border(side, colour, 6, space=4))
    paragraph._p.get_or_add_pPr().insert_element_before(edge, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _tab() -> Any:
    return made("w:r", made("w:tab"))
