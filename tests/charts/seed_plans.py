"""The councils' own papers as plans, from the expected parses kept beside the checkout; dates as they should be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mkplanner.models.plan import ItemKind, Plan, PlanInfo
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe
from tests.charts.sample_plans import PlanMaker

Readings = Mapping[str, Mapping[str, Any]]


def seed_000(shared: Path) -> Plan:
    """A timetable: 11 actions with one date each, 33 sub-actions."""
    seed, readings = _seed(shared, "seed_000_mkip_timetable"), _readings(shared)
    make = PlanMaker(_info(seed))
    for action in seed["actions"]:
        row = make.add(action["title"], _timeframe(action["date_text"], readings))
        for part in action["sub_actions"]:
            make.add(part["title"], _timeframe(part["date_text"], readings), below=row)
    return make.plan()


def seed_003(shared: Path) -> Plan:
    """A service improvement plan: themes, 16 priorities, 76 key actions with dates of their own."""
    seed, readings = _seed(shared, "seed_003_stockton_sip"), _readings(shared)
    make = PlanMaker(_info(seed))
    themes: dict[str, str] = {}
    for priority in seed["priorities"]:
        name = priority["theme"]
        theme = themes.setdefault(name, "") or make.add(name, kind=ItemKind.THEME)
        themes[name] = theme
        row = make.add(priority["title"], below=theme, kind=ItemKind.PRIORITY, ref=priority["ref"])
        for action in priority["key_actions"]:
            make.add(
                action["title"],
                _timeframe(action["date_text"], readings),
                below=row,
                owners=[owner if isinstance(owner, str) else owner["name"] for owner in action.get("owners", ())],
            )
    return make.plan()


def _seed(shared: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / f"data/seeds/{name}.expected.json").read_text(encoding="utf-8"))
    return found


def _info(seed: Mapping[str, Any]) -> PlanInfo:
    context = seed["plan_context"]
    first, last = date.fromisoformat(context["start"]), date.fromisoformat(context["end"])
    return PlanInfo("plan", title=seed["title"], start=first, end=last)


def _readings(shared: Path) -> Readings:
    lines = (shared / "data/dates.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["text"]: row["expect"] for row in map(json.loads, lines)}


def _timeframe(words: str | None, readings: Readings) -> Timeframe | None:
    if words is None:
        return None
    expect = readings.get(words)
    if expect is None:
        return Timeframe(words)
    return Timeframe(words, tuple(_segment(part) for part in expect.get("segments", [expect])))


def _segment(part: Mapping[str, Any]) -> Segment:
    first, last = (date.fromisoformat(part[key]) if part.get(key) else None for key in ("start", "end"))
    rhythm = part.get("recurring")
    return Segment(
        Kind(part["kind"]),
        first,
        last,
        Precision(part.get("precision", "none")),
        Flags(**{key: bool(value) for key, value in part.get("flags", {}).items()}),
        part.get("label") or part.get("qualifier"),
        part.get("condition"),
        part.get("status"),
        Recurrence(rhythm["frequency"], tuple(rhythm.get("months") or ())) if isinstance(rhythm, dict) else None,
    )
