"""Verbs that tell: show, check, verify. They change nothing."""

from __future__ import annotations

import argparse
import json

from mkplanner.cli.using import in_use
from mkplanner.errors import DamagedPlanError
from mkplanner.models.formats.write_json import notice_record, write_json
from mkplanner.models.notice import Severity
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.owners import show_owners
from mkplanner.models.store.opening import open_plan


def run_show(chosen: argparse.Namespace) -> int:
    """Print the plan, as JSON or as an outline to read."""
    with in_use(open_plan(chosen.plan)) as opened:
        conflicts = opened.conflicts() if chosen.json else ()
        print(write_json(opened.plan, conflicts) if chosen.json else _outline_text(opened.plan), end="")
    return 0


def _outline_text(plan: Plan) -> str:
    lines = [plan.info.title or "Untitled plan", ""]
    for entry in outline(plan):
        when = " / ".join(entry.item.by_when.words.split("\n")) if entry.item.by_when else ""
        facts = "; ".join(part for part in (when, show_owners(plan, entry.item.id)) if part)
        lines.append(f"{'  ' * entry.depth}{entry.number}  {entry.item.title}{f'  [{facts}]' if facts else ''}")
    return "\n".join(lines) + "\n"


def run_check(chosen: argparse.Namespace) -> int:
    """Print the plan's notices; with --strict an error or a warning makes the exit status 1."""
    with in_use(open_plan(chosen.plan)) as opened:
        notices = opened.notices()
    if chosen.json:
        print(json.dumps([notice_record(notice) for notice in notices], ensure_ascii=False, indent=1))
    else:
        for notice in notices:
            print(f"{notice.severity}: {notice.sentence}")
        if not notices:
            print("Nothing to point out.")
    grave = any(notice.severity is not Severity.INFO for notice in notices)
    return 1 if chosen.strict and grave else 0


def run_verify(chosen: argparse.Namespace) -> int:
    """Prove that every change in the file is whole and that the plan shown is what the changes add up to."""
    with in_use(open_plan(chosen.plan)) as opened:
        troubles = opened.verify()
        count = len(opened.history())
    if troubles:
        raise DamagedPlanError("The plan's file is not whole: " + " ".join(troubles), "It was left as it is.")
    print(f"Whole: {count} {'change' if count == 1 else 'changes'}, each as it was written.")
    return 0
