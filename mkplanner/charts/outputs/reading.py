"""The pages of a report to the story they tell, by the meaning that its layout has given them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mkplanner.charts.outputs.reading_tables import read_table
from mkplanner.charts.outputs.reading_words import read_figure, read_lines, size_of
from mkplanner.charts.outputs.story import Block, Figure, Heading, Listing, Paragraph, Story
from mkplanner.charts.shapes import Content, Document, Node
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.progress import Progress

_GROUPS = ("Document", "Sect", "Part", "Div", "Art")


def read_story(document: Document, progress: Progress | None = None) -> Story:
    """Return a report's blocks in reading order; every report can be read, whoever has laid it out.

    Raises `Cancelled` if the user thought better of it.
    """
    page = document.pages[0]
    with no_search_for_garbage():
        blocks = list(_blocks(document.root, progress or Progress()))
    for block, following in pairwise(blocks):
        if isinstance(block, Paragraph):
            block.leads = isinstance(following, Heading) and following.level > 1
    return Story(
        document.title,
        blocks,
        page.width,
        page.height,
        document.author,
        document.subject,
        document.language,
        document.foot,
        document.marking,
        document.appendix,
    )


def _blocks(node: Node, progress: Progress) -> Iterator[Block]:
    for kid in node.kids:
        if isinstance(kid, Content):
            continue
        if kid.role in _GROUPS:
            yield from _blocks(kid, progress)
        else:
            yield from _block(kid, progress)


def _block(node: Node, progress: Progress) -> Iterator[Block]:
    if node.role == "Table":
        yield read_table(node, progress)
    elif node.role == "Figure":
        figure = read_figure(node)
        if figure:
            yield figure
    elif len(node.role) == 2 and node.role[0] == "H" and node.role[1].isdigit():
        yield Heading(int(node.role[1]), " ".join(line.words for line in read_lines(node)))
    elif node.role == "L":
        yield Listing(read_lines(node), size_of(node))
    else:
        for line in read_lines(node):
            yield Paragraph(line, size_of(node))


def figures_in(story: Story) -> Iterator[Figure]:
    """Yield every figure of a story, those in cells too."""
    for block in story.blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Listing):
            yield from (line.figure for line in block.lines if line.figure)
        elif not isinstance(block, Heading | Paragraph):
            for row in (*block.head, *block.body):
                yield from (line.figure for cell in row.cells for line in cell.lines if line.figure)
