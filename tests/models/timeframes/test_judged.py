"""Phrases that were read by a person first, by the conventions, and only then by the grammar.

`judged.jsonl` was written in seven batches before anyone looked at what the grammar makes of them; where the two differed,
whichever was wrong by the conventions was mended.
"""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mkplanner.models.timeframes.answer import answer
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext

ROWS = [json.loads(line) for line in Path(__file__).with_name("judged.jsonl").read_text("utf-8").splitlines()]
LEAST_RIGHT = 0.99


def plan_of(row: dict[str, Any]) -> PlanContext:
    plan = row["plan_context"] or {}
    days = [date.fromisoformat(plan[key]) if plan.get(key) else None for key in ("start", "end")]
    return PlanContext(*days, plan.get("column"))


def read(row: dict[str, Any]) -> dict[str, Any]:
    return answer(parse(row["text"], plan_of(row)))


def essence(record: dict[str, Any]) -> tuple[Any, ...]:
    """What is judged of a reading: its kind, days, precision and flags, and those of its parts."""
    flags = {name for name, is_set in record["flags"].items() if is_set}
    parts = [essence(part) for part in record.get("segments", ())]
    return record["kind"], record["start"], record["end"], record["precision"], flags, parts


def is_right(row: dict[str, Any]) -> bool:
    found = read(row)
    return essence(found) == essence(row["expect"]) or (row["ambiguous"] and found["ambiguous"])


def test_nearly_every_phrase_is_read_as_it_was_judged() -> None:
    wrong = [row for row in ROWS if not is_right(row)]
    for row in wrong:
        print(f"{row['text']!r}\n  judged {essence(row['expect'])}\n  read   {essence(read(row))}")

    assert len(wrong) <= (1 - LEAST_RIGHT) * len(ROWS)


def test_every_kind_was_judged_at_least_five_times() -> None:
    counts = Counter(row["expect"]["kind"] for row in ROWS)

    assert {kind: counts[kind] for kind in Kind if counts[kind] < 5} == {}


UNDATED = [row for row in ROWS if not row["ambiguous"] and not row["expect"]["start"] and not row["expect"]["end"]]


@pytest.mark.parametrize(
    "plan", [PlanContext(), PlanContext(date(2014, 4, 1), date(2016, 3, 31))], ids=["no plan", "plan"]
)
def test_no_day_is_found_where_a_person_found_none(plan: PlanContext) -> None:
    texts = [row["text"] for row in UNDATED if row["expect"]["kind"] == "unparseable"]

    assert len(texts) > 200
    assert [text for text in texts if parse(text, plan).is_dated] == []


def test_no_year_is_made_up() -> None:
    """Every year of a reading stands in the words or within a year of the plan's own (a season or term may run over)."""
    for row in ROWS:
        frame, plan = parse(row["text"], plan_of(row)), plan_of(row)
        if re.search(r"[0-9]", row["text"]) or not (plan.start and plan.end):
            continue
        years = {day.year for s in frame.segments for day in (s.start, s.end) if day}
        assert years <= set(range(plan.start.year - 1, plan.end.year + 2)), row["text"]
