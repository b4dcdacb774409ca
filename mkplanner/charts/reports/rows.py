"""Which rows a report shows, in which order and under which headings: a plan in, a plan for reading out.

The question is the one that the screen asks too (`models/query.py`). Rows keep the numbers that they have in the whole plan.
The plan that comes out is for laying out alone, never for keeping.
"""

from __future__ import annotations

from datetime import date

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.common_options import FILTER, FROM, GROUP, SORT, STATUS, TO
from mkplanner.models.asking.grouping import Heading
from mkplanner.models.asking.narrowing import Wanted
from mkplanner.models.asking.partplan import arranged, listed, only
from mkplanner.models.asking.query import Query, answer
from mkplanner.models.outline import ancestors, outline
from mkplanner.models.plan import Item, Plan

_IN_ORDER = "number"
"""Sorts rows as they stand in the plan, flat."""


def chosen_rows(plan: Plan, options: ReportOptions) -> Plan:
    """Return the plan with the rows that are asked for; the very same plan where nothing is."""
    query = _query(plan, options)
    if query.is_narrow or query.is_rearranged:
        lines = answer(plan, query, options.today).lines
        entries = [line for line in lines if not isinstance(line, Heading)]
        plan = listed(plan, lines) if query.is_flat else arranged(plan, entries) if query.sort else only(plan, entries)
    first, last = options.of(FROM), options.of(TO)
    return _within(plan, first or date.min, last or date.max) if first or last else plan


def _query(plan: Plan, options: ReportOptions) -> Query:
    """The question to the plan; rows put into another order still stand under the rows they belong to, unless in one list."""
    group, sort = options.of(GROUP), options.of(SORT)
    sort = "" if sort == "plan" else sort
    flat = group == "none"
    if group == "plan":
        group = ""
    elif flat:
        group, sort = "", sort or _IN_ORDER
    return Query(options.of(FILTER), Wanted(options.of(STATUS)), sort, group=group, flat=flat)


def _within(plan: Plan, first: date, last: date) -> Plan:
    """Keep rows that have to do with some days, and what stands above them."""
    shown: set[str] = set()
    for item in plan.items.values():
        if _touches(item, first, last):
            shown.add(item.id)
            shown.update(row.id for row in ancestors(plan, item.id))
    return only(plan, [entry for entry in outline(plan) if entry.item.id in shown])


def _touches(item: Item, first: date, last: date) -> bool:
    """Whether any of the days of a row lies between two days; what goes on has no last day."""
    for segment in item.by_when.segments if item.by_when else ():
        begins = segment.start or segment.end
        ends = date.max if segment.flags.ongoing else segment.end or segment.start
        if begins and ends and begins <= last and ends >= first:
            return True
    return False
