"""Finds tags: short capitals in brackets behind titles, "(GAP)" or "(DAP & RAP)", that come back in a plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkplanner.models.formats.row_cells import Row

_TAGS = re.compile(r"\(([A-Z]{2,6}(?:\s*(?:,\s*&?|&|/|,?\s*\band\b)\s*[A-Z]{2,6})*)\)[\s.;]*$")
_ONE = re.compile(r"[A-Z]{2,6}")
FEWEST = 2
"""Capitals behind a single title are an abbreviation; behind so many they are a tag."""


def tag_rows(rows: Sequence[Row]) -> None:
    """Give rows the tags that stand in brackets at the end of their titles; the titles keep them."""
    found = {number: _capitals(row.title) for number, row in enumerate(rows) if not row.kind.is_heading}
    times = Counter(word for words in found.values() for word in words)
    for number, words in found.items():
        tags = (word for word in words if times[word] >= FEWEST)
        rows[number].tags = tuple(dict.fromkeys((*rows[number].tags, *tags)))


def _capitals(title: str) -> list[str]:
    found = _TAGS.search(title)
    if not found:
        return []
    before = re.findall(r"\b[A-Z]", title[: found.start()])
    words = _ONE.findall(found[1])
    return [] if len(words) == 1 and "".join(before[-len(words[0]) :]) == words[0] else words
