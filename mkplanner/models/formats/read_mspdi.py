"""Reads the XML of Microsoft Project: our own, which carries a whole plan, and any project's tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element, ParseError, fromstring

from mkplanner.errors import PlannerError
from mkplanner.models.formats.base import Column, Draft, DraftItem, DraftOwner
from mkplanner.models.formats.exact import unpack
from mkplanner.models.formats.mspdi_tasks import KIND, LETTERS, OWNERS, REF, STATUS
from mkplanner.models.formats.plan_draft import draft_of
from mkplanner.models.formats.plan_tables import digested
from mkplanner.models.formats.write_mspdi import CARRIED, NAMESPACE, task_words
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import ItemKind
from mkplanner.models.rasic.letters import LETTERS as RASIC
from mkplanner.models.status import Status, read_status
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.timeframes.timeframe import PlanContext

_N = f"{{{NAMESPACE}}}"
_REFUSED = "Only projects saved as XML by Microsoft Project, or by MK Planner, can be brought in. Nothing was changed."


def read_mspdi(text: str, context: PlanContext) -> Draft:
    """Return the tasks of a project. Raises `PlannerError` for what is no project."""
    if "<!DOCTYPE" in text[:2000]:
        raise PlannerError("This XML file does not hold a project.", _REFUSED)
    try:
        root = fromstring(text.encode("utf-8", "replace"))
    except (ParseError, ValueError, RecursionError) as trouble:
        raise PlannerError("This XML file is damaged.", _REFUSED, str(trouble)) from trouble
    if root.tag != f"{_N}Project":
        raise PlannerError("This XML file does not hold a project.", _REFUSED)
    return _carried(text, root) or _tasks(root, context)


def _carried(text: str, root: Element) -> Draft | None:
    """The plan that the file carries, where its tasks are what they were."""
    found = re.search(rf"<!--{CARRIED} ([0-9a-f]+):([A-Za-z0-9+/=\s]+)-->", text[-60_000_000:])
    if not found or found[1] != digested([tuple(task_words(root))]):
        return None
    try:
        return draft_of(unpack(found[2]))
    except ValueError:
        return None


def _tasks(root: Element, context: PlanContext) -> Draft:
    names = {_get(row, "UID"): _get(row, "Name") for row in root.iter(f"{_N}Resource") if _get(row, "Name")}
    owners: dict[str, list[str]] = {}
    for row in root.iter(f"{_N}Assignment"):
        if name := names.get(_get(row, "ResourceUID")):
            owners.setdefault(_get(row, "TaskUID"), []).append(name)
    items = tuple(_items(root, owners))
    days = [day for task in root.iter(f"{_N}Task") for name in ("Start", "Finish") if (day := _day(_get(task, name)))]
    start = context.start or _day(_get(root, "StartDate")) or min(days, default=None)
    end = context.end or _day(_get(root, "FinishDate")) or max(days, default=None)
    notices = () if items else (Notice("import-no-table", Severity.WARNING, "There are no tasks in this project."),)
    columns = (Column("Task Name", "action"), Column("Finish", "date"), Column("Resource Names", "owner"))
    title = _get(root, "Title") or _get(root, "Name").removesuffix(".xml")
    return Draft(title, _get(root, "Subject"), _get(root, "Company"), start, end, columns, items, (), notices)


def _items(root: Element, owners: Mapping[str, list[str]]) -> Iterator[DraftItem]:
    above: list[int] = []
    number = 0
    for line, task in enumerate(root.iter(f"{_N}Task"), start=1):
        level = int(_get(task, "OutlineLevel") or 1)
        if level < 1 or _get(task, "IsNull") == "1" or not _get(task, "Name"):
            continue
        above = above[: level - 1]
        parent = above[-1] if above else None
        yield _item(task, parent, owners.get(_get(task, "UID"), []), line)
        above.append(number)
        number += 1


def _item(task: Element, parent: int | None, owners: list[str], line: int) -> DraftItem:
    extra = {_get(row, "FieldID"): _get(row, "Value") for row in task.findall(f"{_N}ExtendedAttribute")}
    kind = extra.get(str(KIND), "")
    fallback = ItemKind.MILESTONE if _get(task, "Milestone") == "1" and parent is not None else None
    status = extra.get(str(STATUS), "")
    return DraftItem(
        ItemKind(kind) if kind in set(ItemKind) else fallback or (ItemKind.SUB_ACTION if parent else ItemKind.ACTION),
        _get(task, "Name"),
        parent,
        extra.get(str(REF), ""),
        _when(task),
        tuple(_owners(extra, owners)),
        None,
        Status(status) if status in set(Status) else read_status(status) or _status(task),
        (),
        _get(task, "Notes"),
        line,
    )


def _status(task: Element) -> Status | None:
    return Status.COMPLETE if _get(task, "PercentComplete") == "100" else None


def _owners(extra: Mapping[str, str], owners: list[str]) -> Iterator[DraftOwner]:
    """Those who are assigned, with the parts and letters that our own fields tell."""
    letters: dict[str, str] = {}
    for told in extra.get(str(LETTERS), "").split(";"):
        name, _, codes = told.partition(":")
        letters[name.strip()] = "".join(code for code in codes.partition("(")[0] if code in RASIC)
    named = [part.strip() for part in extra.get(str(OWNERS), "").split(";") if part.strip()] or owners
    for words in named:
        part, by, name = words.partition(" by ")
        is_part = bool(by) and len(part.split()) <= 3
        name = name if is_part else words
        yield DraftOwner(name, part=part if is_part else "", letters=letters.pop(name, "") or "R")
    for name, codes in letters.items():
        if name and codes:
            yield DraftOwner(name, letters=codes)


def _when(task: Element) -> str | None:
    """The author's words, or else the days as words."""
    words = _get(task, "FinishText") or _get(task, "StartText")
    first, last = _day(_get(task, "Start")), _day(_get(task, "Finish"))
    if words or not (first and last):
        return words or None
    return day_words(last) if first == last else f"{day_words(first)} – {day_words(last)}"


def _get(element: Element, name: str) -> str:
    found = element.find(f"{_N}{name}")
    return (found.text or "").strip() if found is not None else ""


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None
