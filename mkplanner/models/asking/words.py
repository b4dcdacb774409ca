"""A question to a plan in words, piece by piece: for the line above the table, the status bar and the foot of papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from mkplanner.models.asking.facts import RAG_WORDS, column_field
from mkplanner.models.asking.grouping import GROUPS
from mkplanner.models.asking.narrowing import NONE, WHEN, Wanted
from mkplanner.models.asking.query import Query
from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES, Status
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.records import frozen

_NOBODY = {"owners": "nobody", "organisations": "none", "tags": "none", "statuses": "none", "lights": "none"}


@frozen
class Piece:
    """One part of a question in words ("Status: Late"), and the question without it."""

    words: str
    without: Query


def pieces(plan: Plan, query: Query) -> tuple[Piece, ...]:
    """Return the parts of a question in the order in which they are told: what rows must have, then order and groups."""
    return (*narrowing_pieces(plan, query), *_order(query))


def narrowing_pieces(plan: Plan, query: Query) -> Iterator[Piece]:
    """Yield the parts that leave rows out."""
    if query.words.strip():
        yield Piece(f"“{' '.join(query.words.split())}”", replace(query, words=""))
    wanted = query.wanted
    for name, words in _facts(plan, wanted):
        empty: dict[str, Any] = {name: "" if name in ("changed_since", "silent_since") else ()}
        yield Piece(words, replace(query, wanted=replace(wanted, **empty)))


def _facts(plan: Plan, wanted: Wanted) -> Iterator[tuple[str, str]]:
    if wanted.when:
        yield "when", " or ".join(WHEN.get(key, key) for key in wanted.when)
    if wanted.statuses:
        yield "statuses", f"Status: {_either(plan, 'statuses', wanted.statuses)}"
    if wanted.owners:
        yield "owners", f"Owner: {_either(plan, 'owners', wanted.owners)}"
    if wanted.organisations:
        yield "organisations", f"Organisation: {_either(plan, 'organisations', wanted.organisations)}"
    if wanted.tags:
        yield "tags", f"Tag: {_either(plan, 'tags', wanted.tags)}"
    if wanted.lights:
        yield "lights", f"RAG: {_either(plan, 'lights', wanted.lights)}"
    if wanted.silent_since:
        yield "silent_since", f"No update since {_day_words(wanted.silent_since)}"
    if wanted.changed_since:
        yield "changed_since", f"Changed since “{wanted.changed_since}”"


def _day_words(words: str) -> str:
    try:
        return day_words(date.fromisoformat(words))
    except ValueError:
        return words


def _either(plan: Plan, facet: str, values: tuple[str, ...]) -> str:
    return " or ".join(value_words(plan, facet, value) for value in values)


def value_words(plan: Plan, facet: str, value: str) -> str:
    """Return the word for one value of a sort of facts: a status, a party's name, a tag, or that there is none."""
    if value == NONE:
        return _NOBODY[facet]
    if facet == "statuses" and value in set(Status):
        return STYLES[Status(value)].word
    if facet == "lights":
        return RAG_WORDS.get(value, value)
    if facet in ("owners", "organisations"):
        return plan.parties[value].name if value in plan.parties else "somebody who has gone"
    return value


def _order(query: Query) -> Iterator[Piece]:
    if query.group:
        yield Piece(f"Grouped by {GROUPS[query.group][0].lower()}", replace(query, group=""))
    if query.sort:
        heading = "Ref" if query.sort == "number" else column_field(query.sort).heading
        way = ", last first" if query.backwards else ""
        unsorted = replace(query, sort="", backwards=False, flat=False)
        yield Piece(f"Sorted by {heading.lower().removeprefix('by ')}{way}", unsorted)
        if query.flat and not query.group:
            yield Piece("In one list", replace(query, flat=False))
