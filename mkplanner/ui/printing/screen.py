"""What the window shows of a plan, taken over onto paper: the same rows, in the same order, under the same groups."""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.models.asking.grouping import Heading
from mkplanner.models.asking.partplan import arranged, listed, only
from mkplanner.models.asking.query import EVERYTHING, Answer, Query
from mkplanner.models.asking.words import pieces
from mkplanner.models.outline import Entry, ancestors, outline
from mkplanner.models.plan import Plan
from mkplanner.records import frozen


@frozen
class Screen:
    """The question that the window asks of its plan, the answer it shows, and the question in words."""

    query: Query
    answer: Answer
    words: str

    @property
    def is_rearranged(self) -> bool:
        """Whether order and groups are those of the window, so that papers offer none of their own."""
        return self.query.is_rearranged

    def rows(self, plan: Plan, in_order: bool = True) -> Plan:
        """Return the plan with the rows of the window alone; for laying out, never for keeping.

        Without `in_order` they stand where they stand in the plan, for papers that count rows rather than list them.
        """
        lines = [line for line in self.answer.lines if isinstance(line, Heading) or line.item.id in plan.items]
        if self.query.is_flat and in_order:
            return listed(plan, lines)
        if self.query.sort and in_order:
            return arranged(plan, [line for line in lines if isinstance(line, Entry)])
        shown = {row for line in lines if isinstance(line, Entry) for row in _upwards(plan, line.item.id)}
        return only(plan, [entry for entry in outline(plan) if entry.item.id in shown])


def _upwards(plan: Plan, id_: str) -> Iterator[str]:
    """A row and all above it."""
    yield id_
    for row in ancestors(plan, id_):
        yield row.id


def screen_of(plan: Plan, query: Query, answer: Answer) -> Screen | None:
    """Return what a window shows; None where that is the whole plan in its own order."""
    if query == EVERYTHING:
        return None
    return Screen(query, answer, " · ".join(piece.words for piece in pieces(plan, query)))
