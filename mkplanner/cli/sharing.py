"""Verbs for plans that several people edit: merge, conflicts, resolve, mark, history."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from mkplanner.cli.using import in_use
from mkplanner.models.lookback.changelist import deeds_of
from mkplanner.models.lookback.conflict import Conflict, conflict_record
from mkplanner.models.lookback.records import ChangesetRecord
from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import MergeReport, open_plan
from mkplanner.models.wording import count


def run_merge(chosen: argparse.Namespace) -> int:
    """Take in what another copy of the plan has, publish it, and tell what came in."""
    with in_use(open_plan(chosen.plan)) as opened:
        report = opened.merge(chosen.other)
    if report.backup is not None:
        print(f"The plan as it was is kept in {report.backup}", file=sys.stderr)
    if chosen.json:
        _print_json(merge_record(report))
        return 0
    if not report.changes:
        print(f"Nothing new in {chosen.other.name}.")
    for line in report.lines:
        print(line.sentence)
    _tell_conflicts(report.conflicts)
    return 0


def merge_record(report: MergeReport) -> dict[str, Any]:
    """Return what a merge brought as plain values."""
    return {
        "adopted": len(report.changes),
        "changes": [asdict(record) for record in report.changes],
        "sentences": [line.sentence for line in report.lines],
        "conflicts": [conflict_record(conflict) for conflict in report.conflicts],
    }


def run_conflicts(chosen: argparse.Namespace) -> int:
    """Print what several people wrote into one place without knowing of each other."""
    with in_use(open_plan(chosen.plan)) as opened:
        conflicts = opened.conflicts()
    if chosen.json:
        _print_json([conflict_record(conflict) for conflict in conflicts])
    elif conflicts:
        _tell_conflicts(conflicts)
    else:
        print("No conflicts.")
    return 0


def _tell_conflicts(conflicts: tuple[Conflict, ...]) -> None:
    for conflict in conflicts:
        print(f"{conflict.id}: {conflict.sentence}")
        for choice in conflict.choices:
            print(f"  {choice.n}. {choice.words} ({choice.author or 'somebody'}, {choice.at})")


def run_resolve(chosen: argparse.Namespace) -> int:
    """Settle one conflict and publish that."""
    with in_use(open_plan(chosen.plan)) as opened:
        if chosen.words is not None:
            opened.resolve_otherwise(chosen.conflict, chosen.words)
        else:
            opened.resolve(chosen.conflict, chosen.take)
        left = len(opened.conflicts())
    print(f"Settled; {count(left, 'conflict')} left." if left else "Settled; no conflicts left.")
    return 0


def run_mark(chosen: argparse.Namespace) -> int:
    """Remember this moment under a name."""
    with in_use(open_plan(chosen.plan)) as opened:
        opened.mark(chosen.name)
    print(f"Marked; see what changes from here with: history {chosen.plan.name} --since {json.dumps(chosen.name)}")
    return 0


def run_history(chosen: argparse.Namespace) -> int:
    """Print every change, oldest first; since a mark, what is different in the end."""
    with in_use(open_plan(chosen.plan)) as opened:
        records = opened.history(chosen.since)
        lines = opened.changed_since(chosen.since) if chosen.since is not None else ()
        plan = opened.plan
    if chosen.json:
        _print_json([asdict(record) for record in records])
    elif chosen.since is None:
        for record in records:
            _tell_record(plan, record)
    else:
        for line in lines:
            print(line.sentence)
        if not lines:
            print(f"Nothing is different since {chosen.since}.")
    return 0


def _tell_record(plan: Plan, record: ChangesetRecord) -> None:
    print(f"{record.at}  {record.author or 'Somebody'}  {record.label}")
    for deed, _ in deeds_of(plan, record):
        print(f"    {deed}")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
