"""Rows of a plan as tasks of Microsoft Project's XML: where each element goes, and how days and links are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from mkplanner.models.formats.plan_tables import Value
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, LinkType, Plan

LINK_TYPES = {LinkType.FF: 0, LinkType.FS: 1, LinkType.SF: 2, LinkType.SS: 3}
LETTERS, OWNERS, STATUS, KIND, REF = 188743731, 188743734, 188743737, 188743740, 188743743
"""The numbers of the free text fields Text1 to Text5."""
FIELDS = {LETTERS: ("Text1", "RASIC"), OWNERS: ("Text2", "Action by"), STATUS: ("Text3", "Status")} | {
    KIND: ("Text4", "Kind"),
    REF: ("Text5", "Reference"),
}
_TENTHS_OF_A_DAY = 4800
"""Tenths of a minute in a working day, the measure of lags."""
_KEPT = {"\t", "\n"}


def put(parent: Element, name: str, value: Value) -> Element:
    """Add an element with its words; characters that XML cannot hold are left out."""
    element = SubElement(parent, name)
    words = "" if value is None else str(value)
    element.text = "".join(sign for sign in words if sign in _KEPT or (sign >= " " and not _is_odd(sign)))
    return element


def _is_odd(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"


def days_of(item: Item) -> tuple[date | None, date | None]:
    """The first and last day that a row's words name; a deadline has both on its day."""
    segments = item.by_when.segments if item.by_when else ()
    starts = [day for part in segments if (day := part.start or part.end)]
    ends = [day for part in segments if (day := part.end or part.start)]
    return min(starts, default=None), max(ends, default=None)


def add_task(tasks: Element, plan: Plan, entry: Entry, number: int, numbers: Mapping[str, int], *, top: bool) -> None:
    """Add one row. Its words stand where Project shows them in place of a day; nothing in it is worked out."""
    item = entry.item
    task = SubElement(tasks, "Task")
    first, last = days_of(item)
    for name, value in (
        ("UID", number),
        ("ID", number),
        ("Name", " ".join(item.title.split())),
        ("Active", 1),
        ("Manual", 1),
        ("Type", 1),
        ("IsNull", 0),
        ("WBS", entry.number),
        ("OutlineNumber", entry.number),
        ("OutlineLevel", entry.depth + 1),
        ("Priority", 500),
    ):
        put(task, name, value)
    _add_days(task, item, first, last)
    put(task, "Milestone", int(item.kind.value == "milestone" or (first is not None and first == last)))
    put(task, "Summary", int(top))
    put(task, "PercentComplete", item.percent or 0)
    if item.notes.strip():
        put(task, "Notes", item.notes)
    _add_links(task, plan, item, numbers)
    for field, words in _texts(plan, item):
        if words:
            extra = SubElement(task, "ExtendedAttribute")
            put(extra, "FieldID", field)
            put(extra, "Value", words)


def _add_days(task: Element, item: Item, first: date | None, last: date | None) -> None:
    if first and last:
        put(task, "Start", f"{first.isoformat()}T08:00:00")
        put(task, "Finish", f"{last.isoformat()}T17:00:00")
        put(task, "Duration", f"PT{((last - first).days + 1) * 8}H0M0S")
        put(task, "ManualStart", f"{first.isoformat()}T08:00:00")
        put(task, "ManualFinish", f"{last.isoformat()}T17:00:00")
        put(task, "DurationFormat", 7)
    if item.by_when is not None:
        is_deadline = bool(item.by_when.segments) and all(part.start is None for part in item.by_when.segments)
        put(task, "FinishText" if is_deadline else "StartText", item.by_when.words)


def _add_links(task: Element, plan: Plan, item: Item, numbers: Mapping[str, int]) -> None:
    for link in plan.links_of.get(item.id, ()):
        if link.after == item.id and link.before in numbers:
            found = SubElement(task, "PredecessorLink")
            put(found, "PredecessorUID", numbers[link.before])
            put(found, "Type", LINK_TYPES[link.type])
            put(found, "CrossProject", 0)
            put(found, "LinkLag", link.lag_days * _TENTHS_OF_A_DAY)
            put(found, "LagFormat", 7)


def _texts(plan: Plan, item: Item) -> Iterator[tuple[int, str]]:
    cells = plan.assignments_of.get(item.id, ())
    letters = [
        f"{plan.parties[cell.party].full_name}: {', '.join(cell.letters)}"
        + (f" ({cell.qualifier})" if cell.qualifier else "")
        for cell in cells
        if cell.letters
    ]
    owners = [
        f"{cell.part} by {plan.parties[cell.party].full_name}" if cell.part else plan.parties[cell.party].full_name
        for cell in plan.owners_of(item.id)
    ]
    yield LETTERS, "; ".join(letters)
    yield OWNERS, "; ".join(owners)
    yield STATUS, item.status.value if item.status else ""
    yield KIND, item.kind.value
    yield REF, item.ref
