"""The whole plan as JSON, in the form that `show --json` prints and scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from mkplanner.models.baselines.agreed import Agreed, baselines, read_dates
from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.checks.registry import check
from mkplanner.models.lookback.conflict import Conflict, conflict_record, with_conflicts
from mkplanner.models.notice import Notice
from mkplanner.models.outline import outline
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, Plan, PlanInfo
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.timeframes.answer import segment_record

FORMAT = 1
_APART = ("id", "title", "start", "end")


def write_json(plan: Plan, conflicts: Sequence[Conflict] = ()) -> str:
    """Return the plan, with what waits for a choice in it, as JSON text with a line break at its end."""
    return json.dumps(plan_record(plan, conflicts), ensure_ascii=False, indent=1) + "\n"


def plan_record(plan: Plan, conflicts: Sequence[Conflict] = ()) -> dict[str, Any]:
    """Return the plan as plain values, its rows in outline order; days are ISO texts."""
    info = plan.info
    place = {entry.item.id: number for number, entry in enumerate(outline(plan))}
    cells = [cell for item in place for cell in plan.assignments_of.get(item, ()) if cell.letters]
    cells.sort(key=lambda cell: (place[cell.item], plan.parties[cell.party].order, cell.party))
    return {
        "format": FORMAT,
        "id": info.id,
        "title": info.title,
        "start": _day(info.start),
        "end": _day(info.end),
        "settings": {**_settings(info), "kept": plan_settings(plan), "more": _more(plan)},
        "items": [_item(plan, entry.item) for entry in outline(plan)],
        "parties": [_party(party) for party in plan.ordered_parties],
        "rasic": [_cell(cell) for cell in cells],
        "dependencies": [
            _link(link) for link in sorted(plan.links, key=lambda link: (place[link.after], place[link.before]))
        ],
        "baselines": [_baseline(row) for row in baselines(plan)],
        "bodies": [],
        "meetings": [],
        "decisions": [],
        "measures": [],
        "conflicts": [conflict_record(conflict) for conflict in conflicts],
        "notices": [notice_record(notice) for notice in with_conflicts(conflicts, check(plan))],
    }


def _more(plan: Plan) -> dict[str, Any]:
    """What rows and parties hold beside the names that scripts rely on, by id: first promises, reasons, roles."""
    found: dict[str, Any] = {}
    for item in plan.items.values():
        told = {"original": item.original.words if item.original else None, "revised_reason": item.revised_reason}
        found[item.id] = {name: words for name, words in told.items() if words}
    for party in plan.parties.values():
        about = {"role": party.role, "short": party.short, "retired": party.retired}
        found[party.id] = {name: value for name, value in about.items() if value}
    return {id_: told for id_, told in sorted(found.items()) if told}


def plan_settings(plan: Plan) -> dict[str, Any]:
    """Return what the plan remembers by name: saved views, sets of choices for paper."""
    names = sorted(row.name for row in plan.settings.values())
    return {name: plan.setting(name) for name in names}


def notice_record(notice: Notice) -> dict[str, Any]:
    """Return a notice as plain values."""
    return {
        "id": notice.id,
        "severity": str(notice.severity),
        "item": notice.item,
        "field": notice.field,
        "sentence": notice.sentence,
    }


def _settings(info: PlanInfo) -> dict[str, Any]:
    values = {field.name: getattr(info, field.name) for field in fields(info) if field.name not in _APART}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _item(plan: Plan, item: Item) -> dict[str, Any]:
    frame = item.by_when
    outcomes = plan.outcomes_of.get(item.id, ())
    return {
        "id": item.id,
        "kind": str(item.kind),
        "parent": item.parent,
        "ref": item.ref or None,
        "title": item.title,
        "by_when": {
            "words": frame.words if frame else None,
            "segments": [segment_record(segment) for segment in frame.segments] if frame else [],
        },
        "owners": [_owner(plan, cell) for cell in plan.owners_of(item.id)],
        "status": str(item.status) if item.status else None,
        "rag": _rag(plan, item),
        "percent": item.percent,
        "outcomes": [
            {"text": outcome.text, "items": list(outcome.items)} for outcome in outcomes if outcome.items[0] == item.id
        ],
        "tags": list(item.tags),
        "updates": [
            {"date": _day(row.date), "text": row.text, "rag": str(row.rag) if row.rag else None, "author": row.author}
            for row in plan.updates_of.get(item.id, ())
        ],
        "notes": item.notes,
    }


def _owner(plan: Plan, cell: Assignment) -> dict[str, Any]:
    return {"party": cell.party, "name": plan.parties[cell.party].name, "part": cell.part or None}


def _party(party: Party) -> dict[str, Any]:
    return {"id": party.id, "name": party.name, "kind": str(party.kind), "organisation": party.organisation}


def _cell(cell: Assignment) -> dict[str, Any]:
    return {"item": cell.item, "party": cell.party, "letters": cell.letters, "qualifier": cell.qualifier or None}


def _link(link: Dependency) -> dict[str, Any]:
    return {"from": link.before, "to": link.after, "type": str(link.type), "lag_days": link.lag_days}


def _baseline(row: Baseline) -> dict[str, Any]:
    dates = {id_: _agreed(found) for id_, found in read_dates(row).items()}
    return {"id": row.id, "name": row.name, "day": _day(row.day), "dates": dates}


def _agreed(found: Agreed) -> dict[str, Any]:
    """First and last day, and the parts of a date that has several."""
    parts = [
        {"kind": str(part.kind), "start": _day(part.start), "end": _day(part.end), "label": part.label}
        for part in found.parts
    ]
    return {"start": _day(found.first), "end": _day(found.last)} | ({"parts": parts} if parts else {})


def _rag(plan: Plan, item: Item) -> str | None:
    """The newest traffic light that somebody gave the row."""
    lights = [row.rag for row in plan.updates_of.get(item.id, ()) if row.rag]
    return str(lights[-1]) if lights else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
