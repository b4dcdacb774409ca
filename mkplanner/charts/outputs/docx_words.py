"""Words as they stand in a Word document: runs with their marks, paragraphs, the boxes of RASIC letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

from mkplanner.charts.fonts import readable
from mkplanner.charts.outputs.docx_xml import border, made, shade
from mkplanner.charts.outputs.story import Line, Run
from mkplanner.charts.palette import Palette

Signs = Callable[[str], Any]
"""Gives the run with the picture of a status, by its letter."""

_STYLE_IDS = {
    "Table Text": "TableText",
    "Table Heading": "TableHeading",
    "Table Bullet": "TableBullet",
    "Table Bullet 2": "TableBullet2",
}


def run(words: str, *marks: Any) -> Any:
    """A run of words with what marks it."""
    text = made("w:t")
    text.text = readable(words)
    text.set(qn("xml:space"), "preserve")
    return made("w:r", made("w:rPr", *marks), text) if marks else made("w:r", text)


def paragraph(style: str, *parts: Any, marks: tuple[Any, ...] = ()) -> Any:
    """A paragraph of one of our styles."""
    style_id = _STYLE_IDS.get(style, style.replace(" ", ""))
    return made("w:p", made("w:pPr", made("w:pStyle", val=style_id), *marks), *parts)


def line_runs(line: Line, palette: Palette, signs: Signs, *, quiet_base: str = "text") -> list[Any]:
    """The runs of a line; a status has its picture before it."""
    found: list[Any] = []
    for part in line.runs:
        if part.sign:
            found += [signs(part.sign), run("\u00a0")]
        found.append(run(part.words, *_marks(part, palette, quiet_base)))
    return found


def _marks(part: Run, palette: Palette, base: str) -> list[Any]:
    marks = []
    if part.is_bold:
        marks.append(made("w:b"))
    if part.is_italic:
        marks.append(made("w:i"))
    if part.colour != base:
        marks.append(made("w:color", val=palette[part.colour].removeprefix("#")))
    return marks


def letter_runs(letters: str, inherited: str, palette: Palette) -> list[Any]:
    """The letters of a RASIC cell, told apart by their boxes in black and white too."""
    found: list[Any] = []
    for letter in letters:
        if found:
            found.append(run(" "))
        found.append(_boxed(letter, letter in inherited, palette))
    return found


def _boxed(letter: str, is_inherited: bool, palette: Palette) -> Any:
    mark = palette["mark"]
    if is_inherited:
        return run(letter, made("w:i"), made("w:color", val=palette["text2"].removeprefix("#")))
    boxes = {
        "A": [made("w:color", val="FFFFFF"), border("bdr", mark, 4), shade(mark)],
        "R": [border("bdr", mark, 18)],
        "S": [border("bdr", mark, 4), shade(palette["mark_fill"])],
        "C": [border("bdr", mark, 4)],
        "I": [border("bdr", mark, 8, "dotted")],
    }
    return run(f"\u00a0{letter}\u00a0", made("w:b"), *boxes.get(letter, boxes["C"]))


def field(code: str) -> list[Any]:
    """A number that Word works out: PAGE or NUMPAGES."""
    words = made("w:instrText")
    words.text = f" {code} "
    words.set(qn("xml:space"), "preserve")
    return [
        made("w:r", made("w:fldChar", fldCharType="begin")),
        made("w:r", words),
        made("w:r", made("w:fldChar", fldCharType="separate")),
        run("1"),
        made("w:r", made("w:fldChar", fldCharType="end")),
    ]
