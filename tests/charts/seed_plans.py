"""The councils' own papers as plans, brought in as a person would do it; they are kept beside the checkout."""

from __future__ import annotations

from pathlib import Path

from mkplanner.models.commands.paste import BringIn
from mkplanner.models.formats.registry import read_source
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, written

SEEDS = ("000_2258559af01eac43", "001_8f3268be15d55a07", "003_830360fa9297969b")
"""A timetable with one date for each action, a partnering action plan, and a service improvement plan."""


def seed_plan(shared: Path, name: str) -> Plan:
    return written(BringIn(read_source(shared / "seeds" / f"{name}.txt")), plan=empty_plan())
