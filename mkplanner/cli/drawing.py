"""Verbs that draw: export writes paper or data, picture saves the window as it looks."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from mkplanner.cli.using import in_use
from mkplanner.errors import PlannerError
from mkplanner.models.formats.write_json import write_json
from mkplanner.models.plan import Plan
from mkplanner.models.query import matching
from mkplanner.models.store.opening import open_plan

DEFAULT_REPORT = "timetable"
ENDINGS = (".pdf", ".json")


def run_export(chosen: argparse.Namespace) -> int:
    """Write the plan to a file, in the form that its ending names; the plan itself is not changed."""
    ending = chosen.out.suffix.lower()
    if ending not in ENDINGS:
        raise PlannerError(
            f"“{chosen.out.name}” cannot be written, because its ending names no format that is known.",
            f"End the name in {' or '.join(ENDINGS)}; nothing was written.",
        )
    with in_use(open_plan(chosen.plan)) as opened:
        plan = opened.plan
        conflicts = opened.conflicts() if ending == ".json" and not chosen.filter else ()
    if chosen.filter:
        plan = matching(plan, chosen.filter)
    if ending == ".json":
        _write_whole(chosen.out, write_json(plan, conflicts))
    else:
        _write_pdf(plan, chosen)
    print(chosen.out)
    return 0


def _write_pdf(plan: Plan, chosen: argparse.Namespace) -> None:
    from mkplanner.charts.reports.base import ReportOptions
    from mkplanner.charts.reports.registry import write_pdf

    options = ReportOptions(
        paper=chosen.paper, orientation=chosen.orientation, tiles=chosen.tiles or 1, today=chosen.date or date.today()
    )
    write_pdf(chosen.report or DEFAULT_REPORT, plan, options, chosen.out)


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
