"""What a shape reader hands on: the parts of a document in reading order, before anybody decides which rows they make."""

from __future__ import annotations

from mkplanner.models.formats.base import Column
from mkplanner.models.plan import ItemKind
from mkplanner.records import frozen


@frozen
class Front:
    """A line in front of the first table: the title, the council, an annex number."""

    text: str
    line: int


@frozen
class Group:
    """A heading above actions: a theme or a priority; `heading` is the label in front of it ("Theme"), where it has one."""

    kind: ItemKind
    title: str
    line: int
    ref: str = ""
    heading: str = ""


@frozen
class Columns:
    """The headings of a table; the records that follow have their cells in this order.

    `numbered` says that the titles below begin with numbers, which are references and not words.
    """

    columns: tuple[Column, ...]
    line: int
    numbered: bool = False


@frozen
class Record:
    """One row of a table. Columns whose index is in `shared` hold a cell merged over all sub-actions of the action.

    `starts` says that a row begins here even though its title is missing; `after_break` that a page ended between it
    and the row above, which may have torn one row into two.
    """

    cells: tuple[str, ...]
    line: int
    shared: frozenset[int] = frozenset()
    starts: bool = False
    after_break: bool = False


@frozen
class Entry:
    """One entry of a numbered list: how deep it stands (0 at the top), its number, its words, its date if it names one."""

    level: int
    ref: str
    text: str
    line: int
    date: str | None = None


@frozen
class Remark:
    """Words about the group above them: a paragraph of prose, or a labelled line ("Outcomes: …") with its field."""

    text: str
    line: int
    heading: str = ""
    field: str | None = None


@frozen
class Aside:
    """Words that make no row and are told in a notice: `id` is the notice's, `sentence` what to say before the words."""

    id: str
    sentence: str
    text: str
    line: int


Part = Front | Group | Columns | Record | Entry | Remark | Aside
