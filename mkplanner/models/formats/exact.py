"""A whole plan as plain values and as one line of text, exactly as it is, and back.

Files that people read (Word, Excel, web pages, tables) carry this line unseen, so that bringing one in gives the same plan.
Marks stay behind: they look back into a history that such a file does not have.
"""

from __future__ import annotations

import json
import sys
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from mkplanner.models.plan import TABLES, Mark, Place, Plan, PlanInfo
from mkplanner.models.timeframes.record import from_record, to_record
from mkplanner.models.timeframes.timeframe import Timeframe

LARGEST = 200_000_000
"""Characters; what unpacks to more was not made by us."""
_INFO = "plan"


def pack(plan: Plan) -> str:
    """Return the plan as one line of letters and digits; the same plan gives the same line."""
    text = json.dumps(exact_record(plan), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode("ascii")


def unpack(line: str) -> Plan:
    """Return the plan of a line. Raises ValueError for one that is damaged or was never one."""
    try:
        opener = zlib.decompressobj()
        text = opener.decompress(b64decode("".join(line.split()), validate=True), LARGEST)
        if opener.unconsumed_tail or not opener.eof:
            raise ValueError("longer than a plan, or cut short")
        return plan_of(json.loads(text.decode("utf-8", "surrogatepass")))
    except (zlib.error, UnicodeDecodeError, RecursionError, TypeError, KeyError, AttributeError) as trouble:
        raise ValueError(str(trouble)) from trouble


def exact_record(plan: Plan) -> dict[str, Any]:
    """Return every row of the plan as plain values, by kind; fields that hold their default are left out."""
    record: dict[str, Any] = {_INFO: _dumped(plan.info)}
    for kind, name in TABLES.items():
        rows = getattr(plan, name)
        if kind is not Mark and rows:
            record[name] = [_dumped(row) for row in sorted(rows.values(), key=lambda row: row.id)]
    return record


def plan_of(record: Mapping[str, Any]) -> Plan:
    """Return the plan that a record holds; kinds of rows and fields that are not known are passed over."""
    tables: dict[str, Any] = {}
    for kind, name in TABLES.items():
        rows = [_loaded(kind, row) for row in record.get(name, ())]
        tables[name] = {row.id: row for row in rows}
    return Plan(_loaded(PlanInfo, record[_INFO]), **tables)


def _dumped(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in fields(row):
        value = getattr(row, part.name)
        if part.name == "id" or value != part.default:
            found[part.name] = _dump(value)
    return found


def _dump(value: Any) -> Any:
    if isinstance(value, Timeframe):
        return to_record(value)
    if isinstance(value, Place):
        return [value.parent, value.order]
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _loaded(kind: type[Any], record: Mapping[str, Any]) -> Any:
    loaders = _loaders(kind)  # type: ignore[arg-type]
    values = {name: loaders[name](value) for name, value in record.items() if name in loaders}
    missing = [part.name for part in fields(kind) if part.default is MISSING and part.name not in values]
    if missing:
        raise ValueError(f"a row without {missing[0]}")
    return kind(**values)


@cache
def _loaders(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind, vars(sys.modules[kind.__module__]), {})
    return {part.name: _loader(hints[part.name]) for part in fields(kind)}


def _loader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, UnionType):
        inner = _loader(next(part for part in get_args(hint) if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _PLAIN[get_origin(hint) or hint]


def _checked(kind: type[Any]) -> Callable[[Any], Any]:
    def load(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{str(value)[:40]!r} where a value of type {kind.__name__} belongs")
        return value

    return load


def _place(value: Any) -> Place:
    parent, order = value
    return Place(None if parent is None else _checked(str)(parent), _checked(str)(order))


def _words(value: Any) -> tuple[str, ...]:
    return tuple(_checked(str)(word) for word in _checked(list)(value))


_PLAIN: dict[Any, Callable[[Any], Any]] = {
    str: _checked(str),
    int: _checked(int),
    bool: _checked(bool),
    float: float,
    date: date.fromisoformat,
    Place: _place,
    Timeframe: from_record,
    tuple: _words,
}
