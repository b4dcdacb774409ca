"""Our tables, as somebody may have edited them, to the rows of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkplanner.models.formats.plan_facts import read_facts, read_parties
from mkplanner.models.formats.plan_lines import read_links, read_updates
from mkplanner.models.formats.plan_tables import Head
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.orderkeys import key_between, keys_after
from mkplanner.models.people import Party, abbreviation_of, guess_kind
from mkplanner.models.plan import Dependency, Item, ItemKind, Outcome, Place, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import CODES, Assignment, find_letters, normalise
from mkplanner.models.rasic.owners import letter_for
from mkplanner.models.status import read_status
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.models.wording import KIND_WORDS
from mkplanner.records import frozen

Table = Sequence[Sequence[str]]
_KINDS = {words: kind for kind, words in KIND_WORDS.items()}
_CODES = {code.lower(): code for code in CODES}
_ALSO = re.compile(r"\s*\(also ([\d., ]+)\)$")
_FIXED = 17
"""Columns of our table of rows; in a CSV file those behind them are parties."""


@frozen
class _Line:
    """One row of the table of rows: its number, the id it gets, and its cells by heading."""

    number: str
    id: str
    cells: Mapping[str, str]

    def get(self, heading: str) -> str:
        return self.cells.get(heading, "").strip()


def rebuilt(tables: Sequence[Table], base: Plan | None) -> tuple[Plan, list[Notice]]:
    """Return the plan that tables show, with what was doubtful; `base` knows what no table shows, such as conventions."""
    info = read_facts(tables, base.info if base else PlanInfo(new_id()))
    return _Rebuilding(tables, info, base).plan()


class _Rebuilding:
    def __init__(self, tables: Sequence[Table], info: PlanInfo, base: Plan | None) -> None:
        self.info = info
        self.tables = tables
        known_parties = base.ordered_parties if base else ()
        self.parties = read_parties(tables) or {party.full_name.casefold(): party for party in known_parties}
        self.doubts: list[Notice] = []
        self.lines = list(_lines(tables[0]))
        self.ids = {line.number: line.id for line in self.lines}
        self.context = Plan(info).context("By when")
        rows = base.items.values() if base else ()
        known = [frame for item in rows for frame in (item.original, item.by_when) if frame]
        self.frames = {frame.words.strip(): frame for frame in known}

    def plan(self) -> tuple[Plan, list[Notice]]:
        items = {item.id: item for item in self._items()}
        cells = {cell.id: cell for cell in self._cells()}
        updates: dict[str, Update] = {}
        links: dict[str, Dependency] = {}
        for line in self.lines:
            updates |= {row.id: row for row in read_updates(line.cells, line.id)}
            links |= {row.id: row for row in read_links(line.cells, line.id, self.ids)}
        outcomes = {row.id: row for row in self._outcomes()}
        parties = {party.id: party for party in self.parties.values()}
        return Plan(self.info, items, parties, cells, updates, outcomes, dependencies=links), self.doubts

    def _items(self) -> Iterator[Item]:
        children: dict[str | None, list[_Line]] = {}
        for line in self.lines:
            children.setdefault(self._parent(line), []).append(line)
        for parent, lines in children.items():
            for line, order in zip(lines, keys_after("", len(lines)), strict=True):
                yield self._item(line, Place(parent, order))

    def _parent(self, line: _Line) -> str | None:
        """The row whose number is the longest beginning of this one's."""
        above = line.number
        while "." in above:
            above = above.rpartition(".")[0]
            if above in self.ids and self.ids[above] != line.id:
                return self.ids[above]
        return None

    def _item(self, line: _Line, place: Place) -> Item:
        kind = _KINDS.get(
            line.get(Head.KIND).casefold(), ItemKind.ACTION if place.parent is None else ItemKind.SUB_ACTION
        )
        status = line.get(Head.STATUS)
        percent = re.fullmatch(r"(\d{1,3})(?:\.0)?\s*%?", line.get(Head.PERCENT))
        found = read_status(status)
        if status and found is None:
            self._doubt(f"“{status}” is not a status of a plan; it was left out.", line)
        return Item(
            line.id,
            kind,
            place,
            line.get(Head.REF),
            " ".join(line.get(Head.TITLE).split()),
            self._date(line.get(Head.BY_WHEN)),
            self._date(line.get(Head.PROMISED)),
            line.get(Head.REASON),
            found,
            min(int(percent[1]), 100) if percent else None,
            tuple(tag.strip() for tag in line.get(Head.TAGS).split(";") if tag.strip()),
            line.get(Head.NOTES),
        )

    def _doubt(self, sentence: str, line: _Line) -> None:
        self.doubts.append(Notice("import-status-unread", Severity.WARNING, f"{line.number}: {sentence}"))

    def _date(self, words: str) -> Timeframe | None:
        """The reading that the words had in the plan, else a new one."""
        return (self.frames.get(words) or parse(words, self.context)) if words else None

    def _outcomes(self) -> Iterator[Outcome]:
        texts = [(line, text) for line in self.lines for text in line.get(Head.OUTCOMES).split("\n") if text.strip()]
        for (line, text), order in zip(texts, keys_after("", len(texts)), strict=True):
            also = _ALSO.search(text)
            others = [self.ids[number] for number in re.split(r"[, ]+", also[1]) if number in self.ids] if also else []
            yield Outcome(new_id(), _ALSO.sub("", text).strip(), (line.id, *others), order)

    def _cells(self) -> Iterator[Assignment]:
        """Owners in their order, with the letters that the matrix gives them, then everybody else with letters."""
        matrix = self._matrix()
        for line in self.lines:
            letters = matrix.get(line.id, {})
            owners = [owner for owner in line.get(Head.OWNERS).split("\n") if owner.strip()]
            for owner, order in zip(owners, keys_after("", len(owners)), strict=True):
                part, name = _parted(owner)
                party = self._party(name)
                codes, qualifier = letters.pop(party.id, ("", ""))
                codes = normalise(codes + ("" if codes and part else letter_for(part)))
                yield self._cell(line.id, party.id, codes, qualifier, part, order)
            for party_id, (codes, qualifier) in letters.items():
                if codes.replace("R", "") or qualifier:
                    yield self._cell(line.id, party_id, codes.replace("R", ""), qualifier)

    def _cell(
        self, item: str, party: str, letters: str, qualifier: str = "", part: str = "", order: str = ""
    ) -> Assignment:
        return Assignment(derived_id(self.info.id, item, party), item, party, letters, qualifier, part, order)

    def _matrix(self) -> dict[str, dict[str, tuple[str, str]]]:
        """Letters and qualifier by row and party, from the table of letters or the last columns of the rows."""
        found: dict[str, dict[str, tuple[str, str]]] = {}
        for table, first in ((self.tables[0], _FIXED), *((other, 2) for other in self.tables[1:])):
            heads = [cell.strip() for cell in table[0]] if table else []
            if not heads or heads[0] != Head.NO or (first == 2 and heads[1:2] != [Head.TITLE]):
                continue
            for row in table[1:]:
                id_ = self.ids.get(row[0].strip() if row else "")
                for name, text in zip(heads[first:], row[first:], strict=False):
                    read = find_letters(text, _CODES)
                    if id_ and name and read and any(read):
                        found.setdefault(id_, {})[self._party(name).id] = read
        return found

    def _party(self, name: str) -> Party:
        """The party with this name, with or without the role in brackets; a new one for a new name."""
        key = " ".join(name.split()).casefold()
        known = self.parties.get(key)
        if known is None:
            plain = " ".join(name.split())
            last = max((party.order for party in self.parties.values()), default="")
            known = Party(new_id(), guess_kind(plain), plain, short=abbreviation_of(plain), order=key_between(last, ""))
            self.parties[key] = known
        return known


def _lines(table: Table) -> Iterator[_Line]:
    heads = [cell.strip() for cell in table[0]]
    for number, row in enumerate(table[1:], start=1):
        cells = dict(zip(heads, row, strict=False))
        if any(
            cells.get(heading, "").strip() for heading in (Head.NO, Head.TITLE, Head.BY_WHEN, Head.FIRST, Head.NOTES)
        ):
            yield _Line(cells.get(Head.NO, "").strip() or f"+{number}", new_id(), cells)


def _parted(owner: str) -> tuple[str, str]:
    part, by, name = owner.strip().partition(" by ")
    return (part.strip(), name.strip()) if by and len(part.split()) <= 3 else ("", owner.strip())
