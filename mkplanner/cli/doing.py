"""The verb `do`: commands as JSON lines, each answered only when it is safe on disk."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from mkplanner.cli.using import in_use
from mkplanner.errors import PlannerError, RefusedError
from mkplanner.models.commands.registry import read_command
from mkplanner.models.store.opening import OpenPlan, open_plan

_Value = TypeVar("_Value", int, str)


def run_do(chosen: argparse.Namespace) -> int:
    """Carry out every line; a refused one changes nothing and the next is read. Closing publishes."""
    with in_use(open_plan(chosen.plan)) as opened:
        for line in _lines(chosen.file):
            if line.strip():
                _reply(_carry_out(opened, line))
    return 0


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace")
        return
    with Path(name).open("rb") as lines:
        for line in lines:
            yield line.decode("utf-8", "replace")


def _reply(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def _carry_out(opened: OpenPlan, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise RefusedError("A line must be one JSON object with a command.", "Nothing was changed.")
        return _run(opened, record)
    except (ValueError, RecursionError):
        return {"ok": False, "error": "This line is not JSON, so it was not carried out. Nothing was changed."}
    except PlannerError as trouble:
        return {"ok": False, "error": str(trouble)}


def _run(opened: OpenPlan, record: dict[str, Any]) -> dict[str, Any]:
    session = opened.session
    name = record.get("command")
    if name in ("undo", "redo"):
        title = session.undo() if name == "undo" else session.redo()
        if title is None:
            raise RefusedError(f"There is nothing to {name} since this began.", "Nothing was changed.")
        return {"ok": True, "id": None, "seq": session.last_seq}
    if name in _SHARING:
        return {"ok": True, "id": _SHARING[name](opened, record), "seq": session.last_seq}
    done = session.run(read_command(record))
    return {"ok": True, "id": done.id, "seq": done.seq if done.seq is not None else session.last_seq}


def _sync(opened: OpenPlan, record: dict[str, Any]) -> None:
    report = opened.sync()
    if report.adopted:
        opened.session.refresh()
    if report.waiting:
        print(report.waiting, file=sys.stderr)


def _merge(opened: OpenPlan, record: dict[str, Any]) -> None:
    opened.merge(Path(_given(record, "other", str)))


def _resolve(opened: OpenPlan, record: dict[str, Any]) -> str | None:
    conflict = _given(record, "conflict", str)
    if "value" in record:
        return opened.resolve_otherwise(conflict, record["value"]).id
    return opened.resolve(conflict, _given(record, "take", int)).id


def _mark(opened: OpenPlan, record: dict[str, Any]) -> str | None:
    return opened.mark(_given(record, "name", str)).id


def _given(record: dict[str, Any], key: str, kind: type[_Value]) -> _Value:
    value = record.get(key)
    if not isinstance(value, kind):
        word = "number" if kind is int else "text"
        raise RefusedError(f"The command “{record['command']}” needs a {word} for {key}.", "Nothing was changed.")
    return value


_SHARING: dict[Any, Callable[[OpenPlan, dict[str, Any]], str | None]] = {
    "sync": _sync,
    "merge": _merge,
    "resolve": _resolve,
    "mark": _mark,
}
"""Commands that are about copies of the plan, beside those of `commands.registry`."""
