"""The lists of a board summary: decisions needed, what is late or at risk, past its date, and due next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.cell_words import date_lines, owner_words, status_lines
from mkplanner.charts.reports.row_list import RowList
from mkplanner.charts.reports.table_parts import TableStyle, WordLine
from mkplanner.charts.shapes import Node
from mkplanner.models.decisions import Question, is_question
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status

ACTION, STATUS, WHEN, LEAD, COMMENT = "Action", "Status", "By when", "Lead", "What has happened"
ASKED, SINCE = "The board is asked to decide", "Asked"
_DECISIONS = ((ASKED, 338.0), (SINCE, 170.0))
_EXCEPTIONS = ((ACTION, 124.0), (STATUS, 58.0), (WHEN, 98.0), (COMMENT, 215.0))
_OTHERS = ((ACTION, 230.0), (WHEN, 176.0), (LEAD, 89.0))

_CLEAR = 11.4
"""Where the first baseline of a row stands at least, if the sign of a status stands before it."""

T = TypeVar("T")
Wording = Callable[[str, T, float], list[WordLine]]
"""The lines of a cell: the heading of its column, the row it stands in, and the room there is."""


class BoardLists:
    """Sets the lists, each a table under its heading; none where it would be empty."""

    def __init__(self, flow: Flow, parent: Node, plan: Plan, style: TableStyle, before: float) -> None:
        self.flow = flow
        self.parent = parent
        self.plan = plan
        self.style = style
        self.before = before

    def decisions(self, heading: str, questions: Sequence[Question]) -> None:
        """What a board is asked, in the words of those who ask, with the number of the row it is about."""
        self._set(heading, _DECISIONS, questions, lambda one: one.entry.number, self._asked, ASKED)

    def exceptions(self, heading: str, rows: Sequence[tuple[Entry, Status]]) -> None:
        """Rows in trouble with the newest word on each; the signs of their statuses keep clear of the rules."""
        clear = max(_CLEAR - self.style.first_baseline, 0.0)
        tall = replace(self.style, first_baseline=self.style.first_baseline + clear, padding=self.style.padding + clear)
        lists = BoardLists(self.flow, self.parent, self.plan, tall, self.before)
        lists._set(heading, _EXCEPTIONS, rows, lambda row: row[0].number, lists._in_trouble)

    def others(self, heading: str, entries: Sequence[Entry]) -> None:
        """Rows with their date and lead."""
        self._set(heading, _OTHERS, entries, lambda entry: entry.number, self._about)

    def _set(
        self,
        heading: str,
        shares: Sequence[tuple[str, float]],
        rows: Sequence[T],
        number: Callable[[T], str],
        words: Wording[T],
        names: str = ACTION,
    ) -> None:
        RowList(heading, shares, rows, number, words, names, self.style, self.before).set(self.flow, self.parent)

    def _asked(self, heading: str, question: Question, room: float) -> list[WordLine]:
        if heading == ASKED:
            return self.style.lines(question.words, room)
        parts = [long_date(question.asked) if question.asked else "", question.author]
        return self.style.lines(", ".join(part for part in parts if part), room)

    def _in_trouble(self, heading: str, row: tuple[Entry, Status], room: float) -> list[WordLine]:
        entry, status = row
        if heading == STATUS:
            return status_lines(self.style, status)
        if heading == COMMENT:
            return self._comment(entry.item, room)
        return self._about(heading, entry, room)

    def _about(self, heading: str, entry: Entry, room: float) -> list[WordLine]:
        if heading == WHEN:
            return date_lines(self.style, entry.item, room)
        words = entry.item.title.strip() if heading == ACTION else "\n".join(owner_words(self.plan, entry.item))
        return self.style.lines(words, room)

    def _comment(self, item: Item, room: float) -> list[WordLine]:
        """The newest update that is no question to the board, or the reason that was given for a new date.

        The light of the update is left out: the status beside it says it.
        """
        told = [update for update in self.plan.updates_of.get(item.id, ()) if not is_question(update)]
        if told and told[-1].text.strip():
            day = f"{long_date(told[-1].date)}: " if told[-1].date else ""
            return self.style.lines(day + told[-1].text.strip(), room)
        reason = item.revised_reason.strip()
        return self.style.lines(reason or "No comment yet.", room, colour="text" if reason else "text2")
