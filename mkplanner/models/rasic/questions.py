"""Questions to the RASIC matrix: where the gaps are, where somebody is asked, what somebody owes, what two people share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from mkplanner.models.notice import Severity
from mkplanner.models.outline import Entry, ancestors
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan
from mkplanner.models.quarters import Period, due, frame_of, quarters_between, touched
from mkplanner.models.rasic.letters import CODES
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.models.rasic.matrix import Matrix
from mkplanner.models.searching import found
from mkplanner.models.status import Status
from mkplanner.models.wording import count
from mkplanner.records import frozen


class Asked(StrEnum):
    """What is asked: nothing, rows with gaps, rows where a party holds letters, what it owes, what two parties share."""

    NOTHING = "nothing"
    GAPS = "gaps"
    WHERE = "where"
    OWES = "owes"
    COMPARE = "compare"


@frozen
class Question:
    """One question, on top of words to look for and of hiding what is done.

    `party` and `other` are ids; `letters` are codes to look for, none meaning any; `period` leaves out rows that fall into
    other quarters.
    """

    asked: Asked = Asked.NOTHING
    party: str = ""
    other: str = ""
    letters: str = ""
    period: Period | None = None
    hide_done: bool = False
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing at all, so that every row is shown."""
        return self.asked is Asked.NOTHING and not self.hide_done and not self.words.strip()


def rows_of(matrix: Matrix, question: Question, today: date | None = None) -> tuple[Entry, ...]:
    """Return the rows that answer a question, with what stands above them so that each keeps its place."""
    if question.is_open:
        return matrix.rows
    hits = answers(matrix, question, today)
    shown = set(hits)
    for item in hits:
        shown.update(row.id for row in ancestors(matrix.plan, item))
    return tuple(entry for entry in matrix.rows if entry.item.id in shown)


def answers(matrix: Matrix, question: Question, today: date | None = None) -> frozenset[str]:
    """Return the ids of the rows that answer a question themselves. Headings answer none, unless words stand in them."""
    plan = matrix.plan
    test = _TESTS[question.asked](matrix, question, today or date.today())
    worded = found(plan, question.words) if question.words.strip() else None
    return frozenset(
        item.id
        for item in plan.items.values()
        if not item.kind.is_heading
        and not (question.hide_done and is_done(item))
        and (worded is None or item.id in worded or any(row.id in worded for row in ancestors(plan, item.id)))
        and test(item)
    )


def is_done(item: Item) -> bool:
    """Whether nothing is left to do in a row."""
    return item.status is Status.COMPLETE or (item.status is None and item.percent == 100)


def say(matrix: Matrix, question: Question) -> str:
    """Return the question in words: "Where Head of Finance is Consulted"."""
    letters = letter_set(matrix.plan)
    name, other = _name(matrix.plan, question.party), _name(matrix.plan, question.other)
    held = letters.say(question.letters) if question.letters else "has a letter"
    words = {
        Asked.NOTHING: "",
        Asked.GAPS: "Gaps only",
        Asked.WHERE: f"Where {name} {'is ' if question.letters else ''}{held}{_when(question)}",
        Asked.OWES: f"What {name} owes this quarter",
        Asked.COMPARE: f"{name} beside {other}",
    }[question.asked]
    return " · ".join(part for part in (words, "done hidden" if question.hide_done else "") if part)


def say_answer(matrix: Matrix, question: Question, today: date | None = None) -> str:
    """Return how many rows answer: "5 rows"; for two parties also how many they share."""
    hits = answers(matrix, question, today)
    if question.asked is Asked.COMPARE:
        both = sum(
            bool(matrix.cell(item, question.party).letters and matrix.cell(item, question.other).letters)
            for item in hits
        )
        return f"{count(len(hits), 'row')}, {both} of them shared"
    return count(len(hits), "row") if hits else "no row"


def _when(question: Question) -> str:
    return f" in {question.period.words}" if question.period is not None else ""


def _name(plan: Plan, party: str) -> str:
    found_party = plan.parties.get(party)
    return found_party.name if isinstance(found_party, Party) else "nobody"


Test = Callable[[Item], bool]


def _any(matrix: Matrix, question: Question, today: date) -> Test:
    return lambda item: True


def _gaps(matrix: Matrix, question: Question, today: date) -> Test:
    """Rows with something to look at, and rows for which nobody holds any letter, of their own or through the row above."""
    held = {cell.item for cell in matrix.plan.assignments.values() if cell.letters}

    def is_gap(item: Item) -> bool:
        notice = matrix.problems.get(item.id)
        if notice is not None and notice.severity is not Severity.INFO:
            return True
        return item.id not in held and not any(row.id in held for row in ancestors(matrix.plan, item.id))

    return is_gap


def _where(matrix: Matrix, question: Question, today: date) -> Test:
    wanted = set(question.letters or CODES)
    plan, period = matrix.plan, question.period

    def is_there(item: Item) -> bool:
        if not wanted.intersection(matrix.cell(item.id, question.party).letters):
            return False
        frame = frame_of(plan, item) if period is not None else None
        return period is None or (frame is not None and bool(touched(frame, (period,), plan.context())))

    return is_there


def _owes(matrix: Matrix, question: Question, today: date) -> Test:
    """Rows that the party answers for or does, not done, and due in this quarter or before it."""
    context = matrix.plan.context()
    quarter = quarters_between(today, today, context)

    def is_owed(item: Item) -> bool:
        cell = matrix.cell(item.id, question.party)
        if not set("AR").intersection(cell.letters) or is_done(item) or item.status is Status.SUSPENDED:
            return False
        frame = frame_of(matrix.plan, item)
        if frame is None:
            return False
        last = frame.last_day
        return bool(due(frame, quarter, context)) or (last is not None and last < quarter[0].first)

    return is_owed


def _compare(matrix: Matrix, question: Question, today: date) -> Test:
    return lambda item: any(matrix.cell(item.id, party).letters for party in (question.party, question.other))


_TESTS: Mapping[Asked, Callable[[Matrix, Question, date], Test]] = {
    Asked.NOTHING: _any,
    Asked.GAPS: _gaps,
    Asked.WHERE: _where,
    Asked.OWES: _owes,
    Asked.COMPARE: _compare,
}
