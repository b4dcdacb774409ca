"""How far a date lies from something else: "within 3 months of appointment" is three months after it, at the latest.

Words come in, an `Offset` or None goes out. What it lies from is not decided here: that is for a link to say.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from mkplanner.models.timeframes import periods, words
from mkplanner.models.timeframes.holidays import next_working_day, previous_working_day
from mkplanner.records import frozen

_LARGEST = {"working day": 500, "day": 3660, "week": 520, "month": 120, "quarter": 40, "year": 10}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(sorted(words.NUMBER_WORDS, key=len, reverse=True))})"
_UNIT = rf"(?P<unit>{'|'.join(sorted(words.UNITS, key=len, reverse=True))})(?:['’]s?|s['’])?"
_OFFSET = re.compile(
    rf"\b(?P<within>within\s+(?:the\s+)?(?:next\s+)?)?{_NUMBER}(?:\s*\(\d{{1,4}}\))?\s*-?\s*(?P<working>working\s+|business\s+)?{_UNIT}"
    r"(?:\s+time)?\s+(?P<side>after|following|from|of|since|before|prior\s+to|ahead\s+of|in\s+advance\s+of)\b",
    re.IGNORECASE,
)
_EARLIER = frozenset({"before", "prior to", "ahead of", "in advance of"})


@frozen
class Offset:
    """So many units before or after something: "six weeks before the launch"."""

    number: int
    unit: str
    is_before: bool = False

    def day_from(self, anchor: date, nation: str) -> date:
        """The day that lies so far from another. Raises ValueError or OverflowError where the calendar ends."""
        number = -self.number if self.is_before else self.number
        if self.unit == "working day":
            step = previous_working_day if self.is_before else next_working_day
            for _ in range(self.number):
                anchor = step(anchor, nation)
            return anchor
        if self.unit in _MONTHS:
            return periods.add_months(anchor, number * _MONTHS[self.unit])
        return anchor + timedelta(number * (7 if self.unit == "week" else 1))


@lru_cache(maxsize=4096)
def read_offset(text: str) -> Offset | None:
    """Return the only offset that words name, or None: where there are several, nobody can tell which is meant."""
    found = [offset for match in _OFFSET.finditer(" ".join(text.split())) if (offset := _offset(match))]
    return found[0] if len(found) == 1 else None


def _offset(match: re.Match[str]) -> Offset | None:
    side = " ".join(match["side"].lower().split())
    if side == "of" and not match["within"]:
        return None
    said = match["number"].lower()
    number = int(said) if said.isdigit() else words.NUMBER_WORDS[said]
    unit = words.UNITS[match["unit"].lower()]
    if unit == "fortnight":
        number, unit = number * 2, "week"
    if match["working"]:
        unit = f"working {unit}"
    if not 0 < number <= _LARGEST.get(unit, 0):
        return None
    return Offset(number, unit, side in _EARLIER)
