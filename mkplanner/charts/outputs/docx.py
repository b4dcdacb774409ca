"""A report as a Word document that is ready for the board and easy to go on writing in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from mkplanner.charts.outputs.docx_pages import add_frame, carry, set_modern
from mkplanner.charts.outputs.docx_pictures import Pictures
from mkplanner.charts.outputs.docx_styles import ABOUT, KEY, LEAD, LEGEND, add_styles
from mkplanner.charts.outputs.docx_tables import DocxTables
from mkplanner.charts.outputs.docx_words import line_runs, run
from mkplanner.charts.outputs.docx_xml import border, made
from mkplanner.charts.outputs.fronts import front_blocks
from mkplanner.charts.outputs.packing import word_file
from mkplanner.charts.outputs.png import make_ready
from mkplanner.charts.outputs.reading import figures_in
from mkplanner.charts.outputs.story import Block, Figure, Heading, Listing, Paragraph, Story, Table
from mkplanner.charts.palette import Palette
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.progress import Progress

MARGIN = 36.0
_KEY = 11.0
"""Paragraphs set larger than this are key sentences."""


def docx_bytes(
    story: Story, palette: Palette, made_at: datetime, progress: Progress | None = None, carried: str | None = None
) -> bytes:
    """Return a report as the bytes of a Word document; the same report and moment give the same bytes.

    `carried` is a line that the file carries in a part of its own, for us to read again.

    Raises `Cancelled` if the user thought better of it.
    """
    progress = progress or Progress()
    with no_search_for_garbage():
        writer = _Writer(story, palette, progress)
        writer.write(made_at)
        if carried:
            carry(writer.document, carried)
        return word_file(writer.document, lambda done, of: progress.report(done, of, "Packing the Word document"))


class _Writer:
    def __init__(self, story: Story, palette: Palette, progress: Progress) -> None:
        self.story = story
        self.palette = palette
        self.progress = progress
        self._tell()
        self.document: Any = Document()
        self.room = story.width - 2 * MARGIN
        self.pictures = Pictures(self.document, palette)
        self._led = False
        self.tables = DocxTables(self.pictures, palette, self.room, progress)

    def write(self, made_at: datetime) -> None:
        """Write everything, in reading order."""
        self._tell()
        add_styles(self.document, self.palette, self._cell_size())
        self._tell()
        self._front = True
        self._page()
        self._properties(made_at)
        set_modern(self.document)
        add_frame(self.document, self.story, self.palette, self.room)  # first: it looks through all that is in the file
        self._tell()
        if any(figures_in(self.story)):
            make_ready(self._tell)
        title = self.story.title
        front = front_blocks(self.story)
        for number, block in enumerate(self.story.blocks):
            if number == front:
                self._close_front()
            self._front = number < front
            if isinstance(block, Heading) and block.level > 1:
                title = block.words
            self._block(block, title)
            if _introduces(block, self.story.blocks[number + 1 :]):
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def _tell(self) -> None:
        """Tell, between steps that take a tenth of a second each, that one is at work; raises where that is to stop."""
        self.progress.report(0, 1, "Preparing the Word document")

    def _cell_size(self) -> float:
        sizes = [block.size for block in self.story.blocks if isinstance(block, Table)]
        return max(sizes, default=9.5)

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Pt(self.story.width), Pt(self.story.height)
        wide = self.story.width > self.story.height
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Pt(MARGIN)
        section.top_margin, section.bottom_margin = Pt(MARGIN), Pt(MARGIN + 14)
        section.header_distance = section.footer_distance = Pt(26)

    def _properties(self, made_at: datetime) -> None:
        facts = self.document.core_properties
        facts.title, facts.author, facts.subject = self.story.title, self.story.author, self.story.subject
        facts.language, facts.comments, facts.keywords = self.story.language, "", ""
        facts.last_modified_by = self.story.author
        facts.created = facts.modified = made_at
        facts.revision = 1

    def _block(self, block: Block, title: str) -> None:
        document = self.document
        if isinstance(block, Heading):
            added = document.add_heading(block.words, min(block.level, 3))
            if self._led:
                added.paragraph_format.space_before = Pt(1)
            self._led = False
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Listing):
            self._listing(block)
        elif isinstance(block, Figure) and self._front:
            self._logo(block)
        elif isinstance(block, Figure):
            width = min(block.picture.rect.width, self.room)
            document.add_paragraph()._p.append(self.pictures.figure(block, width))
        elif isinstance(block, Table):
            if block.caption:
                document.add_paragraph(block.caption, style="Caption")
            self.tables.write(block, title, self._place)
            self._gap()

    def _place(self, element: Any) -> None:
        body = self.document.element.body
        body.insert(len(body) - 1, element)  # the last one describes the page

    def _gap(self) -> None:
        """Word joins tables that touch; a low paragraph keeps them apart."""
        gap = self.document.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)
        gap._p.get_or_add_pPr().append(made("w:rPr", made("w:sz", val=8)))

    def _paragraph(self, block: Paragraph) -> None:
        words = block.line.words.strip()
        is_front = self._front
        if words == self.story.appendix and is_front:
            self._appendix(words)
            return
        style = KEY if block.size > _KEY else LEAD if block.leads else ABOUT if is_front else LEGEND
        if block.size >= 9.5 and style == LEGEND:
            style = "Normal"
        base = "text2" if style in (ABOUT, LEAD) else "text"
        added = self.document.add_paragraph(style=style)
        for part in line_runs(block.line, self.palette, self.pictures.sign, quiet_base=base):
            added._p.append(part)
        self._led = block.leads

    def _close_front(self) -> None:
        """Draw a rule below the title block."""
        last = self.document.paragraphs[-1]
        last.paragraph_format.space_after = Pt(10)
        edge = made("w:pBdr", border("bottom", self.palette["accent"], 12, space=5))
        last._p.get_or_add_pPr().insert_element_before(edge, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")

    def _appendix(self, words: str) -> None:
        """The boxed letter, at the right end of the first line."""
        first = self.document.paragraphs[0]
        first.paragraph_format.tab_stops.add_tab_stop(Pt(self.room), WD_TAB_ALIGNMENT.RIGHT)
        first._p.append(made("w:r", made("w:tab")))
        box = border("bdr", self.palette["text"], 8, space=4)
        first._p.append(run(f"\u00a0\u00a0{words}\u00a0\u00a0", made("w:b"), _black(self.palette), _size(11), box))

    def _logo(self, block: Figure) -> None:
        """The council's logo, at the right end of the first line as on paper, before the boxed letter."""
        first = self.document.paragraphs[0]
        picture = self.pictures.figure(block, block.picture.rect.width)
        tab = next((kid for kid in first._p if kid.find(qn("w:tab")) is not None), None)
        if tab is not None:
            tab.addnext(picture)
            picture.addnext(run("\u2003"))
            return
        first.paragraph_format.tab_stops.add_tab_stop(Pt(self.room), WD_TAB_ALIGNMENT.RIGHT)
        first._p.append(made("w:r", made("w:tab")))
        first._p.append(picture)

    def _listing(self, block: Listing) -> None:
        if not any(line.figure for line in block.lines):
            for line in block.lines:
                added = self.document.add_paragraph(style="List Bullet" if line.level < 2 else "List Bullet 2")
                for part in line_runs(line, self.palette, self.pictures.sign):
                    added._p.append(part)
            return
        added = self.document.add_paragraph(style=LEGEND)
        for number, line in enumerate(block.lines):
            if number:
                added._p.append(run(" \u2003"))
            if line.figure:
                added._p.append(self.pictures.legend_sign(line.figure))
            added._p.append(run("\u00a0" + line.words.strip().replace(" ", "\u00a0")))


def _introduces(block: Block, rest: Sequence[Block]) -> bool:
    """Whether a block belongs on the page of what follows: the words above a figure, and a figure above its numbers."""
    following = rest[0] if rest else None
    return (isinstance(block, Paragraph) and isinstance(following, Figure)) or (
        isinstance(block, Figure) and isinstance(following, Table)
    )


def _black(palette: Palette) -> Any:
    return made("w:color", val=palette["text"].removeprefix("#"))


def _size(points: float) -> Any:
    return made("w:sz", val=round(2 * points))
