"""What a plan's baselines say: which there are, which of them the plan is compared with, and the dates that were agreed.

Which one the plan is compared with is a setting of the plan, shared by everybody who opens it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.baselines.parts import BETWEEN, part_line, read_part
from mkplanner.models.due import last_due
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Segment
from mkplanner.records import frozen

COMPARED = "baseline"
"""The setting that holds the id of the baseline the plan is compared with; without it that is the newest."""
NOTHING = "none"
"""What the setting holds where the plan is compared with none."""


@frozen
class Agreed:
    """When a row was to begin and to end, both inclusive, by a baseline, and each part of a date of several.

    `parts` is empty for a date of one part, and for baselines that were set before parts were kept.
    """

    first: date | None
    last: date | None
    parts: tuple[Segment, ...] = ()


def dates_now(plan: Plan) -> tuple[str, ...]:
    """Return what a baseline of the plan as it stands would hold, sorted by id."""
    lines = []
    for item in plan.items.values():
        if item.by_when is not None and item.by_when.is_dated:
            first = min((part.start for part in item.by_when.segments if part.start), default=None)
            ends = (first, last_due(item))
            lines.append(BETWEEN.join((item.id, *(day.isoformat() if day else "" for day in ends))))
            if len(item.by_when.segments) > 1:
                lines += [part_line(item.id, place, part) for place, part in enumerate(item.by_when.segments)]
    return tuple(sorted(lines))


def baselines(plan: Plan) -> tuple[Baseline, ...]:
    """Return every baseline, the newest first."""
    return tuple(
        sorted(
            plan.baselines.values(), key=lambda row: (row.day or date.min, row.name.casefold(), row.id), reverse=True
        )
    )


def compared(plan: Plan) -> Baseline | None:
    """Return the baseline that the plan is compared with: the one chosen, else the newest; None where nobody wants one."""
    if not plan.baselines:
        return None
    chosen = plan.setting(COMPARED)
    if chosen == NOTHING:
        return None
    return plan.baselines.get(chosen if isinstance(chosen, str) else "") or baselines(plan)[0]


def agreed(plan: Plan) -> Mapping[str, Agreed]:
    """Return the dates of the baseline that the plan is compared with, by row id; made once for each plan and baseline."""
    found = plan.__dict__.get("_agreed")
    if found is None:
        baseline = compared(plan)
        found = plan.__dict__["_agreed"] = read_dates(baseline) if baseline is not None else {}
    return found


_READ: dict[str, tuple[Baseline, Mapping[str, Agreed]]] = {}


def read_dates(baseline: Baseline) -> Mapping[str, Agreed]:
    """Return the dates of a baseline by row id; a text that cannot be read is passed over. Read once, as it never alters."""
    known = _READ.get(baseline.id)
    if known is not None and known[0] is baseline:
        return known[1]
    found: dict[str, Agreed] = {}
    parts: dict[str, dict[int, Segment]] = {}
    for line in baseline.dates:
        name, *days = line.rsplit(BETWEEN, 2)
        try:
            first, last = (date.fromisoformat(day) if day else None for day in days)
            part = read_part(name, first, last)
        except ValueError:
            continue
        if part is None:
            found[name] = Agreed(first, last)
        else:
            parts.setdefault(part[0], {})[part[1]] = part[2]
    for id_, segments in parts.items():
        if id_ in found:
            found[id_] = replace(found[id_], parts=tuple(segments[place] for place in sorted(segments)))
    if len(_READ) > 8:
        _READ.clear()
    _READ[baseline.id] = baseline, found
    return found


def agreed_of(plan: Plan, item: Item) -> Agreed | None:
    """Return when a row was to begin and end by the baseline that the plan is compared with; None where it holds nothing."""
    return agreed(plan).get(item.id)
