"""A whole plan as the XML that Microsoft Project opens; it carries the plan itself in a comment at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkplanner.models.formats.exact import pack
from mkplanner.models.formats.mspdi_tasks import FIELDS, add_task, put
from mkplanner.models.formats.plan_tables import digested, numbered
from mkplanner.models.plan import Plan

NAMESPACE = "http://schemas.microsoft.com/project"
CARRIED = "mkplanner-plan"


def write_mspdi(plan: Plan, made: datetime) -> str:
    """Return the project; Finish is the last day. The same plan and moment give the same text."""
    root = Element("Project", xmlns=NAMESPACE)
    info = plan.info
    entries = tuple(numbered(plan))
    numbers = {entry.item.id: number for number, entry in enumerate(entries, start=1)}
    for name, value in (
        ("SaveVersion", 14),
        ("Name", f"{info.title.strip() or 'Plan'}.xml"),
        ("Title", info.title),
        ("Subject", info.subtitle),
        ("Company", info.council),
        ("Author", info.author),
        ("CreationDate", made.isoformat(timespec="seconds")),
        ("ScheduleFromStart", 1),
        ("StartDate", f"{info.start.isoformat()}T08:00:00" if info.start else ""),
        ("FinishDate", f"{info.end.isoformat()}T17:00:00" if info.end else ""),
        ("FYStartDate", info.financial_month),
        ("CurrencyCode", "GBP"),
        ("CalendarUID", 1),
        ("MinutesPerDay", 480),
        ("DaysPerMonth", 20),
        ("NewTasksAreManual", 1),
    ):
        if value != "":
            put(root, name, value)
    _add_fields(root)
    _add_calendar(root)
    tasks = SubElement(root, "Tasks")
    for number, entry in enumerate(entries, start=1):
        top = bool(plan.children.get(entry.item.id))
        add_task(tasks, plan, entry, number, numbers, top=top)
    _add_parties(root, plan, numbers)
    indent(root, " ")
    text = tostring(root, encoding="unicode")
    carried = f"{digested([tuple(task_words(root))])}:{pack(plan)}"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}\n<!--{CARRIED} {carried}-->\n'


def task_words(root: Element) -> Iterator[Sequence[str]]:
    """Yield what the tasks say, a line of words for each, whatever order their elements have."""
    for task in root.iter():
        if task.tag.rpartition("}")[2] == "Task":
            yield sorted(
                f"{kid.tag.rpartition('}')[2]} {' '.join((kid.text or '').split())}" for kid in task.iter() if kid.text
            )


def _add_fields(root: Element) -> None:
    fields = SubElement(root, "ExtendedAttributes")
    for number, (name, alias) in FIELDS.items():
        field = SubElement(fields, "ExtendedAttribute")
        put(field, "FieldID", number)
        put(field, "FieldName", name)
        put(field, "Alias", alias)


def _add_calendar(root: Element) -> None:
    """Every day counts, for council plans are dated and not computed."""
    calendar = SubElement(SubElement(root, "Calendars"), "Calendar")
    for name, value in (("UID", 1), ("Name", "Standard"), ("IsBaseCalendar", 1), ("BaseCalendarUID", -1)):
        put(calendar, name, value)
    days = SubElement(calendar, "WeekDays")
    for number in range(1, 8):
        day = SubElement(days, "WeekDay")
        put(day, "DayType", number)
        put(day, "DayWorking", 1)
        times = SubElement(day, "WorkingTimes")
        for first, last in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
            time = SubElement(times, "WorkingTime")
            put(time, "FromTime", first)
            put(time, "ToTime", last)


def _add_parties(root: Element, plan: Plan, numbers: dict[str, int]) -> None:
    """Parties as resources, and owners as those who are assigned."""
    resources = SubElement(root, "Resources")
    places = {party.id: number for number, party in enumerate(plan.ordered_parties, start=1)}
    for party in plan.ordered_parties:
        resource = SubElement(resources, "Resource")
        for name, value in (
            ("UID", places[party.id]),
            ("ID", places[party.id]),
            ("Name", party.full_name.replace(",", ";")),
            ("Type", 1),
            ("IsNull", 0),
        ):
            put(resource, name, value)
    assignments = SubElement(root, "Assignments")
    owners = [(item, cell.party) for item in numbers for cell in plan.owners_of(item)]
    for number, (item, owner) in enumerate(owners, start=1):
        assignment = SubElement(assignments, "Assignment")
        for name, value in (("UID", number), ("TaskUID", numbers[item]), ("ResourceUID", places[owner]), ("Units", 1)):
            put(assignment, name, value)
