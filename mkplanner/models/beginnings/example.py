"""The worked example: an invented plan of three councils, kept as readable text and brought in by ordinary commands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.ids import derived_id
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, PlanInfo
from mkplanner.models.status import Rag
from mkplanner.paths import resource

EXAMPLE = "examples/saltway.toml"
_FIELDS = ("status", "percent", "notes")


def example_commands(info: PlanInfo) -> tuple[Command, ...]:
    """Return the commands that write the worked example into an empty plan."""
    record = tomllib.loads(resource(EXAMPLE).read_text(encoding="utf-8"))
    settings = {name: value for name, value in record["plan"].items() if not getattr(info, name) or name == "quarters"}
    rows = _rows(info, record["row"], None, "row")
    return (SetPlanInfo(tuple(settings.items())), *_parties(info, record), *rows, *_links(info, record["row"]))


def _parties(info: PlanInfo, record: dict[str, Any]) -> Iterator[Command]:
    for party in record["party"]:
        id_ = _party_id(info, party["name"])
        yield AddParty(party["name"], PartyKind(party["kind"]), organisation=party["organisation"], id=id_)


def _rows(info: PlanInfo, rows: list[dict[str, Any]], parent: str | None, path: str) -> Iterator[Command]:
    for number, row in enumerate(rows):
        place = f"{path}/{number}"
        item = derived_id(info.id, place)
        kind = ItemKind(row["kind"]) if "kind" in row else None
        fields = tuple((key, row[key]) for key in _FIELDS if key in row)
        yield AddItem(row["title"], kind, parent, fields=fields, id=item)
        yield from _dates(item, row)
        yield from _about(info, item, row)
        yield from _rows(info, row.get("below", []), item, place)


def _links(info: PlanInfo, rows: list[dict[str, Any]]) -> Iterator[Command]:
    """Have rows follow those whose titles they name."""
    every = tuple(_places(rows, "row"))
    ids = {row["title"]: derived_id(info.id, place) for row, place in every}
    for row, _ in every:
        for title in row.get("follows", ()):
            yield LinkItems(ids[title], ids[row["title"]])


def _places(rows: list[dict[str, Any]], path: str) -> Iterator[tuple[dict[str, Any], str]]:
    for number, row in enumerate(rows):
        place = f"{path}/{number}"
        yield row, place
        yield from _places(row.get("below", []), place)


def _dates(item: str, row: dict[str, Any]) -> Iterator[Command]:
    if "original" in row:
        yield SetField(item, "by_when", row["original"])
        yield ReviseDate(item, row["by_when"], row["revised_reason"])
    elif "by_when" in row:
        yield SetField(item, "by_when", row["by_when"])


def _about(info: PlanInfo, item: str, row: dict[str, Any]) -> Iterator[Command]:
    notes = row.get("qualifiers", {})
    for name, letters in row.get("rasic", {}).items():
        yield SetLetters(item, _party_id(info, name), letters, notes.get(name))
    for text in row.get("outcomes", ()):
        yield AddOutcome((item,), text)
    for update in row.get("updates", ()):
        yield AddUpdate(
            item, update["text"], Rag(update["rag"]) if "rag" in update else None, update["date"], update["author"]
        )


def _party_id(info: PlanInfo, name: str) -> str:
    return derived_id(info.id, "party", name)
