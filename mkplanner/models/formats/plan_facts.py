"""Our tables of facts and parties, read back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from mkplanner.models.formats.plan_tables import FACTS
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.people import Party, PartyKind, abbreviation_of, guess_kind
from mkplanner.models.plan import PlanInfo
from mkplanner.models.wording import PARTY_WORDS

Table = Sequence[Sequence[str]]
_NAMES = {words: name for name, words in FACTS.items()}
_KINDS = {words: kind for kind, words in PARTY_WORDS.items()}


def read_facts(tables: Sequence[Table], info: PlanInfo) -> PlanInfo:
    """Return the plan's facts as the table "About the plan" has them; days that cannot be read stay as they were."""
    values: dict[str, Any] = {}
    for table in tables:
        if table and table[0] and table[0][0].strip() == "About the plan":
            for row in table[1:]:
                name = _NAMES.get(row[0].strip()) if len(row) > 1 else None
                if name in ("start", "end"):
                    with suppress(ValueError):
                        values[name] = date.fromisoformat(row[1].strip()[:10])
                elif name:
                    values[name] = row[1].strip()
    return replace(info, **values)


def read_parties(tables: Sequence[Table]) -> dict[str, Party]:
    """Return the parties of the table "Parties", by their full names in small letters."""
    rows = [
        [cell.strip() for cell in (*row, "", "", "", "", "")[:5]]
        for table in tables
        if table and [cell.strip() for cell in table[0][:2]] == ["Name", "Role"]
        for row in table[1:]
    ]
    rows = [row for row in rows if row[0]]
    found: dict[str, Party] = {}
    homes: dict[str, str] = {}
    for (name, role, kind, home, gone), order in zip(rows, keys_after("", len(rows)), strict=True):
        known = _KINDS.get(kind.casefold(), guess_kind(name))
        party = Party(new_id(), PartyKind(known), name, role, abbreviation_of(name), None, order, gone == "retired")
        found.setdefault(party.full_name.casefold(), party)
        homes[party.full_name.casefold()] = home.casefold()
    for key, home in homes.items():
        if home in found:
            found[key] = replace(found[key], organisation=found[home].id)
    return found
