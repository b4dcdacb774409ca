"""The RASIC report by party: a page each, with everything that one party has to do or is told of, fit to be e-mailed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from mkplanner.charts.fonts import width
from mkplanner.charts.pages import Flow
from mkplanner.charts.rasic_tokens import token
from mkplanner.charts.reports.cell_words import date_lines, status_lines
from mkplanner.charts.reports.rasic_rows import Holder, RasicRows
from mkplanner.charts.reports.rasic_summary import summary
from mkplanner.charts.reports.table_parts import (
    CONTINUED,
    OPEN,
    Block,
    Cell,
    Column,
    Row,
    TableStyle,
    WordLine,
    side_by_side,
)
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Content, Decoration, Line, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.outline import Entry, numbers
from mkplanner.models.plan import Item
from mkplanner.models.rasic.letters import CODES
from mkplanner.models.rasic.lettersets import ACCOUNTABLE, RESPONSIBLE, Letter
from mkplanner.models.tally import status_of
from mkplanner.records import frozen

STYLE = OPEN
TIGHT = replace(STYLE, size=8.5, leading=10.2, first_baseline=11.4, padding=5.0, head_size=8.5, paragraph_gap=0.0)
"""The same with less air and smaller words, where that saves a page."""
REF, ACTION, WHEN, STATUS = "Ref", "Action", "By when", "Status"
_SHARES = ((ACTION, 208.0), (WHEN, 118.0), (STATUS, 70.0))
_OTHER = 92.0
_WORTH_SAVING = 80
"""A party with more letters than this is not laid out again to save a page."""
_NAME, _NAME_LEADING = 14.0, 17.0
_WORDS, _WORDS_LEADING = 10.0, 13.5
_TOKEN = 15.0


@frozen
class LetterHeading:
    """The heading of one letter's rows: its sign, what it means, and how many rows there are."""

    parent: Node
    letter: Letter
    count: int

    def height(self, *, first: bool) -> float:
        """The heading with the space above it."""
        return 32.0 if first else 20.0

    def draw(self, flow: Flow, *, first: bool) -> None:
        """Draw sign and words, and the rule below them."""
        left, right, y = flow.sheet.left, flow.sheet.right, flow.y + self.height(first=first)
        meaning = f" ({self.letter.meaning})" if self.letter.meaning and first else ""
        said = f"{self.letter.word}{meaning}: {self.count:,}" if first else f"{self.letter.word} {CONTINUED}"
        flow.put(Decoration(token(self.letter.code, left + _TOKEN / 2, y - 10.5, _TOKEN, key=self.letter.key)))
        lines = wrap(said, "bold", 11, right - left - _TOKEN - 6)
        shapes = [Text(left + _TOKEN + 6, y - 6.5, lines[0], "bold", 11)]
        flow.put(Content(Node("H3", self.parent), shapes) if first else Decoration(shapes, "Pagination"))
        flow.put(Decoration([Line(left, y, right, y, "accent", 1.0)]))
        flow.y = y


def set_parties(flow: Flow, parent: Node, rows: RasicRows, today: date, scratch: Callable[[], Flow]) -> None:
    """Set a page for each party that holds letters, in the order of the matrix; tighter where that saves a page.

    `scratch` gives a flow of the same pages to try a layout on.
    """
    for number, holder in enumerate(rows.holders):
        if number:
            flow.new_page()
        style = _suiting(rows, holder, today, scratch, later=bool(number))
        _set_party(flow, parent, rows, holder, today, style)


def _suiting(rows: RasicRows, holder: Holder, today: date, scratch: Callable[[], Flow], *, later: bool) -> TableStyle:
    """The style to set a party in: the tight one where that saves a page, and there are not so many that it matters little."""
    if rows.count(holder.party, CODES) > _WORTH_SAVING:
        return STYLE
    pages = _pages(scratch(), rows, holder, today, STYLE, later=later)
    return TIGHT if pages > 1 and _pages(scratch(), rows, holder, today, TIGHT, later=later) < pages else STYLE


def _pages(flow: Flow, rows: RasicRows, holder: Holder, today: date, style: TableStyle, *, later: bool) -> int:
    """How many pages a party takes in a style; `later`: on a page without the title."""
    if later:
        flow.new_page()
    before = len(flow.pages)
    _set_party(flow, Node("Document"), rows, holder, today, style)
    return len(flow.pages) - before


def _set_party(flow: Flow, parent: Node, rows: RasicRows, holder: Holder, today: date, style: TableStyle) -> None:
    name = holder.party.full_name.strip() or "Somebody without a name"
    flow.bookmark(name, 0)
    flow.y += 6
    _set_lines(flow, Node("H2", parent), name, "bold", _NAME, _NAME_LEADING)
    if holder.home:
        _set_lines(flow, Node("P", parent), holder.home, "regular", 9.5, 12.0, "text2")
    flow.y += 5
    _set_lines(flow, Node("P", parent), summary(rows, holder.party, today), "regular", _WORDS, _WORDS_LEADING)
    for code in dict.fromkeys([*rows.order, *rows.letters]):
        held = [entry for entry in rows.entries if code in rows.cell(entry.item, holder.party).letters]
        if held:
            _PartyRows(rows, holder, code, held, style).set(flow, parent)


def _set_lines(
    flow: Flow, node: Node, words: str, face: str, size: float, leading: float, colour: str = "text"
) -> None:
    shapes: list[Shape] = []
    for line in wrap(words, face, size, flow.sheet.body_width):
        flow.y += leading
        shapes.append(Text(flow.sheet.left, flow.y - 0.25 * leading, line, face, size, colour))
    flow.put(Content(node, shapes))


class _PartyRows:
    """The rows in which a party holds one letter, and who answers for them or does them."""

    def __init__(self, rows: RasicRows, holder: Holder, code: str, entries: Sequence[Entry], style: TableStyle) -> None:
        self.rows = rows
        self.holder = holder
        self.letter = rows.words.letter(code)
        self.entries = entries
        self.style = style
        self.held = {entry.item.id for entry in entries}
        self.code = RESPONSIBLE if code == ACCOUNTABLE else ACCOUNTABLE
        self.other = rows.words.word(self.code)

    def set(self, flow: Flow, parent: Node) -> None:
        """Set the table; columns that would say nothing leave their room to the others."""
        shares = [share for share in (*_SHARES, (self.other, _OTHER)) if self._says(share[0])] or [(ACTION, 1.0)]
        left, room, side = flow.sheet.left, flow.sheet.body_width, 2 * self.style.side
        ref = max(width(entry.number, "regular", self.style.size) for entry in self.entries) + side + 1
        ref = min(max(ref, 28.0), 70.0)
        columns = [Column(REF, left, ref), *side_by_side(left + ref, shares, room - ref)]
        table = Table(flow, parent, columns, self.style)
        table.opening = LetterHeading(parent, self.letter, len(self.entries))
        table.set([self._block(columns, entry) for entry in self.entries])

    def _says(self, heading: str) -> bool:
        return any(self._lines(heading, entry, 500.0) for entry in self.entries)

    def _block(self, columns: Sequence[Column], entry: Entry) -> Block:
        side = 2 * self.style.side
        cells = [Cell(0, self.style.lines(entry.number, columns[0].width - side, colour="text2"))]
        for at, column in enumerate(columns[1:], start=1):
            words = self._lines(column.heading, entry, column.width - side)
            cells.append(Cell(at, words, is_head=column.heading == ACTION))
        return Block([Row(cells)], rule=("grid2", 0.5))

    def _lines(self, heading: str, entry: Entry, room: float) -> list[WordLine]:
        item = entry.item
        if heading == WHEN:
            return date_lines(self.style, item, room)
        if heading == STATUS:
            status = status_of(self.rows.plan, item)
            return status_lines(self.style, status) if status else []
        if heading == self.other:
            return self.style.lines("\n".join(self._others(item)), room)
        return self._action(item, room)

    def _action(self, item: Item, room: float) -> list[WordLine]:
        """The title, what the party's part in it is, and the action it belongs to unless that is listed too."""
        plan = self.rows.plan
        lines = self.style.lines(item.title.strip() or "(no words yet)", room)
        note = self.rows.cell(item, self.holder.party).qualifier.strip()
        above = plan.items.get(item.parent or "")
        said = [f"Part: {note}"] if note else []
        if above is not None and not above.kind.is_heading and above.id not in self.held:
            said.append(f"In {numbers(plan)[above.id]} {above.title.strip()}")
        for words in said:
            # A reader must not join the lines above to these.
            lines[-1] = lines[-1]._replace(words=lines[-1].words.rstrip() + " ")
            lines += self.style.lines(words, room, colour="text2")
        return lines

    def _others(self, item: Item) -> list[str]:
        """Who answers for a row, also through the action above, or who does it; the party itself left out."""
        cells = ((party, self.rows.matrix.cell(item.id, party.id)) for party in self.rows.matrix.parties)
        return [
            party.full_name
            for party, cell in cells
            if self.code in cell.letters + cell.inherited and party.id != self.holder.party.id
        ]
