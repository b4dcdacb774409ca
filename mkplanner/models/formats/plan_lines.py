"""Cells that hold a line for each thing: progress updates and links, read back from our own tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from mkplanner.models.formats.plan_tables import Head
from mkplanner.models.ids import new_id
from mkplanner.models.links.words import TYPE_WORDS
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.plan import Dependency, LinkType, Update
from mkplanner.models.status import Rag
from mkplanner.models.timeframes.words import MONTH_NAMES

_UPDATE = re.compile(r"^(?:(\d{1,2}) ([A-Z][a-z]+) (\d{4}))?\s*(?:\(([^)]*)\))?:\s*(.*)$", re.S)
_LINK = re.compile(r"^([\d.]+)(?: ([a-z ]+?))?(?: ([+-]\d+) days)?$")
_TYPES = {words.lower(): kind for kind, words in TYPE_WORDS.items()}
_MONTHS = {MONTH_NAMES[number]: number for number in range(1, 13)}


def read_updates(cells: Mapping[str, str], item: str) -> Iterator[Update]:
    """Yield the updates of a row; a line that is not in our form is an update without a date."""
    lines = [line.strip() for line in cells.get(Head.PROGRESS, "").split("\n") if line.strip()]
    for line, order in zip(lines, keys_after("", len(lines)), strict=True):
        found = _UPDATE.match(line)
        day = _day(found) if found else None
        if found is None or (day is None and not found[4]):
            yield Update(new_id(), item, None, line, order=order)
            continue
        about = [part.strip() for part in (found[4] or "").split(",")]
        rag = next((light for light in Rag if light.value == about[0]), None)
        author = ", ".join(about[1:] if rag else about)
        yield Update(new_id(), item, day, found[5], rag, author, order)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), _MONTHS[found[2]], int(found[1]))
    except (KeyError, TypeError, ValueError):
        return None


def read_links(cells: Mapping[str, str], item: str, ids: Mapping[str, str]) -> Iterator[Dependency]:
    """Yield the links of a row to those it follows; numbers that no row has are passed over."""
    for line in cells.get(Head.FOLLOWS, "").split("\n"):
        found = _LINK.match(line.strip())
        before = ids.get(found[1].rstrip(".")) if found else None
        if found and before and before != item:
            kind = _TYPES.get(found[2] or "", LinkType.FS)
            yield Dependency(new_id(), before, item, kind, int(found[3] or 0))
