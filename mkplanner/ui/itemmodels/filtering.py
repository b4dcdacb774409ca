"""What the table is asked to show: the question, and the rows that stay in sight although they no longer answer it.

A row that is being worked on must not vanish under the cursor: what was added or changed here stays until another question
is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from mkplanner.models.asking.narrowing import ChangedSince
from mkplanner.models.asking.query import EVERYTHING, Answer, Query, answer
from mkplanner.models.plan import Plan


class Question:
    """The question that a table answers now. `changed_since` is given by whoever knows the file's marks.

    `has_changed` says that rows were changed since it was asked, so that asking again may give another answer.
    """

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self.query = EVERYTHING
        self.today = today
        self.changed_since: ChangedSince = lambda mark: ()
        self.has_changed = False
        self._kept: set[str] = set()

    def ask(self, query: Query) -> bool:
        """Take another question; whether it differs from the last."""
        asked = replace(query, words=" ".join(query.words.casefold().split()))
        if asked == replace(self.query, words=" ".join(self.query.words.casefold().split())):
            return False
        self.query = query
        self.apply_again()
        return True

    def keep(self, rows: Iterable[str]) -> None:
        """Have these rows stay in sight until another question is asked."""
        self.has_changed = self.has_changed or self.query != EVERYTHING
        if self.query.is_narrow:
            self._kept.update(rows)

    def apply_again(self) -> None:
        """Let go of the rows that stayed in sight for having been changed."""
        self._kept.clear()
        self.has_changed = False

    def answer(self, plan: Plan) -> Answer:
        """Return what the plan answers now."""
        return answer(plan, self.query, self.today(), self.changed_since, self._kept)
