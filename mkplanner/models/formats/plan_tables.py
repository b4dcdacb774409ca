"""A whole plan as a few tables that people can read, sort and edit: rows, RASIC letters, parties, and facts.

Excel, Word, web pages and CSV show these tables. What stands in them is read back by `plan_reading`, and they are `digested`
so that a reader can tell whether anybody has edited them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from mkplanner.models.formats.exact import pack
from mkplanner.models.links.words import TYPE_WORDS
from mkplanner.models.outline import Entry, outline
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.status import STYLES
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import KIND_WORDS, PARTY_WORDS
from mkplanner.records import frozen

Value = str | int | date | None
"""What stands in a cell."""


class Head(StrEnum):
    """The headings above the rows of a plan, in the order in which they stand."""

    NO = "No."
    KIND = "Kind"
    REF = "Ref"
    TITLE = "Title"
    BY_WHEN = "By when"
    FIRST = "First day"
    LAST = "Last day"
    PROMISED = "First promised"
    REASON = "Reason for the new date"
    OWNERS = "Action by"
    STATUS = "Status"
    PERCENT = "% complete"
    OUTCOMES = "Outcomes"
    PROGRESS = "Progress"
    FOLLOWS = "Follows"
    TAGS = "Tags"
    NOTES = "Notes"


COLUMNS = tuple(head.value for head in Head)
PLAN, RASIC, PARTIES, ABOUT = "Plan", "RASIC", "Parties", "About"
FACTS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "council": "Council",
    "author": "Author",
    "version": "Version",
    "marking": "Protective marking",
    "appendix": "Appendix",
    "start": "First day",
    "end": "Last day",
}


@frozen
class Sheet:
    """One table: its name, headings and rows; `depths` says how deep each row stands, -1 for a heading above others."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    depths: tuple[int, ...] = ()


def plan_sheets(plan: Plan) -> tuple[Sheet, ...]:
    """Return the tables of a plan; RASIC and parties only where there are any."""
    entries = tuple(numbered(plan))
    found = [plan_sheet(plan, entries)]
    if plan.parties:
        found += [rasic_sheet(plan, entries), _parties(plan)]
    return (*found, _about(plan))


def numbered(plan: Plan) -> Iterator[Entry]:
    """Yield every row with the number of its place, whatever reference it carries."""
    counts: list[int] = []
    for entry in outline(plan):
        counts = [*counts[: entry.depth], counts[entry.depth] + 1 if entry.depth < len(counts) else 1]
        yield Entry(entry.item, entry.depth, ".".join(map(str, counts)))


def plan_sheet(plan: Plan, entries: Sequence[Entry]) -> Sheet:
    """Return the rows of a plan, each with everything that is said of it."""
    places = {entry.item.id: entry.number for entry in entries}
    rows = tuple(_row(plan, entry, places) for entry in entries)
    return Sheet(PLAN, COLUMNS, rows, _depths(entries))


def rasic_sheet(plan: Plan, entries: Sequence[Entry]) -> Sheet:
    """Return rows and parties with the letters where they meet."""
    parties = plan.ordered_parties
    rows = []
    for entry in entries:
        cells = {cell.party: cell for cell in plan.assignments_of.get(entry.item.id, ())}
        letters = [_letters(cells[party.id]) if party.id in cells else "" for party in parties]
        rows.append((entry.number, entry.item.title, *letters))
    return Sheet(
        RASIC, (Head.NO.value, Head.TITLE.value, *(party.full_name for party in parties)), tuple(rows), _depths(entries)
    )


def _depths(entries: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(-1 if entry.item.kind.is_heading else entry.depth for entry in entries)


def _letters(cell: Assignment) -> str:
    letters = ", ".join(cell.letters)
    return f"{letters} ({cell.qualifier})".strip() if cell.qualifier else letters


def _row(plan: Plan, entry: Entry, places: dict[str, str]) -> tuple[Value, ...]:
    item = entry.item
    days = [day for part in (item.by_when.segments if item.by_when else ()) for day in (part.start, part.end) if day]
    return (
        entry.number,
        KIND_WORDS[item.kind].capitalize(),
        item.ref,
        item.title,
        item.by_when.words if item.by_when else "",
        min(days, default=None),
        max(days, default=None),
        item.original.words if item.original else "",
        item.revised_reason,
        "\n".join(_owners(plan, item)),
        STYLES[item.status].word if item.status else "",
        item.percent,
        "\n".join(_outcomes(plan, item, places)),
        "\n".join(_update(update) for update in plan.updates_of.get(item.id, ())),
        "\n".join(_follows(plan, item, places)),
        "; ".join(item.tags),
        item.notes,
    )


def _owners(plan: Plan, item: Item) -> Iterator[str]:
    for cell in plan.owners_of(item.id):
        name = plan.parties[cell.party].full_name
        yield f"{cell.part} by {name}" if cell.part else name


def _outcomes(plan: Plan, item: Item, places: dict[str, str]) -> Iterator[str]:
    """An outcome stands with the first of its rows, which names the others."""
    for outcome in plan.outcomes_of.get(item.id, ()):
        of = [places[other] for other in outcome.items if other in places]
        if outcome.items[0] == item.id:
            text = " ".join(outcome.text.split())
            yield f"{text} (also {', '.join(of[1:])})" if len(of) > 1 else text


def _update(update: Update) -> str:
    about = ", ".join(part for part in (update.rag.value if update.rag else "", update.author) if part)
    when = day_words(update.date) if update.date else ""
    front = f"{when} ({about})" if about else when
    text = " ".join(update.text.split())
    return f"{front.strip()}: {text}" if front else text


def _follows(plan: Plan, item: Item, places: dict[str, str]) -> Iterator[str]:
    for link in plan.links_of.get(item.id, ()):
        if link.after == item.id and link.before in places:
            words = places[link.before]
            if link.type.value != "FS":
                words += f" {TYPE_WORDS[link.type].lower()}"
            yield f"{words} {link.lag_days:+d} days" if link.lag_days else words


def _parties(plan: Plan) -> Sheet:
    rows = tuple(
        (
            party.name,
            party.role,
            PARTY_WORDS[party.kind].capitalize(),
            _home(plan, party),
            "retired" if party.retired else "",
        )
        for party in plan.ordered_parties
    )
    return Sheet(PARTIES, ("Name", "Role", Head.KIND.value, "Organisation", "Still here"), rows)


def _home(plan: Plan, party: Party) -> str:
    home = plan.parties.get(party.organisation) if party.organisation else None
    return home.name if home else ""


def _about(plan: Plan) -> Sheet:
    rows = tuple((words, getattr(plan.info, name)) for name, words in FACTS.items() if getattr(plan.info, name))
    return Sheet(ABOUT, ("About the plan", "Value"), rows)


def shown(value: Value) -> str:
    """Return a cell as words."""
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def digested(tables: Iterable[Sequence[Sequence[str]]]) -> str:
    """Return what tables say in few letters: the same for the same words, whatever blanks and empty cells lie between.

    Each table is its rows of words, headings included.
    """
    told = hashlib.sha256()
    for table in tables:
        for row in table:
            words = [" ".join(cell.split()) for cell in row]
            told.update("\x1f".join(word for word in words if word).encode("utf-8", "replace") + b"\x1e")
    return told.hexdigest()[:32]


def table_of(sheet: Sheet) -> list[list[str]]:
    """Return a sheet as words, headings first."""
    return [list(sheet.headings), *([shown(value) for value in row] for row in sheet.rows)]


def carried(plan: Plan, sheets: Sequence[Sheet]) -> str:
    """Return what a file with these tables carries unseen: the digest of what it shows, and the plan itself."""
    return f"{digested(map(table_of, sheets))}:{pack(plan)}"
