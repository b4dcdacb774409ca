"""A timeframe as plain values for JSON: what the command line answers, and one segment as other programs see it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe

Answer = dict[str, Any]
_FLAG_NAMES = tuple(field.name for field in fields(Flags))


def answer(timeframe: Timeframe) -> Answer:
    """The whole reading in one flat record; several parts stand under `segments`, with their outer days on top."""
    result = _outline(timeframe.kind, timeframe.segments)
    if len(timeframe.segments) > 1:
        result["segments"] = [_flat(segment) for segment in timeframe.segments]
    result["ambiguous"] = timeframe.is_ambiguous
    if timeframe.alternatives:
        result["alternatives"] = [_alternative(segments) for segments in timeframe.alternatives]
    result["notices"] = list(timeframe.remarks)
    return result


def segment_record(segment: Segment) -> Answer:
    """One segment of `show --json`; condition, status and recurrence only where there are any."""
    record: Answer = {
        "kind": segment.kind.value,
        "start": _iso(segment.start),
        "end": _iso(segment.end),
        "precision": segment.precision.value,
        "label": segment.label,
        "flags": _flags(segment.flags),
    }
    return record | _extras(segment)


def _outline(kind: Kind, segments: tuple[Segment, ...]) -> Answer:
    if not segments:
        return _record(Kind.UNPARSEABLE, None, None, Precision.NONE, Flags())
    if len(segments) == 1:
        return _flat(segments[0])
    if kind is not Kind.MULTIPLE:
        return _flat(segments[0]) | {"flags": _flags(_all_flags(segments))}
    start = min((s.start for s in segments if s.start), default=None)
    end = max((s.end for s in segments if s.end), default=None)
    record = _record(kind, start, end, Precision.MIXED, _all_flags(segments))
    conditions = [s.condition for s in segments if s.condition]
    return record | ({"condition": "; ".join(dict.fromkeys(conditions))} if conditions else {})


def _flat(segment: Segment) -> Answer:
    record = _record(segment.kind, segment.start, segment.end, segment.precision, segment.flags) | _extras(segment)
    return record | ({"qualifier": segment.label} if segment.label else {})


def _alternative(segments: tuple[Segment, ...]) -> Answer:
    kind = segments[0].kind if len(segments) == 1 else Kind.MULTIPLE
    record = _outline(kind, segments)
    return record | ({"segments": [_flat(segment) for segment in segments]} if len(segments) > 1 else {})


def _record(kind: Kind, start: date | None, end: date | None, precision: Precision, flags: Flags) -> Answer:
    return {
        "kind": kind.value,
        "start": _iso(start),
        "end": _iso(end),
        "precision": precision.value,
        "flags": _flags(flags),
    }


def _extras(segment: Segment) -> Answer:
    extras: Answer = {}
    if segment.recurrence:
        extras["recurring"] = _recurrence(segment.recurrence)
    if segment.condition:
        extras["condition"] = segment.condition
    if segment.status:
        extras["status"] = segment.status
    return extras


def _recurrence(recurrence: Recurrence) -> Answer:
    record: Answer = {"frequency": recurrence.frequency}
    if recurrence.months:
        record["months"] = list(recurrence.months)
    if recurrence.day:
        record["day"] = recurrence.day
    return record


def _flags(flags: Flags) -> dict[str, bool]:
    return {name: getattr(flags, name) for name in _FLAG_NAMES}


def _all_flags(segments: tuple[Segment, ...]) -> Flags:
    return Flags(**{name: any(getattr(segment.flags, name) for segment in segments) for name in _FLAG_NAMES})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
