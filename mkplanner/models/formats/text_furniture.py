"""Page furniture: cookie banners, running heads, page numbers and "updated" stamps, set aside and told in notices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkplanner.models.formats.cleaning import Line, one_line, without_emphasis
from mkplanner.models.formats.headings import is_heading_row, is_spelt, run_together
from mkplanner.models.formats.parts import Aside
from mkplanner.models.formats.row_titles import leading_ref
from mkplanner.models.timeframes.recognise import looks_like_date_cell
from mkplanner.records import frozen

_BANNER = re.compile(
    r"\bcookies?\b.*\b(website|site|experience|browser|privacy|accept|policy)\b"
    r"|\b(website|site)\b.*\bcookies?\b|^(skip|jump) to (main )?(content|navigation)\b|^back to top$"
    r"|^(©|copyright\b)|\ball rights reserved\b|^print this page$|^share (this|on)\b",
    re.I,
)
_STAMP = re.compile(
    r"^(?:(?:page|date)\s+)?(?:last\s+)?(?:updated|modified|reviewed|printed|generated|published)(?:\s+on)?\s*:?\s*"
    r"(?:\w+day,?\s+)?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4}|\w+\s+\d{4})"
    r"(?:[ ,T]+\d{1,2}:\d{2}\S*)?\.?$",
    re.I,
)
_PAGE = re.compile(r"^(?:[-–]\s*)?page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–])?$|^[-–]\s*\d{1,4}\s*[-–]$", re.I)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|\bhttps?://\S+$", re.I)
_DAMAGED_YEAR = re.compile(r"\b20\d{3}(?=\s?/\s?\d\d\b)")
_HEAD_WORD = re.compile(
    r"\b20\d\d|\b(plan|report|appendix|annex|programme|strategy|timetable|schedule|minutes|agenda|draft)\b", re.I
)
_NAME_END = re.compile(r"\b(boards?|groups?|committee|teams?|forum|panel|officers?|managers?|directors?|leads?)$", re.I)
FEWEST_HEADS = 3
"""A title near the top that comes back at least so often is a running head."""


@frozen
class Kept:
    """A text without its furniture: the lines that stay, what was set aside, and the running head as a title, if any.

    `breaks` holds the numbers of lines where a page seems to end.
    """

    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    running_head: str = ""
    breaks: frozenset[int] = frozenset()


def set_aside(lines: Sequence[Line]) -> Kept:
    """Part a text from its page furniture; nothing is dropped without an `Aside` that repeats its words."""
    heads = _running_heads(lines)
    kept: list[Line] = []
    asides: list[Aside] = []
    breaks: set[int] = set()
    told: Counter[str] = Counter()
    for line in lines:
        text = one_line(line.text)
        if text in heads:
            breaks.add(line.number)
            told[text] += 1
        elif text and "\t" not in line.text and _is_furniture(text):
            asides.append(Aside("import-furniture", "Left out as page furniture", text, line.number))
            if _PAGE.match(text):
                breaks.add(line.number)
        else:
            kept.append(line)
    asides += [_head_aside(text, times, heads[text]) for text, times in told.items()]
    head = _best_head(told)
    asides += [aside for text in told if (aside := _damage(text, heads[text]))]
    return Kept(tuple(kept), tuple(sorted(asides, key=lambda aside: aside.line)), head, frozenset(breaks))


def _is_furniture(text: str) -> bool:
    if len(text) > 400:
        return False
    return bool(_STAMP.match(text) or _PAGE.match(text) or _BANNER.search(text) or _ADDRESS.search(text))


def _running_heads(lines: Sequence[Line]) -> dict[str, int]:
    """Return running heads with the line each first stands on: whole lines of several words that come back page by page."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for line in lines:
        text = one_line(line.text)
        if _can_be_head(text, line.text):
            counts[text] += 1
            first.setdefault(text, line.number)
    table = _first_table(lines)
    frequent = {text for text, times in counts.items() if times >= FEWEST_HEADS and first[text] < table}
    frequent = {text for text in frequent if not looks_like_date_cell(text)}
    alike = {_digits_off(text) for text in frequent}
    return {text: first[text] for text in counts if text in frequent or _digits_off(text) in alike}


def _can_be_head(text: str, raw: str) -> bool:
    if not 12 <= len(text) <= 160 or any(sign in raw for sign in ("\t", "|", " / ")) or text.count(" ") < 2:
        return False
    return bool(_HEAD_WORD.search(text)) and not _NAME_END.search(text) and not leading_ref(text)[0]


def _first_table(lines: Sequence[Line]) -> int:
    """Return the line by which titles have ended: that of the first heading of a table, or the ninth that says anything."""
    filled = [line for line in lines[:400] if not line.is_blank][:9]
    for line, below in zip(filled, [*filled, Line(0, "")][1:], strict=True):
        cells = line.text.split("\t")
        alone = len(cells) == 1 and (run_together(line.text) or (is_spelt(line.text) and is_spelt(below.text)))
        if alone or is_heading_row(cells):
            return line.number
    return filled[-1].number + (len(filled) < 9) if filled else 0


def _digits_off(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _best_head(told: Counter[str]) -> str:
    """Return the running head to use as a title: the one without a slip of the pen, else the most frequent."""
    whole = [text for text, times in told.items() if times and not _DAMAGED_YEAR.search(text)]
    ranked = sorted(whole or told, key=lambda text: -told[text])
    return without_emphasis(ranked[0]) if ranked else ""


def _head_aside(text: str, times: int, line: int) -> Aside:
    often = f"Left out as a running head, {times} times" if times > 1 else "Left out as a running head"
    return Aside("import-furniture", often, text, line)


def _damage(text: str, line: int) -> Aside | None:
    found = _DAMAGED_YEAR.search(text)
    if not found:
        return None
    return Aside("import-year-damaged", f"The year “{found.group()}” looks mistyped", text, line)
