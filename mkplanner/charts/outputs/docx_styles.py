"""The styles of our Word documents: named as Word names its own, so that whoever goes on writing finds them."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from mkplanner.charts.outputs.docx_xml import border, made, shade, twips
from mkplanner.charts.palette import Palette

FONT = "Arial"
"""Every Word has it, and its letters are exactly as wide as ours."""
ABOUT, LEAD, KEY, LEGEND = "About", "Lead", "Key sentence", "Legend"
CELL, CELL_BULLET, CELL_BULLET_2, CELL_HEAD = "Table Text", "Table Bullet", "Table Bullet 2", "Table Heading"
TABLE = "Planner Table"


def add_styles(document: Any, palette: Palette, size: float) -> None:
    """Set the styles of a document up; `size` is that of the words in its tables, in points."""
    styles = document.styles
    _normal(styles["Normal"])
    _heading(styles["Heading 1"], 16.0, 0.0, 3.0, palette)
    _heading(styles["Heading 2"], 12.0, 14.0, 4.0, palette)
    _heading(styles["Heading 3"], 10.5, 10.0, 3.0, palette)
    _underline(styles["Heading 2"], palette["accent"])
    _paragraph(styles, ABOUT, 9.5, 0.0, 2.0, palette["text2"])
    _paragraph(styles, LEAD, 9.5, 14.0, 0.0, palette["text2"], keep=True)
    styles[LEAD].next_paragraph_style = styles["Heading 2"]
    _paragraph(styles, KEY, 11.5, 4.0, 8.0, palette["text"])
    _paragraph(styles, LEGEND, 8.5, 8.0, 2.0, palette["text"])
    _paragraph(styles, CELL, size, 0.0, 0.0, palette["text"])
    _paragraph(styles, CELL_HEAD, size, 0.0, 0.0, palette["text"], bold=True, keep=True)
    for name, indent in ((CELL_BULLET, 9.0), (CELL_BULLET_2, 18.0)):
        style = _paragraph(styles, name, size, 1.0, 0.0, palette["text"])
        style.base_style = styles[CELL]
        style.paragraph_format.left_indent = Pt(indent)
        style.paragraph_format.first_line_indent = Pt(-9)
    caption = styles["Caption"]
    _words(caption, 10.0, palette["text"], bold=True)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(4)
    styles.element.append(_table_style(palette))


def _normal(style: Any) -> None:
    _words(style, 10.0, "#000000")
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    properties = style.element.get_or_add_rPr()
    properties.append(made("w:lang", val="en-GB", eastAsia="en-GB"))


def _words(style: Any, size: float, colour: str, *, bold: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _heading(style: Any, size: float, before: float, after: float, palette: Palette) -> None:
    _words(style, size, palette["text"], bold=True)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.line_spacing = 1.0


def _underline(style: Any, colour: str) -> None:
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        made("w:pBdr", border("bottom", colour, 8, space=2)), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl"
    )


def _paragraph(
    styles: Any,
    name: str,
    size: float,
    before: float,
    after: float,
    colour: str,
    *,
    bold: bool = False,
    keep: bool = False,
) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    _words(style, size, colour, bold=bold)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = keep
    return style


def _table_style(palette: Palette) -> Any:
    """A frame, thin rules, air round the words, and a head that stands out; Word offers it for new tables too."""
    edge, grid = palette["edge"], palette["grid2"]
    borders = made(
        "w:tblBorders",
        *(border(side, edge, 6) for side in ("top", "left", "bottom", "right")),
        border("insideH", grid, 4),
        border("insideV", grid, 4),
    )
    margins = made(
        "w:tblCellMar",
        *(
            made(f"w:{side}", w=twips(wide), type="dxa")
            for side, wide in (("top", 2.5), ("left", 5), ("bottom", 2.5), ("right", 5))
        ),
    )
    head = made(
        "w:tblStylePr",
        made("w:rPr", made("w:b")),
        made("w:tcPr", made("w:tcBorders", border("bottom", palette["text"], 8)), shade(palette["header"])),
        type="firstRow",
    )
    return made(
        "w:style",
        made("w:name", val=TABLE),
        made("w:basedOn", val="TableNormal"),
        made("w:uiPriority", val=59),
        made("w:qFormat"),
        made("w:tblPr", borders, margins),
        head,
        type="table",
        customStyle=1,
        styleId="PlannerTable",
    )
