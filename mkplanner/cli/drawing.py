"""Verbs that draw: export writes paper or data, picture saves the window as it looks."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from mkplanner.charts.formats import FORMATS, PLAN_FORMATS
from mkplanner.cli.using import in_use
from mkplanner.errors import PlannerError
from mkplanner.models.asking.query import matching
from mkplanner.models.formats.write_json import write_json
from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import OpenPlan, open_plan
from mkplanner.models.wording import listed

if TYPE_CHECKING:
    from mkplanner.charts.reports.base import ReportOptions

DEFAULT_REPORT = "timetable"
ENDINGS = tuple(dict.fromkeys((*FORMATS, *PLAN_FORMATS)))


def run_export(chosen: argparse.Namespace) -> int:
    """Write the plan to a file, in the form that its ending names; the plan itself is not changed."""
    ending = chosen.out.suffix.lower()
    if ending not in ENDINGS:
        raise PlannerError(
            f"“{chosen.out.name}” cannot be written, because its ending names no format that is known.",
            f"End the name in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}; nothing was written.",
        )
    if "help" in chosen.option:
        return _list_options(chosen.report or DEFAULT_REPORT)
    before = _numbered(chosen.out)
    with in_use(open_plan(chosen.plan)) as opened:
        plan = matching(opened.plan, chosen.filter) if chosen.filter else opened.plan
        if ending == ".json":
            conflicts = () if chosen.filter else opened.conflicts()
            _write_whole(chosen.out, write_json(plan, conflicts))
            written: tuple[Path, ...] = (chosen.out,)
        elif ending in PLAN_FORMATS and not (chosen.report or chosen.set or chosen.option):
            made = datetime.combine(chosen.date or date.today(), time())
            written = PLAN_FORMATS[ending].write(plan, chosen.out, made, None)
        elif ending in FORMATS:
            written = _write_report(plan, chosen, opened)
        else:
            raise PlannerError(
                f"A report cannot be written as “{chosen.out.name}”; {ending} holds a whole plan.",
                "Leave --report out, or choose another ending; nothing was written.",
            )
    for path in written:
        print(path)
    _tell_earlier(before, written)
    return 0


def _numbered(out: Path) -> list[Path]:
    """The pages of an earlier drawing under the same name: "plan-1.png", "plan-2.png"…"""
    if out.suffix.lower() not in FORMATS or not FORMATS[out.suffix.lower()].has_pages or not out.parent.is_dir():
        return []
    name = re.compile(rf"{re.escape(out.stem)}-\d+{re.escape(out.suffix)}")
    return sorted(path for path in out.parent.iterdir() if name.fullmatch(path.name))


def _tell_earlier(before: Sequence[Path], written: Sequence[Path]) -> None:
    """Say what became of earlier pages, whose names nobody typed; OUT itself is replaced without a word."""
    replaced = [path.name for path in before if path in written]
    left = [path.name for path in before if path not in written]
    if replaced:
        print(f"Replaced pages that were there: {listed(replaced)}.", file=sys.stderr)
    if left:
        print(f"Left as they were, from an earlier export: {listed(left)}.", file=sys.stderr)


def _list_options(report: str) -> int:
    """Print what can be chosen about a report."""
    from mkplanner.charts.reports.chosen import described
    from mkplanner.charts.reports.registry import report_named

    print("\n".join(described(report_named(report))))
    return 0


def _write_report(plan: Plan, chosen: argparse.Namespace, opened: OpenPlan) -> tuple[Path, ...]:
    from mkplanner.charts.reports.base import Context
    from mkplanner.charts.reports.registry import write

    report, options = chosen_options(plan, chosen)
    context = Context(opened.differences)
    return write(report, plan, options, chosen.out, context=context, dpi=chosen.dpi)


def chosen_options(plan: Plan, chosen: argparse.Namespace) -> tuple[str, ReportOptions]:
    """Return the report and its options: a set that the plan keeps, then single choices, then the flags."""
    from mkplanner.charts.reports.chosen import read_options, set_named
    from mkplanner.charts.reports.registry import report_named

    kept = set_named(plan, chosen.set) if chosen.set else None
    report = report_named(chosen.report or (kept.report if kept else DEFAULT_REPORT))
    start = kept.options if kept and kept.report == report.id else {}
    typed = [*chosen.option, f"since={chosen.since}"] if chosen.since is not None else chosen.option
    options = read_options(report, typed, chosen.date or date.today(), start)
    return report.id, replace(
        options,
        paper=chosen.paper or options.paper,
        orientation=chosen.orientation or options.orientation,
        tiles=chosen.tiles or options.tiles,
    )


def _write_whole(out: Path, text: str) -> None:
    """Write beside and move into place, so that a failure leaves no half file."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def run_picture(chosen: argparse.Namespace) -> int:
    """Draw the real window off screen and save it as PNG."""
    from mkplanner.cli.picture import save_picture
    from mkplanner.cli.screen import pretended_screen

    with pretended_screen(chosen.size):
        save_picture(chosen.plan, chosen.out, view=chosen.view, size=chosen.size, theme=chosen.theme)
    print(chosen.out)
    return 0
