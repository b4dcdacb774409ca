"""A timeframe as a small JSON-able record for the plan file, and back without loss.

Defaults are left out and days are written 2014-03-31. Keys that this version does not know are passed over, so that a
later one may add some; a record that makes no sense raises ValueError with what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe

Record = dict[str, Any]
T = TypeVar("T")
_FLAG_NAMES = tuple(field.name for field in fields(Flags))
_NO_FLAGS = Flags()


def to_record(timeframe: Timeframe) -> Record:
    """The record of a timeframe; `from_record` makes an equal one of it."""
    record: Record = {"words": timeframe.words}
    if timeframe.segments:
        record["segments"] = [_segment_to(segment) for segment in timeframe.segments]
    if timeframe.alternatives:
        record["alternatives"] = [[_segment_to(segment) for segment in other] for other in timeframe.alternatives]
    if timeframe.remarks:
        record["remarks"] = list(timeframe.remarks)
    if not timeframe.typed:
        record["typed"] = False
    return record


def from_record(record: Mapping[str, Any]) -> Timeframe:
    """The timeframe of a record; raises ValueError for one that is damaged or was never one."""
    if not isinstance(record, Mapping):
        raise ValueError("A date's record is not a table of values.")  # noqa: TRY004 - one kind of error for any damage
    alternatives = _list(record, "alternatives", lambda other: _items(other, "alternatives", _segment_from))
    return Timeframe(
        words=_text(record.get("words"), "words"),
        segments=_list(record, "segments", _segment_from),
        alternatives=alternatives,
        remarks=_list(record, "remarks", lambda remark: _text(remark, "remarks")),
        typed=_bool(record.get("typed", True), "typed"),
    )


def _segment_to(segment: Segment) -> Record:
    record: Record = {"kind": segment.kind.value}
    if segment.start:
        record["start"] = segment.start.isoformat()
    if segment.end:
        record["end"] = segment.end.isoformat()
    if segment.precision is not Precision.NONE:
        record["precision"] = segment.precision.value
    flags = [name for name in _FLAG_NAMES if getattr(segment.flags, name)]
    texts = {"label": segment.label, "condition": segment.condition, "status": segment.status}
    record |= {"flags": flags} if flags else {}
    record |= {key: text for key, text in texts.items() if text is not None}
    return record | ({"recurrence": _recurrence_to(segment.recurrence)} if segment.recurrence else {})


def _segment_from(record: object) -> Segment:
    if not isinstance(record, Mapping):
        raise ValueError("A part of a date is not a table of values.")  # noqa: TRY004
    names = _list(record, "flags", lambda name: _text(name, "flags"))
    recurrence = record.get("recurrence")
    return Segment(
        kind=Kind(_text(record.get("kind"), "kind")),
        start=_day(record.get("start"), "start"),
        end=_day(record.get("end"), "end"),
        precision=Precision(_text(record.get("precision", "none"), "precision")),
        flags=Flags(**{name: True for name in names if name in _FLAG_NAMES}) if names else _NO_FLAGS,
        label=_text_or_none(record.get("label"), "label"),
        condition=_text_or_none(record.get("condition"), "condition"),
        status=_text_or_none(record.get("status"), "status"),
        recurrence=None if recurrence is None else _recurrence_from(recurrence),
    )


def _recurrence_to(recurrence: Recurrence) -> Record:
    record: Record = {"frequency": recurrence.frequency}
    if recurrence.months:
        record["months"] = list(recurrence.months)
    if recurrence.day is not None:
        record["day"] = recurrence.day
    return record


def _recurrence_from(record: object) -> Recurrence:
    if not isinstance(record, Mapping):
        raise ValueError("A recurrence is not a table of values.")  # noqa: TRY004
    frequency = _text(record.get("frequency"), "frequency")
    return Recurrence(frequency, _list(record, "months", _month), _text_or_none(record.get("day"), "day"))


def _list(record: Mapping[str, Any], key: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    return _items(record.get(key, []), key, read)


def _items(value: object, key: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"“{key}” of a date's record is not a list.")  # noqa: TRY004
    return tuple(read(item) for item in value)


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"“{key}” of a date's record is not text.")  # noqa: TRY004
    return value


def _text_or_none(value: object, key: str) -> str | None:
    return None if value is None else _text(value, key)


def _bool(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"“{key}” of a date's record is neither true nor false.")  # noqa: TRY004
    return value


def _month(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 12:
        raise ValueError("A recurrence names a month that does not exist.")
    return value


def _day(value: object, key: str) -> date | None:
    return None if value is None else date.fromisoformat(_text(value, key))
