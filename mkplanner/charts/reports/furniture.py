"""What stands round the body of every page: title block, running head, page numbers, marking, version and date."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.words import long_date
from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.house import House
from mkplanner.charts.shapes import Bitmap, Box, Content, Decoration, Document, Line, Node, Page, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

_LOGO_HIGH, _LOGO_WIDE = 46.0, 150.0
_SMALL = 8.0
"""The smallest type on paper."""


class Furniture:
    """The frame round a report's pages, in the order a reader meets it: council, title, subtitle, appendix letter.

    `position` adds "Position at 12 November 2025", for reports whose content depends on the day; `about` is put behind
    the plan's title, for reports that are not the plan itself ("who does what").
    """

    def __init__(
        self, plan: Plan, sheet: Sheet, today: date, fallback: str, *, position: bool = False, about: str = ""
    ) -> None:
        self.info = info = plan.info
        self.logo = House.of(plan).logo
        self.sheet = sheet
        self.today = today
        title = info.title.strip()
        self.title = (f"{title}: {about}" if about else title) if title else fallback
        self.root = Node("Document")
        self._position = position
        self._footer = self._footer_lines()
        self._footer_top = sheet.height - 36 - 10 * len(self._footer)

    @property
    def bottom(self) -> float:
        """Where the body of a page ends."""
        return self._footer_top - 10

    def flow(self, progress: Progress | None = None) -> Flow:
        """Return pages to fill, the first with the whole title block, later ones with a running head."""
        return Flow(self.sheet, self.bottom, self._begin, progress)

    def say(self, flow: Flow, words: str) -> None:
        """Write a sentence below what stands on the page."""
        flow.y += 22
        flow.put(Content(Node("P", self.root), [Text(self.sheet.left, flow.y - 4, words, "regular", 10, "text2")]))

    def document(self, flow: Flow) -> Document:
        """Close the last page, number all of them, and return the finished document."""
        flow.close_page()
        for number, page in enumerate(flow.pages, start=1):
            page.content.append(self._foot(page, f"Page {number} of {len(flow.pages)}"))
        subject = ", ".join(part for part in (self.info.council.strip(), *self._subtitles()) if part)
        document = Document(self.title, flow.pages, self.root, self.info.author.strip(), subject)
        document.foot, document.marking = self._foot_words(), self.info.marking.strip()
        document.appendix = self.info.appendix.strip()
        return document

    def _begin(self, flow: Flow) -> float:
        return self._running_head(flow) if len(flow.pages) > 1 else self._title_block(flow)

    def _title_block(self, flow: Flow) -> float:
        box = self._appendix_box(16)
        logo = self._logo_place(box)
        room = (logo.x - 18 if logo else box.x - 18 if box else self.sheet.right) - self.sheet.left
        y = 36.0
        blocks = (
            ("P", self.info.council.strip(), "regular", 9.0, 12.0, "text2"),
            ("H1", self.title, "bold", 16.0, 19.0, "text"),
            ("P", ". ".join(self._subtitles()), "regular", 9.5, 13.0, "text2"),
        )
        for role, words, face, size, leading, colour in blocks:
            if not words:
                continue
            lines = wrap(words, face, size, room)
            shapes: list[Shape] = []
            for line in lines:
                y += leading
                shapes.append(Text(self.sheet.left, y - leading * 0.24, line, face, size, colour))
            flow.put(Content(Node(role, self.root), shapes))
        if box:
            flow.put(Content(Node("P", self.root), self._boxed(box, 11)))
            y = max(y, box.bottom)
        if logo and self.logo:
            figure = Node("Figure", self.root, alt=self.logo.alt.strip() or self.info.council.strip() or "Logo")
            flow.put(Content(figure, [Bitmap(logo, self.logo.data)]))
            y = max(y, logo.bottom)
        return self._rule(flow, y + 7, 1.5)

    def _logo_place(self, box: Rect | None) -> Rect | None:
        """Where the logo goes: at the right of the title, beside the appendix letter, never larger than it needs."""
        if self.logo is None:
            return None
        scale = min(_LOGO_HIGH / self.logo.height, _LOGO_WIDE / self.logo.width)
        wide, high = self.logo.width * scale, self.logo.height * scale
        right = box.x - 14 if box else self.sheet.right
        return Rect(right - wide, 34.0, wide, high)

    def _running_head(self, flow: Flow) -> float:
        box = self._appendix_box(10)
        room = (box.x - 18 if box else self.sheet.right) - self.sheet.left
        y = 34.0
        shapes: list[Shape] = []
        for line in wrap(self.title, "bold", 10, room):
            y += 12.5
            shapes.append(Text(self.sheet.left, y - 3, line, "bold", 10))
        if box:
            shapes.extend(self._boxed(box, 9))
            y = max(y, box.bottom)
        flow.put(Decoration(shapes, "Pagination"))
        return self._rule(flow, y + 4, 1.0)

    def _rule(self, flow: Flow, y: float, thick: float) -> float:
        flow.put(Decoration([Line(self.sheet.left, y, self.sheet.right, y, "accent", thick)]))
        return y + 10

    def _appendix_box(self, size: float) -> Rect | None:
        words = self.info.appendix.strip()
        if not words:
            return None
        letters, padding, height = (11.0, 10.0, 21.0) if size > 10 else (9.0, 7.0, 15.0)
        wide = min(width(words, "bold", letters) + 2 * padding, self.sheet.body_width / 3)
        lines = len(wrap(words, "bold", letters, wide - 2 * padding + 0.1))
        return Rect(self.sheet.right - wide - 0.5, 36.5, wide, height + (lines - 1) * letters * 1.2)

    def _boxed(self, box: Rect, letters: float) -> list[Shape]:
        padding = 10.0 if letters > 9 else 7.0
        shapes: list[Shape] = [Box(box, stroke="text", width=1.0)]
        lines = wrap(self.info.appendix.strip(), "bold", letters, box.width - 2 * padding + 0.1)
        first = box.middle + letters * 0.36 - (len(lines) - 1) * letters * 0.6
        for number, line in enumerate(lines):
            left = box.x + (box.width - width(line.rstrip(), "bold", letters)) / 2
            shapes.append(Text(left, first + number * letters * 1.2, line, "bold", letters))
        return shapes

    def _subtitles(self) -> list[str]:
        found = [self.info.subtitle.strip().rstrip(".")] if self.info.subtitle.strip() else []
        return [*found, f"Position at {long_date(self.today)}"] if self._position else found

    def _foot_words(self) -> str:
        author, version = self.info.author.strip(), self.info.version.strip()
        parts = [f"Prepared by {author}" if author else "", long_date(self.today)]
        if version:
            parts.append(f"version\u00a0{version}" if version[0].isdigit() else version)
        return ", ".join(part for part in parts if part)

    def _footer_lines(self) -> list[str]:
        beside = width(self.info.marking.strip(), "bold", _SMALL) + width("Page 999 of 999", "regular", _SMALL)
        return wrap(self._foot_words(), "regular", _SMALL, max(self.sheet.body_width - beside - 4 * _SMALL, 72))

    def _foot(self, page: Page, numbering: str) -> Decoration:
        """Author, date and version at the left, page number at the right, the marking in the middle if that is free."""
        y, sheet = self._footer_top + 12, self.sheet
        shapes: list[Shape] = [Line(sheet.left, self._footer_top, sheet.right, self._footer_top, "grid2", 0.5)]
        for number, line in enumerate(self._footer):
            shapes.append(Text(sheet.left, y + 10 * number, line, "regular", _SMALL, "text2"))
        numbers_at = sheet.right - width(numbering, "regular", _SMALL)
        shapes.append(Text(numbers_at, y, numbering, "regular", _SMALL, "text2"))
        marking = self.info.marking.strip()
        if marking:
            used = sheet.left + max(width(line.rstrip(), "regular", _SMALL) for line in self._footer)
            wide = width(marking, "bold", _SMALL)
            middle = (page.width - wide) / 2
            at = middle if middle > used + 2 * _SMALL else (used + numbers_at - wide) / 2
            shapes.append(Text(at, y, marking, "bold", _SMALL))
        return Decoration(shapes, "Pagination")
