"""The drawing vocabulary: what may stand on a page or a chart, and what each thing means to somebody who cannot see it.

Screen, paper and pictures draw the same shapes. Colours are palette tokens ("mark", "text2"; see `palette.py`) or "#RRGGBB";
lengths are points on paper and pixels on screen, y downwards. Shapes never measure or wrap: layout has already decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import PAPER, Palette
from mkplanner.records import frozen

Colour = str
Point = tuple[float, float]


@frozen
class Text:
    """One run of words on one line, its left end at x and its baseline at y; `face` is a name from `fonts.py`.

    Words that are `turned` run upwards from there instead, as narrow column headings do. Where layout has broken a
    paragraph into lines, its first line holds all of it as `said` and the others hold nothing there, so that Word and web
    pages may break it anew; None: the words are all there is. `sign` is the letter of a status whose shape stands before.
    """

    x: float
    y: float
    words: str
    face: str
    size: float
    colour: Colour = "text"
    turned: bool = False
    said: str | None = field(default=None, compare=False)
    sign: str = field(default="", compare=False)


@frozen
class Box:
    """A rectangle, filled, outlined or both; a dash is a pattern of lengths on and off."""

    rect: Rect
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@frozen
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    width: float = 1.0
    dash: tuple[float, ...] = ()


@frozen
class Polygon:
    """A figure of straight edges, closed unless told otherwise (a tick is open)."""

    points: tuple[Point, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    closed: bool = True


@frozen
class Circle:
    """A circle about a middle."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@frozen
class Fade:
    """A rectangle of one colour whose strength runs evenly from left to right (0 is clear, 1 is full): an uncertain end."""

    rect: Rect
    colour: Colour
    left: float
    right: float


@frozen
class Hatch:
    """Parallel lines at 45 degrees inside a figure: a condition, or a date that was revised."""

    points: tuple[Point, ...]
    colour: Colour
    step: float = 5.0
    width: float = 2.8


@frozen
class Bitmap:
    """A picture of dots, such as a council's logo, stretched over a rectangle; `data` is a PNG or JPEG file."""

    rect: Rect
    data: bytes = field(repr=False)


Shape = Text | Box | Line | Polygon | Circle | Fade | Hatch | Bitmap


@frozen
class Picture:
    """Shapes cut out of a page, to stand elsewhere by themselves: in a cell of a Word table, or in a line of a web page."""

    shapes: Sequence[Shape]
    rect: Rect


@frozen
class Look:
    """How an element looks, for outputs that lay the document out anew: Word, web pages, Excel.

    A table has the `widths` of its columns in points, which of them hold `numbers`, and the `ground` behind its last column;
    a row its `fill`; a cell its `indent` in points; whatever is better shown than told a `picture`. A cell of a RASIC
    matrix has its `letters`, the `inherited` ones apart.
    """

    widths: tuple[float, ...] = ()
    numbers: frozenset[int] = frozenset()
    ground: Picture | None = None
    fill: str | None = None
    indent: float = 0.0
    picture: Picture | None = None
    letters: str = ""
    inherited: str = ""


class Node:
    """One element of a document's meaning: a heading, table, row, cell, paragraph, figure or link, with its parts in order.

    `role` is the PDF name ("H1", "Table", "TR", "TH", "TD", "P", "Figure", "Link"…). `alt` speaks for a figure,
    `scope` ("Row", "Column") belongs to a table heading, `spans` are rows and columns a cell covers. `look` says what
    else outputs without pages need to know.
    """

    __slots__ = ("actual", "alt", "kids", "lang", "look", "parent", "role", "scope", "spans", "title")

    def __init__(
        self,
        role: str,
        parent: Node | None = None,
        *,
        alt: str | None = None,
        actual: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        scope: str | None = None,
        spans: tuple[int, int] = (1, 1),
        look: Look | None = None,
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.actual = actual
        self.lang = lang
        self.title = title
        self.scope = scope
        self.spans = spans
        self.look = look
        self.kids: list[Node | Content] = []
        if parent is not None:
            parent.kids.append(self)


class Content:
    """Shapes that say something. Its place in the reading order is fixed the moment it is made: the end of its node's parts.

    A `url` makes the shapes a link over `area`; the node must then have the role "Link".
    """

    __slots__ = ("area", "node", "shapes", "url")

    def __init__(self, node: Node, shapes: Sequence[Shape], url: str | None = None, area: Rect | None = None) -> None:
        self.node = node
        self.shapes = shapes
        self.url = url
        self.area = area
        node.kids.append(self)


class Decoration:
    """Shapes that say nothing a reader would miss: lines, tints, and headings repeated on a later page.

    `kind` is None, "Pagination" (running heads, page numbers), "Layout" or "Background".
    """

    __slots__ = ("kind", "shapes")

    def __init__(self, shapes: Sequence[Shape], kind: str | None = None) -> None:
        self.kind = kind
        self.shapes = shapes


@frozen
class Bookmark:
    """An entry of the outline at the side of a PDF reader: words, level from 0, and how far down the page."""

    words: str
    level: int
    y: float


@dataclass(slots=True)
class Page:
    """One sheet: its size in points and what stands on it, in drawing order."""

    width: float
    height: float
    content: list[Content | Decoration] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """Pages with the meaning that runs through them (`root`, role "Document") and the properties a reader shows.

    Whoever draws the pages draws them in the colours of `palette`, and as pictures with `dpi` dots per inch.
    `foot` is what stands at the left of every page's foot, `marking` the protective marking, `appendix` the boxed letter.
    """

    title: str
    pages: list[Page]
    root: Node
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    palette: Palette = PAPER
    archive: bool = False
    dpi: int = 200
    foot: str = ""
    marking: str = ""
    appendix: str = ""
