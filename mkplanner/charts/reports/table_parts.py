"""What a table on paper is made of: lines of words, cells, rows, and blocks of rows that belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Content, Decoration, Look, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.records import frozen

CONTINUED = "(continued)"


class Part:
    """Lines of a cell that belong together behind a bullet; where `is_listed`, a reader meets them as a list entry."""

    def __init__(self, bullet: str = "•", *, is_listed: bool = True) -> None:
        self.bullet = bullet
        self.is_listed = is_listed


class WordLine(NamedTuple):
    """One line of a cell, already fitted; `before` is space above it beyond the table's own leading.

    `indent` moves the words to the right. `sign` is the letter of a status whose shape stands before them; `part` the entry
    of a list they belong to. `said` is the whole paragraph on its first line, and nothing on the others (see `Text`).
    """

    words: str
    face: str
    size: float
    colour: str = "text"
    before: float = 0.0
    indent: float = 0.0
    sign: str = ""
    part: Part | None = None
    said: str | None = None


@frozen
class Column:
    """A column: its heading, where it begins and how wide it is, in points; numbers stand at its right end.

    `sign` is the letter of a status whose shape stands before the heading.
    """

    heading: str
    x: float
    width: float
    is_number: bool = False
    sign: str = ""

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


@frozen
class TableStyle:
    """Measures of a table in points: size and leading of its words, padding, and where a first line's baseline stands.

    An open table has rules between its rows alone, no frame and no upright lines.
    """

    size: float = 10.0
    leading: float = 13.0
    side: float = 6.0
    first_baseline: float = 14.0
    padding: float = 8.0
    head_size: float = 10.0
    head_height: float = 22.0
    paragraph_gap: float = 3.5
    is_open: bool = False

    def height(self, lines: Sequence[WordLine]) -> float:
        """How high a cell with these lines is, padding included."""
        return self.padding + sum(self.leading + line.before for line in lines)

    def lines(self, words: str, room: float, face: str = "regular", colour: str = "text") -> list[WordLine]:
        """Fit words into a cell `room` wide inside its padding; the author's own line breaks open a little space."""
        found: list[WordLine] = []
        paragraphs = [part for part in words.split("\n") if part.strip()]
        for number, paragraph in enumerate(paragraphs):
            fitted = wrap(paragraph, face, self.size, room)
            if number < len(paragraphs) - 1:
                fitted[-1] += " "
            for at, line in enumerate(fitted):
                gap = self.paragraph_gap if number and not at else 0.0
                found.append(WordLine(line, face, self.size, colour, gap, said="" if at else paragraph.strip()))
        return found


OPEN = TableStyle(
    size=9.0,
    leading=11.3,
    side=4.0,
    first_baseline=12.2,
    padding=7.2,
    head_size=9.0,
    head_height=15.0,
    paragraph_gap=1.0,
    is_open=True,
)
"""An open table in small type, for lists of rows."""


@dataclass(eq=False, slots=True)
class Cell:
    """One cell: which column it begins in, how many columns and rows it covers, and its lines.

    `paint` draws a figure in the cell instead: given the cell's node and rectangle it returns what to put on the page.
    `again` are the lines shown, as decoration, where a cell over several rows goes on after a page break. `look` is what
    outputs without pages need to know of it beyond its indent.
    """

    column: int
    lines: list[WordLine]
    columns: int = 1
    rows: int = 1
    is_head: bool = False
    indent: float = 0.0
    again: list[WordLine] = field(default_factory=list)
    paint: Callable[[Node, Rect], Sequence[Content | Decoration]] | None = None
    least_height: float = 0.0
    look: Look | None = None


@dataclass(eq=False, slots=True)
class Row:
    """Cells side by side; those reaching down from rows above are not repeated."""

    cells: list[Cell]


@dataclass(eq=False, slots=True)
class Block:
    """Rows that belong together, such as an action with its sub-actions; a page break inside one is a last resort.

    `leads` keeps it on the page of the block that follows, as a heading must be. `below` are the headings it stands
    under, repeated when a page begins with it. `bookmark` is its entry in the outline. `breaks` has it begin on a new page.
    """

    rows: list[Row]
    fill: str | None = None
    leads: bool = False
    below: tuple[Block, ...] = ()
    bookmark: tuple[str, int] | None = None
    rule: tuple[str, float] = ("edge", 0.8)
    breaks: bool = False


def side_by_side(left: float, shares: Sequence[tuple[str, float]], room: float) -> list[Column]:
    """Return columns with these headings and shares of the room, from left to right."""
    whole = sum(share for _, share in shares)
    found: list[Column] = []
    for heading, share in shares:
        found.append(Column(heading, found[-1].right if found else left, share / whole * room))
    return found


def set_apart(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes with a space behind each text, so that labels standing apart are not read as one word."""
    return [replace(shape, words=f"{shape.words} ") if isinstance(shape, Text) else shape for shape in shapes]
