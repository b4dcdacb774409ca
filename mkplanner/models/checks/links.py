"""Checks of links: rows out of order with what they follow. They tell, and never move a date."""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.models.links import broken_links
from mkplanner.models.linkwords import broken_said
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Plan

OUT_OF_ORDER = "out-of-order"


def check_links(plan: Plan) -> Iterator[Notice]:
    """A row stands in order with the rows that it is linked to; where it does not, the later row is the one to look at."""
    for broken in broken_links(plan).values():
        yield Notice(OUT_OF_ORDER, Severity.WARNING, broken_said(plan, broken), broken.link.after, "by_when")
