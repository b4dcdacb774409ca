"""Checks of links: rows out of order with what they follow, and dates that follow from a link. They never move a date."""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.models.checks.saying import name_said, words_said
from mkplanner.models.links.following import broken_by, broken_links, loops
from mkplanner.models.links.ties import tie_of, ties
from mkplanner.models.links.words import anchor_said, broken_said
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import listed

OUT_OF_ORDER = "out-of-order"


def check_links(plan: Plan, item: str | None = None) -> Iterator[Notice]:
    """A row stands in order with the rows that it is linked to; where it does not, the later row is the one to look at.

    With `item`, the id of a row, only what is to be said of that row, without looking at all others.
    """
    own = (broken_by(plan, link) for link in plan.links_of.get(item or "", ()) if link.after == item)
    for broken in broken_links(plan).values() if item is None else own:
        if broken is None:
            continue
        yield Notice(OUT_OF_ORDER, Severity.WARNING, broken_said(plan, broken), broken.link.after, "by_when")


def check_loops(plan: Plan) -> Iterator[Notice]:
    """No rows follow one another in a circle; two people who each link them one way can bring that about."""
    number = numbers(plan)
    for circle in loops(plan):
        named = listed([number[row] for row in circle])
        said = f"{named} follow one another in a circle; remove one of their links."
        yield Notice("links-in-a-circle", Severity.WARNING, said, circle[0], None)


def check_ties(plan: Plan, only: str | None = None) -> Iterator[Notice]:
    """A date that hangs on a linked row can be given its day, and is told again where that row has moved since.

    With `only`, the id of a row, only what is to be said of that row.
    """
    own = (tie_of(plan, plan.items[id_]) for id_ in (only or "",) if id_ in plan.links_of)
    for tie in ties(plan).values() if only is None else own:
        if tie is None:
            continue
        item = plan.items[tie.item]
        why = f"for {anchor_said(plan, tie.to, tie.anchor, at_end=tie.at_end)}"
        told = f"{words_said(tie.said)} would be by {day_words(tie.day)}, {why}"
        id_ = "tie-moved" if tie.is_dated else "can-be-dated"
        said = (
            f"{name_said(plan, item)} is dated otherwise: {told}."
            if tie.is_dated
            else f"{name_said(plan, item)}: {told}."
        )
        yield Notice(id_, Severity.INFO, said, tie.item, "by_when")
