"""Reads a whole plan back from the JSON that `show --json` prints and `export` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from typing import Any

from mkplanner.errors import PlannerError
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.plan_draft import draft_of
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.people import Party, PartyKind, abbreviation_of
from mkplanner.models.plan import Dependency, Item, ItemKind, LinkType, Outcome, Place, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting
from mkplanner.models.status import Rag, Status
from mkplanner.models.timeframes.answer import segment_record
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.record import from_record
from mkplanner.models.timeframes.timeframe import Timeframe

_REFUSED = "Only what MK Planner exports as JSON can be brought in. Nothing was changed."


def read_json(text: str) -> Draft:
    """Return the plan that a JSON text holds. Raises `PlannerError` where it holds none."""
    try:
        record = json.loads(text)
        return draft_of(_Reading(record).plan())
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, StopIteration) as trouble:
        raise PlannerError("This JSON file does not hold a plan.", _REFUSED, repr(trouble)) from trouble


class _Reading:
    """Makes rows of a record; identities stay as they are, since links go by them."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.record = record
        self.info = _info(record)
        more = (record.get("settings") or {}).get("more")
        self.more: Mapping[str, Any] = more if isinstance(more, dict) else {}
        self.context = Plan(self.info).context("By when")

    def plan(self) -> Plan:
        """Return every row."""
        rows = self.record["items"]
        cells = self._cells()
        return Plan(
            self.info,
            {row["id"]: item for row, item in zip(rows, self._items(rows), strict=True)},
            {party.id: party for party in self._parties()},
            {cell.id: cell for cell in cells},
            {update.id: update for row in rows for update in _updates(row)},
            {outcome.id: outcome for outcome in _outcomes(rows)},
            dependencies={link.id: link for link in map(_link, self.record.get("dependencies", ()))},
            settings={row.id: row for row in _remembered(self.record, self.info.id)},
        )

    def _items(self, rows: list[Any]) -> list[Item]:
        siblings: dict[str | None, int] = {}
        for row in rows:
            siblings[row["parent"]] = siblings.get(row["parent"], 0) + 1
        orders = {parent: iter(keys_after("", count)) for parent, count in siblings.items()}
        return [self._item(row, Place(row["parent"], next(orders[row["parent"]]))) for row in rows]

    def _item(self, row: Mapping[str, Any], place: Place) -> Item:
        more = self.more.get(row["id"], {})
        return Item(
            _text(row["id"]),
            ItemKind(row["kind"]),
            place,
            _text(row.get("ref")),
            _text(row.get("title")),
            self._frame(row.get("by_when") or {}),
            self._frame({"words": more.get("original")}),
            _text(more.get("revised_reason")),
            Status(row["status"]) if row.get("status") else None,
            int(row["percent"]) if row.get("percent") is not None else None,
            tuple(map(_text, row.get("tags", ()))),
            _text(row.get("notes")),
        )

    def _frame(self, record: Mapping[str, Any]) -> Timeframe | None:
        """The words as they are read here, or in the way the file says where somebody has chosen another reading."""
        if record.get("words") is None:
            return None
        frame = parse(_text(record["words"]), self.context)
        told = record.get("segments")
        if told is None or told == [segment_record(segment) for segment in frame.segments]:
            return frame
        return from_record({"words": frame.words, "segments": [_segment(segment) for segment in told]})

    def _parties(self) -> list[Party]:
        rows = self.record.get("parties", [])
        found = []
        for row, order in zip(rows, keys_after("", len(rows)), strict=True):
            name = _text(row.get("name"))
            home = row.get("organisation")
            more = self.more.get(row["id"], {})
            role, short = _text(more.get("role")), _text(more.get("short")) or abbreviation_of(name)
            kind, gone = PartyKind(row.get("kind", "post")), bool(more.get("retired"))
            found.append(Party(_text(row["id"]), kind, name, role, short, home and _text(home), order, gone))
        return found

    def _cells(self) -> list[Assignment]:
        """Letters, and above all of them the owners in their order with their parts."""
        cells: dict[tuple[str, str], Assignment] = {}
        for row in self.record.get("rasic", ()):
            key = (_text(row["item"]), _text(row["party"]))
            id_ = derived_id(self.info.id, *key)
            cells[key] = Assignment(id_, *key, _text(row.get("letters")), _text(row.get("qualifier")))
        for row in self.record["items"]:
            owners = row.get("owners", [])
            for owner, order in zip(owners, keys_after("", len(owners)), strict=True):
                key = (_text(row["id"]), _text(owner["party"]))
                old = cells.get(key) or Assignment(derived_id(self.info.id, *key), *key)
                part = _text(owner.get("part"))
                letters = old.letters or ("" if part else "R")
                cells[key] = Assignment(old.id, *key, letters, old.qualifier, part, order)
        return list(cells.values())


def _segment(record: Mapping[str, Any]) -> dict[str, Any]:
    """A segment in the form in which plans keep it."""
    found = {key: value for key, value in record.items() if value is not None and key not in ("flags", "recurring")}
    found["flags"] = [name for name, given in (record.get("flags") or {}).items() if given]
    if found.get("precision") == "none":
        found.pop("precision")
    return found | ({"recurrence": record["recurring"]} if "recurring" in record else {})


def _text(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} where words belong")
    return value


def _info(record: Mapping[str, Any]) -> PlanInfo:
    """The plan's facts; settings that are not known, or hold what they cannot, stay as they usually are."""
    id_ = _text(record.get("id")) or new_id()
    usual = PlanInfo(id_)
    values: dict[str, Any] = {"title": _text(record.get("title"))}
    for name in ("start", "end"):
        values[name] = date.fromisoformat(record[name]) if record.get(name) else None
    settings = record.get("settings") or {}
    for part in fields(PlanInfo):
        if part.name in settings and part.name not in ("id", *values):
            value = settings[part.name]
            default = getattr(usual, part.name)
            if isinstance(default, tuple):
                values[part.name] = tuple(map(_text, value))
            elif default is None or type(value) is type(default):
                values[part.name] = value
    return PlanInfo(id_, **values)


def _updates(row: Mapping[str, Any]) -> list[Update]:
    rows = row.get("updates", [])
    found = []
    for update, order in zip(rows, keys_after("", len(rows)), strict=True):
        day = date.fromisoformat(update["date"]) if update.get("date") else None
        rag = Rag(update["rag"]) if update.get("rag") else None
        id_ = _text(update.get("id")) or new_id()
        found.append(Update(id_, row["id"], day, _text(update["text"]), rag, _text(update.get("author")), order))
    return found


def _outcomes(rows: list[Any]) -> list[Outcome]:
    told = [outcome for row in rows for outcome in row.get("outcomes", ())]
    return [
        Outcome(
            _text(outcome.get("id")) or new_id(), _text(outcome["text"]), tuple(map(_text, outcome["items"])), order
        )
        for outcome, order in zip(told, keys_after("", len(told)), strict=True)
    ]


def _link(row: Mapping[str, Any]) -> Dependency:
    return Dependency(new_id(), _text(row["from"]), _text(row["to"]), LinkType(row["type"]), int(row["lag_days"]))


def _remembered(record: Mapping[str, Any], plan: str) -> list[Setting]:
    """What the plan remembers under names, where the text has it."""
    found: list[Setting] = []
    kept = (record.get("settings") or {}).get("kept")
    if isinstance(kept, dict):
        for name, value in kept.items():
            with suppress(ValueError):
                text = json.dumps(value, ensure_ascii=False, sort_keys=True)
                found.append(Setting(derived_id(plan, "setting", name), name, text))
    return found
