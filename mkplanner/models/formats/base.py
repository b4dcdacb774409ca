"""What a reader returns: a draft of rows that nobody has confirmed yet, with notices about everything doubtful.

A draft is plain data. It holds the author's words only; dates are read, parties matched and ids given by `commands.paste`.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Protocol

from mkplanner.models.notice import Notice
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen


@frozen
class Column:
    """A heading as written, and the key of the field it stands for (None: kept in the notes under its heading)."""

    heading: str
    field: str | None = None


@frozen
class DraftOwner:
    """Somebody named in a row: the name as written, a person's role, the word before *by* ("Proposals"), RASIC letters.

    `letters` are codes (see `lettersets`), `qualifier` is what stood behind them in brackets.
    """

    name: str
    role: str = ""
    part: str = ""
    is_group: bool = False
    letters: str = "R"
    qualifier: str = ""


@frozen
class DraftItem:
    """One row: `date` and `progress` are the words as written (lines kept), None where the cell was empty.

    `parent` is the index of the row it stands under, always smaller than its own; `line` is where it began in the source.
    """

    kind: ItemKind
    title: str
    parent: int | None = None
    ref: str = ""
    date: str | None = None
    owners: tuple[DraftOwner, ...] = ()
    progress: str | None = None
    status: Status | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    line: int = 0


@frozen
class DraftOutcome:
    """One outcome, and the indexes of the rows it belongs to."""

    text: str
    items: tuple[int, ...]
    line: int = 0


@frozen
class Draft:
    """Everything that was read from one source, in the order of the source.

    `start` and `end` are the plan's years as given or inferred, None where the source does not say. Every word of the source
    stands in a row, a column heading, an outcome or a notice. `letter_set` names the letters that its tables speak (nothing
    where they have none), `letter_words` are the words of its legend by letter. A source that we wrote holds a whole plan
    as `exact`, which is then what is brought in; the rows only show it. `source` shows a source that is no text as lines, to
    look at beside the rows.
    """

    title: str = ""
    subtitle: str = ""
    council: str = ""
    start: date | None = None
    end: date | None = None
    columns: tuple[Column, ...] = ()
    items: tuple[DraftItem, ...] = ()
    outcomes: tuple[DraftOutcome, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    letter_set: str = ""
    letter_words: tuple[tuple[str, str], ...] = ()
    exact: Plan | None = None
    source: str = ""

    @property
    def action_count(self) -> int:
        """How many rows are work: actions, sub-actions and milestones, not the headings above them."""
        return sum(not item.kind.is_heading for item in self.items)


class Reader(Protocol):
    """Reads one kind of source; `id` is its name on the command line, `name` what a dialogue calls it."""

    @property
    def id(self) -> str:
        """The format's name on the command line ("text")."""
        ...

    @property
    def name(self) -> str:
        """The format's name in words ("Plain text")."""
        ...

    @property
    def endings(self) -> tuple[str, ...]:
        """File name endings it is chosen for, with the dot, in small letters."""
        ...

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return what the content holds. Raises `PlannerError` with one sentence where it cannot be read at all."""
        ...
