"""What the legend of a printed Gantt timetable says: only the marks that the plan uses, and which rows have none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mkplanner.charts.legend import Entry, Sign, in_order, mark_entry, signs_of
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.marks.places import form_of
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.legend_block import set_legend, status_keys
from mkplanner.charts.shapes import Node
from mkplanner.charts.timescale.units import MONTHS, Calendar
from mkplanner.models.links.following import broken_links
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES, Status
from mkplanner.models.wording import listed


def set_gantt_legend(flow: Flow, parent: Node, plan: Plan, calendar: Calendar, *, has_links: bool = True) -> None:
    """Draw heading, marks, status scheme and remarks, below what stands on the page or on a page of their own."""
    signs = [sign for sign in marks_in_use(plan) if has_links or sign not in (Sign.LINK, Sign.BROKEN)]
    statuses = STYLES if any(item.status for item in plan.items.values()) else ()
    keys = [partial(_mark, sign) for sign in signs]
    remarks = list(_remarks(plan, calendar, has_marks=bool(signs)))
    set_legend(flow, parent, "How to read this timetable", keys, remarks, is_section=True, apart=status_keys(statuses))


def marks_in_use(plan: Plan) -> list[Sign]:
    """Return the marks that a plan's chart shows, in the order of the legend."""
    found: set[Sign] = set()
    for item in plan.items.values():
        if item.by_when:
            complete = item.status is Status.COMPLETE or item.percent == 100
            found |= signs_of(item.by_when, item.percent, complete, item.original)
    found |= {Sign.BROKEN if link.id in broken_links(plan) else Sign.LINK for link in plan.links}
    return in_order(found)


def _mark(sign: Sign, x: float, y: float) -> Entry:
    return mark_entry(sign, x, y, PAPER)


def _remarks(plan: Plan, calendar: Calendar, *, has_marks: bool) -> Iterator[str]:
    if has_marks:
        first = 1 if calendar.calendar_quarters else calendar.financial_month
        yield f"Q1 begins in {MONTHS[first - 1]}."
    number = numbers(plan)
    undated = [
        number[item.id]
        for item in plan.items.values()
        if item.by_when and item.by_when.words.strip() and not any(map(form_of, item.by_when.segments))
    ]
    if undated:
        verb = "has" if len(undated) == 1 else "have"
        yield f"{listed(undated)} {verb} no mark: the words name no day yet."
