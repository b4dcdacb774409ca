"""A drawing too tall for one sheet to pages: sizes of paper, and a flow that fills one page after another from the top."""

from __future__ import annotations

from collections.abc import Callable

from mkplanner.charts.shapes import Bookmark, Content, Decoration, Page
from mkplanner.progress import Progress
from mkplanner.records import frozen

MM = 72 / 25.4
"""Points in a millimetre."""

PAPERS = {"A4": (210 * MM, 297 * MM), "A3": (297 * MM, 420 * MM)}
"""Width and height of each paper, upright."""

UNDER, RULES, CONTENT, OVER = range(4)
"""The layers of a page, lowest first: tints, grid and rules, what is read, and flags on top of everything."""


@frozen
class Sheet:
    """One size of paper the way it is held, with its margins, in points."""

    width: float
    height: float
    margin: float = 36.0

    @classmethod
    def of(cls, paper: str, orientation: str) -> Sheet:
        """The sheet for "A4" or "A3", "portrait" or "landscape"."""
        width, height = PAPERS[paper]
        return cls(height, width) if orientation == "landscape" else cls(width, height)

    @property
    def left(self) -> float:
        """Where the body begins."""
        return self.margin

    @property
    def right(self) -> float:
        """Where the body ends."""
        return self.width - self.margin

    @property
    def body_width(self) -> float:
        """How wide the body is."""
        return self.width - 2 * self.margin


class Flow:
    """Pages being filled: `y` is how far down the last page is used, `top` and `bottom` where its body begins and ends.

    `begin` is called for each new page to draw what stands above the body; it returns where the body begins.
    """

    def __init__(
        self, sheet: Sheet, bottom: float, begin: Callable[[Flow], float], progress: Progress | None = None
    ) -> None:
        self.sheet = sheet
        self.bottom = bottom
        self.pages: list[Page] = []
        self._begin = begin
        self._progress = progress
        self._layers: list[list[Content | Decoration]] = [[], [], [], []]
        self.y = self.top = 0.0
        self.new_page()

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self.bottom - self.y

    def breathe(self) -> None:
        """Say that the work goes on, in stretches where no page is begun; here it can be stopped."""
        if self._progress is not None:
            self._progress.report(0, 1, "Laying out")

    def new_page(self) -> None:
        """Close the page and begin another."""
        self.close_page()
        if self._progress is not None:
            self._progress.report(0, 1, f"Laying out page {len(self.pages) + 1}")
        self.pages.append(Page(self.sheet.width, self.sheet.height))
        self.y = self.top = self._begin(self)

    def close_page(self) -> None:
        """Hand the layers of the last page over to it, lowest first; nothing may be put on it afterwards."""
        if self.pages:
            self.pages[-1].content = [part for layer in self._layers for part in layer]
        self._layers = [[], [], [], []]

    def put(self, part: Content | Decoration, layer: int = CONTENT) -> None:
        """Put something on the last page."""
        self._layers[layer].append(part)

    def bookmark(self, words: str, level: int) -> None:
        """Note that something begins here for the outline beside the pages."""
        self.pages[-1].bookmarks.append(Bookmark(words, level, self.y))
