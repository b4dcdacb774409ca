"""Verbs that make and add: new, import, sync."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkplanner.cli.using import in_use
from mkplanner.errors import PlannerError
from mkplanner.models.beginnings.example import example_commands
from mkplanner.models.beginnings.owntemplates import own_templates, read_template
from mkplanner.models.beginnings.templates import TEMPLATES, first_command
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.paste import BringIn
from mkplanner.models.commands.together import Together
from mkplanner.models.commands.versions import FillCopy
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.registry import read_source
from mkplanner.models.ids import new_id
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import OpenPlan, create_plan, open_plan
from mkplanner.models.wording import count

EXAMPLE = "example"


def run_new(chosen: argparse.Namespace) -> int:
    """Make a plan file; it must not be there yet."""
    template = chosen.template or "blank"
    own = {path.stem: path for path in own_templates()}
    known = (*TEMPLATES, EXAMPLE, *own)
    if template not in known:
        raise PlannerError(f"There is no template called “{template}”.", f"Templates are {', '.join(known)}.")
    if chosen.start and chosen.end and chosen.end < chosen.start:
        raise PlannerError("The plan would end before it starts.", "Nothing was made; choose other days.")
    title = chosen.title if chosen.title is not None else ("" if template == EXAMPLE else chosen.plan.stem)
    info = PlanInfo(new_id(), title, start=chosen.start, end=chosen.end)
    first = _first_command(template, info, own)
    with in_use(create_plan(chosen.plan, info)) as opened:
        if first is not None:
            opened.session.run(first)
    print(chosen.plan)
    return 0


def _first_command(template: str, info: PlanInfo, own: Mapping[str, Path]) -> Command | None:
    """What writes the first rows: the example's, those of one's own template, or those of a layout."""
    if template == EXAMPLE:
        return Together("Write the worked example", example_commands(info))
    if template in own:
        return FillCopy(read_template(own[template]), "Take over the rows")
    return first_command(TEMPLATES[template])


def run_import(chosen: argparse.Namespace) -> int:
    """Read every source before anything is changed, then add them all as one undo step, and tell what was understood."""
    drafts = [
        read_source(source, start=chosen.start, end=chosen.end, format=chosen.format) for source in chosen.sources
    ]
    with in_use(_open_or_create(chosen.plan)) as opened:
        opened.session.run(_together([BringIn(draft) for draft in drafts]))
    if chosen.json:
        print(json.dumps([_record(*pair) for pair in zip(chosen.sources, drafts, strict=True)], ensure_ascii=False))
        return 0
    for source, draft in zip(chosen.sources, drafts, strict=True):
        _tell(source, draft)
    return 0


def run_sync(chosen: argparse.Namespace) -> int:
    """Publish what is only on this computer and take in what others published."""
    with in_use(open_plan(chosen.plan)) as opened:
        report = opened.sync()
    if report.waiting:
        raise PlannerError(report.waiting)
    print("The plan's file and this computer agree.")
    return 0


def _open_or_create(path: Path) -> OpenPlan:
    return open_plan(path) if path.exists() else create_plan(path, PlanInfo(new_id()))


def _together(commands: Sequence[BringIn]) -> Command:
    return commands[0] if len(commands) == 1 else Together(f"Bring in {len(commands)} documents", tuple(commands))


def _counts(draft: Draft) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in draft.items:
        found[str(item.kind)] = found.get(str(item.kind), 0) + 1
    return found


def _tell(source: Path, draft: Draft) -> None:
    plurals = {"priority": "priorities"}
    words = [count(n, kind.replace("_", "-"), plurals.get(kind)) for kind, n in _counts(draft).items()]
    print(f"{source.name}: {', '.join(words) or 'nothing that looks like a plan'}.")
    for notice in draft.notices:
        where = f" (line {notice.line})" if notice.line else ""
        print(f"  {notice.sentence}{where}")


def _record(source: Path, draft: Draft) -> dict[str, Any]:
    notices = [
        {"id": row.id, "severity": str(row.severity), "line": row.line, "sentence": row.sentence}
        for row in draft.notices
    ]
    return {"source": source.name, "title": draft.title, "understood": _counts(draft), "notices": notices}
