"""Makes plans row by row for the tests of paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.status import Rag, Status
from mkplanner.models.timeframes.timeframe import Timeframe

TODAY = date(2025, 11, 12)

SALTWAY = PlanInfo(
    "6f0a2f5c-3c0e-4a53-9d0e-5a1b7a3c1e11",
    title="Indicative timetable for work",
    subtitle="Report to the Joint Board, 27 November 2025",
    council="Saltway Partnership: Aldermere, Brackwell and Tidemouth councils",
    author="the Partnership Lead",
    version="7",
    marking="OFFICIAL",
    appendix="Appendix B",
    start=date(2025, 4, 1),
    end=date(2026, 9, 30),
)


class PlanMaker:
    """Adds rows one below the other; each call returns the id of the row it made."""

    def __init__(self, info: PlanInfo = SALTWAY) -> None:
        self.info = info
        self.items: dict[str, Item] = {}
        self.parties: dict[str, Party] = {}
        self.cells: dict[str, Assignment] = {}
        self.updates: dict[str, Update] = {}
        self.outcomes: dict[str, Outcome] = {}

    def add(
        self,
        title: str,
        when: Timeframe | str | None = None,
        *,
        below: str | None = None,
        kind: ItemKind | None = None,
        ref: str = "",
        status: Status | None = None,
        percent: int | None = None,
        original: Timeframe | None = None,
        owners: Iterable[str] = (),
        notes: str = "",
    ) -> str:
        number = len(self.items)
        parent = self.items.get(below or "")
        if kind is None:
            kind = ItemKind.ACTION if parent is None or parent.kind.is_heading else ItemKind.SUB_ACTION
        row = Item(
            id=f"i{number:05}",
            kind=kind,
            place=Place(below, f"{number:06}"),
            ref=ref,
            title=title,
            by_when=Timeframe(when) if isinstance(when, str) else when,
            original=original,
            status=status,
            percent=percent,
            notes=notes,
        )
        self.items[row.id] = row
        for name in owners:
            self._own(row.id, name)
        return row.id

    def _own(self, item: str, name: str) -> None:
        party = next((party for party in self.parties.values() if party.name == name), None)
        if party is None:
            party = Party(f"p{len(self.parties):03}", name=name, order=f"{len(self.parties):04}")
            self.parties[party.id] = party
        cell = Assignment(f"{item}-{party.id}", item, party.id, "R", order=f"{len(self.cells):05}")
        self.cells[cell.id] = cell

    def party(self, name: str, home: str | None = None, *, kind: PartyKind = PartyKind.POST, role: str = "") -> str:
        """A party of an organisation, which is given by its id."""
        id_ = f"p{len(self.parties):03}"
        self.parties[id_] = Party(id_, kind, name, role, organisation=home, order=f"{len(self.parties):04}")
        return id_

    def give(self, item: str, party: str, letters: str, qualifier: str = "", part: str = "") -> None:
        """Letters in one cell of the matrix."""
        order = f"{len(self.cells):05}" if part or "R" in letters else ""
        cell = Assignment(f"{item}-{party}", item, party, letters, qualifier, part, order)
        self.cells[cell.id] = cell

    def say(self, item: str, text: str, day: date | None = None, rag: Rag | None = None) -> None:
        """A progress update."""
        update = Update(f"u{len(self.updates):05}", item, day, text, rag, order=f"{len(self.updates):05}")
        self.updates[update.id] = update

    def expect(self, text: str, *items: str) -> None:
        """An outcome of these rows."""
        outcome = Outcome(f"o{len(self.outcomes):05}", text, items, f"{len(self.outcomes):05}")
        self.outcomes[outcome.id] = outcome

    def plan(self) -> Plan:
        return Plan(
            self.info,
            MappingProxyType(self.items),
            MappingProxyType(self.parties),
            MappingProxyType(self.cells),
            MappingProxyType(self.updates),
            MappingProxyType(self.outcomes),
        )
