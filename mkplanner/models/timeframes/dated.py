"""A dated phrase as it was written: its terms, how they hang together and what holds them."""

from __future__ import annotations

from enum import Enum

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.terms import Part, Term, Unit
from mkplanner.records import frozen


class Link(Enum):
    """How the terms of a phrase hang together."""

    ONE = "one"
    RANGE = "range"
    EITHER = "either"
    LIST = "list"


@frozen
class Dated:
    """A dated phrase: its terms in order, and what was said of them.

    `dangling` is an open end that is no more than a dash; `starred` a date with an asterisk, so with a footnote that we
    cannot see; `named` says that a range of months was called a quarter or a half-year.
    """

    terms: tuple[Term, ...]
    link: Link = Link.ONE
    bound: Bound = Bound.NONE
    open_end: bool = False
    dangling: bool = False
    approximate: bool = False
    starred: bool = False
    named: Unit | None = None

    @property
    def has_year(self) -> bool:
        """Whether any of its terms had a year written beside it."""
        return any(term.year is not None or term.short_number for term in self.terms)

    @property
    def is_weak(self) -> bool:
        """Whether it is a date only in good company, for none of its months, seasons or quarters has a year beside it."""
        return all(term.weak for term in self.terms)


def is_part_end(dated: Dated) -> bool:
    """Whether the phrase names the end of its only term."""
    return dated.link is Link.ONE and dated.terms[0].part is Part.END
