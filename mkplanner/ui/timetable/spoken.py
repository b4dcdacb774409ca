"""What is said of a link to somebody who cannot see the chart."""

from __future__ import annotations

from mkplanner.models.links.following import broken_by
from mkplanner.models.links.words import TYPE_WORDS, broken_said, link_said
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan


def link_spoken(plan: Plan, id_: str) -> str:
    """Return what a link says: "Link, finish to start: 3.2 follows 3.1", and what is wrong with it."""
    link = plan.dependencies[id_]
    said = f"{numbers(plan)[link.after]} {link_said(plan, link, link.after)}"
    broken = broken_by(plan, link)
    return f"Link, {TYPE_WORDS[link.type].lower()}: {said}{f'. {broken_said(plan, broken)}' if broken else ''}"
