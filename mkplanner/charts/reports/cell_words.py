"""A row's date, owners, status and progress as the lines of a cell on paper: the author's own words, never shortened."""

from __future__ import annotations

import re

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.reports.table_heads import SIGN_WIDTH
from mkplanner.charts.reports.table_parts import Part, TableStyle, WordLine
from mkplanner.models.plan import Item, Plan, Update
from mkplanner.models.status import STYLES, Status
from mkplanner.models.tally import status_of

BULLET = re.compile(r"^\s*[·•▪◦*–-]\s+")
"""What authors put before the entries of a list."""

_STEP = 0.9
"""How far words stand in behind a bullet, as a share of their size."""


LEAD, DATE, PROGRESS, STATUS = "lead", "date", "progress", "status"
"""What can stand beside an action, by its name in options."""


def cell_lines(style: TableStyle, plan: Plan, item: Item, key: str, room: float) -> list[WordLine]:
    """Return the lines of one thing that stands beside an action: its lead, date, progress or status."""
    if key == LEAD:
        return style.lines("\n".join(owner_words(plan, item)), room)
    if key == DATE:
        return date_lines(style, item, room)
    if key == PROGRESS:
        return progress_lines(style, plan, item, room)
    status = status_of(plan, item)
    return status_lines(style, status) if status else []


def date_words(item: Item) -> str:
    """Return the words for the date as they were written, lines kept; nothing where the cell was empty."""
    return item.by_when.words.strip() if item.by_when else ""


def first_words(item: Item) -> str:
    """Return the words for the date before it was revised, fit to stand inside a sentence: "by 30 September 2025"."""
    words = " ".join(item.original.words.split()) if item.original else ""
    return f"by {words[3:]}" if words.startswith("By ") else words


def date_lines(style: TableStyle, item: Item, room: float) -> list[WordLine]:
    """Return the lines of a date, and below them what was promised first where it was revised."""
    lines = style.lines(date_words(item), room)
    first = first_words(item)
    if first:
        was = style.lines(f"(originally {first})", room, colour="text2")
        if lines:
            lines[-1] = lines[-1]._replace(words=lines[-1].words.rstrip() + " ")
            was[0] = was[0]._replace(before=style.paragraph_gap)
        lines += was
    return lines


def owner_words(plan: Plan, item: Item) -> list[str]:
    """Return those who stand under "Action by", each with the word before *by* where there is one."""
    named = []
    for cell in plan.owners_of(item.id):
        name = plan.parties[cell.party].full_name
        named.append(f"{cell.part} by {name}" if cell.part else name)
    return named


def status_lines(style: TableStyle, status: Status, percent: int | None = None) -> list[WordLine]:
    """Return the line that says a status: its shape with the letter, which only repeats the word, and the word."""
    words = STYLES[status].word
    if percent is not None and not (status is Status.COMPLETE and percent == 100):
        words = f"{words}, {percent} %"
    return [WordLine(words, "regular", style.size, indent=SIGN_WIDTH, sign=STYLES[status].letter)]


def progress_lines(style: TableStyle, plan: Plan, item: Item, room: float) -> list[WordLine]:
    """Return the status of a row and its updates with their dates, newest last, each an entry of a list.

    An undated note that only repeats the word of the status is left out: it stands there already.
    """
    status = status_of(plan, item)
    lines = status_lines(style, status, item.percent) if status else []
    word = STYLES[status].word.casefold() if status else None
    if status is None and item.percent is not None:
        lines = style.lines(f"{item.percent} %", room)
    for update in plan.updates_of.get(item.id, ()):
        if not update.date and update.text.strip(" .").casefold() == word:
            continue
        entry = bulleted(style, update_words(update), room)
        lines += [entry[0]._replace(before=2.5), *entry[1:]] if lines and entry else entry
    return lines


def update_words(update: Update) -> str:
    """Return an update as one text: "9 November 2026: The options paper is drafted. (amber)"."""
    light = f" ({update.rag.value})" if update.rag else ""
    text = update.text.strip() + light
    return f"{long_date(update.date)}: {text}".strip() if update.date else text.strip()


def bulleted(style: TableStyle, words: str, room: float, *, is_listed: bool = True) -> list[WordLine]:
    """Fit words as an entry of a list; lines that carry a bullet of their own become entries further in."""
    found: list[WordLine] = []
    part, indent = Part(is_listed=is_listed), _STEP * style.size
    for number, paragraph in enumerate(line for line in words.splitlines() if line.strip()):
        own = BULLET.match(paragraph)
        if own and number:
            part, indent = Part("–"), 2.2 * _STEP * style.size
        fitted = style.lines(BULLET.sub("", paragraph), room - indent)
        if fitted:
            fitted[-1] = fitted[-1]._replace(words=fitted[-1].words.rstrip() + " ")
        found += [line._replace(indent=indent, part=part) for line in fitted]
    return found
