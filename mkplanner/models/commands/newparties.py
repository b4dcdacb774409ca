"""Matches the names of a draft with the parties of a plan, so that one person is one party however they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkplanner.models.formats.base import DraftOwner
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.people import Party, abbreviation_of, guess_kind


class PartyBook:
    """Knows every spelling of every party: with role or without, with abbreviation, and by the abbreviation alone."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._old = {party.id: party for party in parties}
        self._parties = dict(self._old)
        self._by_name: dict[str, str] = {}
        for party in self._old.values():
            self._index(party)

    def learn(self, owners: Iterable[DraftOwner]) -> None:
        """Make a party of every owner that is not known yet.

        Names that carry their abbreviation come first, or "JSG" above "Joint Steering Group (JSG)" would be somebody else.
        """
        owners = list(owners)
        fresh: list[DraftOwner] = sorted(owners, key=lambda owner: not abbreviation_of(owner.name))
        first = {_plain(owner.name): number for number, owner in reversed(list(enumerate(owners)))}
        made: dict[str, int] = {}
        for owner in fresh:
            known = self._find(owner.name)
            if known is None:
                known = Party(new_id(), guess_kind(owner.name), owner.name, owner.role, abbreviation_of(owner.name))
                self._index(known)
            made[known.id] = min(made.get(known.id, len(owners)), first[_plain(owner.name)])
            self._parties[known.id] = replace(known, role=known.role or owner.role)
        self._order(sorted((number, id_) for id_, number in made.items() if id_ not in self._old))

    def _order(self, made: list[tuple[int, str]]) -> None:
        last = max((party.order for party in self._old.values()), default="")
        for (_, id_), order in zip(made, keys_after(last, len(made)), strict=True):
            self._parties[id_] = replace(self._parties[id_], order=order)

    def party(self, owner: DraftOwner) -> Party:
        """Return the party of an owner that was learnt."""
        found = self._find(owner.name)
        assert found is not None
        return found

    def changed(self) -> Iterator[Party]:
        """Yield the parties that are new, or have gained a role."""
        return (party for party in self._parties.values() if party != self._old.get(party.id))

    def _find(self, name: str) -> Party | None:
        id_ = self._by_name.get(_plain(name)) or self._by_name.get(_plain(_without_short(name)))
        return self._parties.get(id_) if id_ else None

    def _index(self, party: Party) -> None:
        self._parties[party.id] = party
        for name in (party.name, party.full_name, party.short, _without_short(party.name)):
            if name:
                self._by_name.setdefault(_plain(name), party.id)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _without_short(name: str) -> str:
    short = abbreviation_of(name)
    return name.removesuffix(f"({short})").strip() if short else name
