"""A report as a story to be told anew: headings, paragraphs, lists, tables and figures, before anybody breaks lines or pages.

Word, web pages and Excel are written from this. It is read from the meaning that every report gives its pages, so a new
report can be written in all these forms without a line of code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkplanner.charts.shapes import Picture
from mkplanner.records import frozen


@frozen
class Run:
    """Words that look alike; `sign` is the letter of a status whose shape stands before them, `url` where they lead."""

    words: str
    is_bold: bool = False
    is_italic: bool = False
    colour: str = "text"
    sign: str = ""
    url: str | None = None


@dataclass(slots=True)
class Line:
    """A paragraph, or a line the author broke: its runs, and the bullet of a list entry ("" for none) with its level from 1.

    `figure` stands before the words, or in their place.
    """

    runs: list[Run] = field(default_factory=list)
    bullet: str = ""
    level: int = 0
    figure: Figure | None = None

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(run.words for run in self.runs)


@frozen
class Figure:
    """A drawing and the words that stand for it."""

    alt: str
    picture: Picture


@dataclass(slots=True)
class Cell:
    """One cell of a table: its lines, how many rows and columns it covers and in which column it begins.

    `scope` is "Row" or "Column" for a heading. `letters` and `inherited` belong to a cell of a RASIC matrix.
    """

    lines: list[Line]
    column: int
    rows: int = 1
    columns: int = 1
    scope: str | None = None
    indent: float = 0.0
    letters: str = ""
    inherited: str = ""
    is_turned: bool = False

    @property
    def words(self) -> str:
        """All words, a line for each of the author's."""
        return "\n".join(line.words for line in self.lines)


@dataclass(slots=True)
class Row:
    """The cells that begin in one row, and its tint."""

    cells: list[Cell]
    fill: str | None = None


@dataclass(slots=True)
class Table:
    """A table: head and body, widths of its columns and size of its letters in points.

    `numbers` are the columns that hold numbers; `ground` is the grid behind its last column where that is a chart.
    """

    head: list[Row]
    body: list[Row]
    widths: Sequence[float]
    numbers: frozenset[int] = frozenset()
    caption: str = ""
    size: float = 9.5
    ground: Picture | None = None


@dataclass(slots=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    words: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `size` is that of its letters in points. One that `leads` belongs to the heading right below it."""

    line: Line
    size: float = 10.0
    leads: bool = False


@dataclass(slots=True)
class Listing:
    """A list; its entries are lines with bullets, or with figures as in a legend."""

    lines: list[Line]
    size: float = 9.5


Block = Heading | Paragraph | Listing | Table | Figure


@dataclass(slots=True)
class Story:
    """A whole report: its blocks in reading order, what its file says of itself, and the sheet it was laid out for."""

    title: str
    blocks: list[Block]
    width: float
    height: float
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    foot: str = ""
    marking: str = ""
    appendix: str = ""
