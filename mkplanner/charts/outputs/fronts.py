"""Where the title block of a report ends."""

from __future__ import annotations

from mkplanner.charts.outputs.story import Block, Figure, Heading, Paragraph, Story
from mkplanner.charts.shapes import Bitmap


def front_blocks(story: Story) -> int:
    """Return how many blocks belong to the title: all up to it, and the lines about it right below, with the logo."""
    blocks = story.blocks
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1), -1) + 1
    while at < len(blocks) and (is_logo(blocks[at]) or _is_about(blocks[at], story)):
        at += 1
    return at


def is_logo(block: Block) -> bool:
    """Whether a block is the council's logo, the one picture that no report draws itself."""
    return isinstance(block, Figure) and any(isinstance(shape, Bitmap) for shape in block.picture.shapes)


def _is_about(block: Block, story: Story) -> bool:
    """Whether a block is a paragraph that still belongs to the title: the subtitle, or the boxed letter."""
    if not isinstance(block, Paragraph):
        return False
    words = block.line.words.strip()
    return words == story.appendix or (bool(words) and story.subject.endswith(", ".join(words.split(". "))))
