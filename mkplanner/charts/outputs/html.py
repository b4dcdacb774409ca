"""A report as one web page that holds everything it needs, for screen readers as much as for eyes; it also prints well."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mkplanner.charts.outputs.fronts import front_blocks
from mkplanner.charts.outputs.html_style import style_sheet
from mkplanner.charts.outputs.html_tables import HtmlTables
from mkplanner.charts.outputs.html_words import Names, line_html, lines_html, shown
from mkplanner.charts.outputs.story import Block, Figure, Heading, Listing, Paragraph, Story, Table
from mkplanner.charts.outputs.svg_shapes import inline_svg
from mkplanner.charts.palette import Palette
from mkplanner.models.formats.read_html import CARRIED
from mkplanner.progress import Progress

_KEY = 11.0
"""Paragraphs set larger than this are key sentences."""


def html_page(story: Story, palette: Palette, progress: Progress | None = None, carried: str | None = None) -> str:
    """Return a report as the text of an HTML file. Raises `Cancelled` if the user thought better of it.

    `carried` is a line that the page carries in its head, for us to read again.
    """
    return "".join(f"{part}\n" for part in _Page(story, palette, progress or Progress(), carried).parts())


class _Page:
    def __init__(self, story: Story, palette: Palette, progress: Progress, carried: str | None) -> None:
        self.story = story
        self.carried = carried
        self.palette = palette
        self.names = Names()
        self.tables = HtmlTables(palette, self.names, progress)

    def parts(self) -> Iterator[str]:
        story = self.story
        count = front_blocks(story)
        front, body = story.blocks[:count], story.blocks[count:]
        yield "<!DOCTYPE html>"
        yield f'<html lang="{story.language}">'
        yield from self._head()
        yield "<body>"
        yield from self._front(front)
        yield "<main>"
        title = story.title
        for block in body:
            if isinstance(block, Heading):
                title = block.words
            yield from self._block(block, title)
        yield "</main>"
        yield "<footer>"
        marking = f"<strong>{shown(story.marking)}</strong>" if story.marking else ""
        yield f"<span>{shown(story.foot)}</span>{marking}"
        yield "</footer>\n</body>\n</html>"

    def _head(self) -> Iterator[str]:
        story = self.story
        yield '<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{shown(story.title)}</title>"
        facts = [("author", story.author), ("description", story.subject), ("generator", "MK Planner")]
        for name, words in (*facts, (CARRIED, self.carried)):
            if words:
                yield f'<meta name="{name}" content="{escape(words)}">'
        yield f"<style>\n{style_sheet(self.palette, story.width, story.height)}\n</style>\n</head>"

    def _front(self, blocks: list[Block]) -> Iterator[str]:
        """The title block: who, what, for whom; the appendix letter beside it."""
        yield "<header><div><div>"
        box = logo = ""
        for block in blocks:
            if isinstance(block, Heading):
                yield f"<h1>{shown(block.words)}</h1>"
            elif isinstance(block, Paragraph) and block.line.words.strip() == self.story.appendix:
                box = f'<p class="appendix">{shown(self.story.appendix)}</p>'
            elif isinstance(block, Paragraph):
                yield f'<p class="about">{line_html(block.line)}</p>'
            elif isinstance(block, Figure):
                drawn = inline_svg(block.picture, self.palette, self.names.new(), block.alt)
                logo = f'<div class="logo">{drawn}</div>'
        yield f"</div>{logo}{box}</div></header>"

    def _block(self, block: Block, title: str) -> Iterator[str]:
        if isinstance(block, Heading):
            level = min(max(block.level, 2), 6)
            yield f"<h{level}>{shown(block.words)}</h{level}>"
        elif isinstance(block, Paragraph):
            kind = ' class="key"' if block.size > _KEY else ' class="lead"' if block.leads else ""
            yield f"<p{kind}>{line_html(block.line)}</p>"
        elif isinstance(block, Listing):
            yield self._listing(block)
        elif isinstance(block, Figure):
            yield f"<figure>{inline_svg(block.picture, self.palette, self.names.new(), block.alt)}</figure>"
        elif isinstance(block, Table):
            yield from self.tables.table(block, title)

    def _listing(self, block: Listing) -> str:
        if not any(line.figure for line in block.lines):
            return lines_html(block.lines)
        entries = []
        for line in block.lines:
            sign = inline_svg(line.figure.picture, self.palette, self.names.new()) if line.figure else ""
            entries.append(f"<li>{sign}<span>{line_html(line)}</span></li>")
        return f'<ul class="legend">{"".join(entries)}</ul>'
