"""The verb `timeframe`: read a date as councils write it, one from the command line or many from a file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from mkplanner.errors import PlannerError
from mkplanner.models.timeframes.answer import answer
from mkplanner.models.timeframes.describe import describe
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext


def run_timeframe(chosen: argparse.Namespace) -> int:
    """Print how the words are read: a sentence, or JSON; with --lines one JSON line for each line."""
    if chosen.lines is not None:
        return _read_lines(chosen.lines)
    if chosen.words is None:
        raise PlannerError("There are no words to read.", "Write them in quotation marks, as “By 31 March 2015”.")
    frame = parse(chosen.words, PlanContext(chosen.start, chosen.end, chosen.column))
    if chosen.json:
        print(json.dumps(answer(frame), ensure_ascii=False))
        return 0
    print(describe(frame))
    for remark in frame.remarks:
        print(remark)
    return 0


def _read_lines(name: str) -> int:
    if name == "-":
        _answer_lines(sys.stdin.buffer)
    else:
        with Path(name).open("rb") as lines:
            _answer_lines(lines)
    return 0


def _answer_lines(lines: Iterable[bytes]) -> None:
    for line in lines:
        if line.strip():
            print(json.dumps(_answer_line(line), ensure_ascii=True))


def _answer_line(line: bytes) -> dict[str, Any]:
    """Answer one line; a line that is no JSON object is read as the words themselves, so that lines stay in step."""
    text = line.decode("utf-8", "replace").strip()
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        record = text
    if not isinstance(record, dict):
        return answer(parse(record if isinstance(record, str) else text))
    return answer(parse(str(record.get("text") or ""), _context(record.get("plan_context"))))


def _context(record: Any) -> PlanContext:
    if not isinstance(record, dict):
        return PlanContext()
    column = record.get("column")
    return PlanContext(_day(record.get("start")), _day(record.get("end")), column if isinstance(column, str) else None)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
