"""Every check of a whole plan. A check is a function that yields notices; a plan may switch checks off by notice id."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count

from mkplanner.models.checks.burden import check_burden, check_only_informed
from mkplanner.models.checks.dates import check_order, check_overlap, check_within_parent, check_within_plan
from mkplanner.models.checks.links import check_links, check_loops, check_ties
from mkplanner.models.checks.readings import check_ambiguous, check_readable
from mkplanner.models.checks.responsibility import (
    check_accountable,
    check_councils,
    check_due_soon,
    check_places,
    check_responsible,
    check_retired,
    check_separate,
)
from mkplanner.models.checks.working_days import check_working_days
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import numbers, outline
from mkplanner.models.plan import Plan

CHECKS: tuple[Callable[[Plan], Iterator[Notice]], ...] = (
    check_order,
    check_accountable,
    check_responsible,
    check_due_soon,
    check_places,
    check_separate,
    check_councils,
    check_burden,
    check_only_informed,
    check_retired,
    check_within_parent,
    check_within_plan,
    check_links,
    check_loops,
    check_overlap,
    check_working_days,
    check_ambiguous,
    check_ties,
    check_readable,
    lambda plan: _check_titles(plan),
)
WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
"""The gravest first."""
_AFTER_ROWS = sys.maxsize


def check(plan: Plan) -> tuple[Notice, ...]:
    """Return every notice about a plan, made once for each plan: the gravest first, then in the order of the rows.

    After the rows come those about what somebody carries in all, which no single row can mend.
    """
    found = plan.__dict__.get("_notices")
    if found is None:
        off = plan.info.checks_off
        notices = [notice for run in CHECKS for notice in run(plan) if notice.id not in off]
        rows = dict(zip(numbers(plan), count()))
        notices.sort(key=lambda notice: rows.get(notice.item, -1) if notice.item is not None else _without_row(notice))
        found = tuple(notice for severity in WEIGHT for notice in notices if notice.severity is severity)
        plan.__dict__["_notices"] = found
    return found


def _without_row(notice: Notice) -> int:
    """Where a notice about no row stands among those as grave: that of the whole plan first, a party's last."""
    return -1 if notice.party is None else _AFTER_ROWS


def _check_titles(plan: Plan) -> Iterator[Notice]:
    """Every row says what it is about."""
    for entry in outline(plan):
        if not entry.item.title.strip():
            sentence = f"{entry.number} has no title."
            yield Notice("no-title", Severity.WARNING, sentence, entry.item.id, "title")
