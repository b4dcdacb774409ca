"""Where the title block of a report ends."""

from __future__ import annotations

from mkplanner.charts.outputs.story import Heading, Paragraph, Story


def front_blocks(story: Story) -> int:
    """Return how many blocks belong to the title: all up to it, and the lines about it right below."""
    blocks = story.blocks
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1), -1) + 1
    while at < len(blocks) and isinstance(found := blocks[at], Paragraph) and _is_about(found, story):
        at += 1
    return at


def _is_about(block: Paragraph, story: Story) -> bool:
    """Whether a paragraph still belongs to the title: the subtitle, or the boxed letter."""
    words = block.line.words.strip()
    return words == story.appendix or (bool(words) and story.subject.endswith(", ".join(words.split(". "))))
