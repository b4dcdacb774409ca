"""Our own tables back to a plan: the very one they carry unseen, or, where somebody has edited them, what they show now."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.exact import unpack
from mkplanner.models.formats.plan_draft import draft_of
from mkplanner.models.formats.plan_rebuilding import rebuilt
from mkplanner.models.formats.plan_tables import COLUMNS, digested
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Plan

Table = Sequence[Sequence[str]]
_SURE = 5
"""So many of our first headings in a row are no accident."""


def is_ours(table: Table) -> bool:
    """Whether a table begins with the headings of our table of rows."""
    return bool(table) and tuple(cell.strip() for cell in table[0][:_SURE]) == COLUMNS[:_SURE]


def read_plan_tables(tables: Sequence[Table], carried: str | None) -> Draft | None:
    """Return the plan of a file with our tables, None where they are not ours.

    What people can see wins: where the tables do not say what they said when the file was written, they are read, and of the
    plan the file carries only what no table shows is kept.
    """
    if not tables or not is_ours(tables[0]):
        return None
    digest, plan = _carried(carried)
    if plan is not None and digest == digested(tables):
        return draft_of(plan)
    built, doubts = rebuilt(tables, plan)
    notices = [*doubts]
    if plan is not None:
        sentence = "The tables were edited after they were written; what they say now is brought in."
        notices.insert(0, Notice("import-edited", Severity.INFO, sentence))
    return draft_of(built, notices)


def _carried(carried: str | None) -> tuple[str, Plan | None]:
    digest, _, line = (carried or "").partition(":")
    try:
        return digest.strip(), unpack(line) if line else None
    except ValueError:
        return "", None
