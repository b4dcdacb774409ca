"""How wide the columns of a RASIC matrix are, and which of them stand together where there are too many for a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkplanner.charts.fonts import width
from mkplanner.charts.pages import Sheet
from mkplanner.charts.rasic_tokens import TOKEN_PAPER, tokens_width
from mkplanner.charts.reports.rasic_rows import Holder, RasicRows
from mkplanner.charts.reports.table_parts import Column
from mkplanner.charts.textfit import wrap
from mkplanner.models.rasic.matrix import NO_HOME
from mkplanner.models.wording import listed
from mkplanner.records import frozen

NAME_SIZE, NAME_LEADING = 9.0, 10.5
HOME_SIZE, HOME_LEADING = 9.5, 11.5
TALLEST = 200.0
"""The longest that names run upwards."""
QUALIFIER_SIZE, QUALIFIER_LEADING = 8.0, 9.5
REF, ACTION, CHECKS = "Ref", "Action and sub-action", "Checks"
_LEAST, _MOST = 27.0, 54.0
_WIDEST_WORD = 84.0


@frozen
class Tile:
    """Parties that stand together in one table; the last tile also holds the checks."""

    holders: Sequence[Holder]
    widths: Sequence[float]
    is_last: bool

    @property
    def words(self) -> str:
        """The organisations of the tile, or its first and last party: "Aldermere Council and Brackwell Council"."""
        homes = list(dict.fromkeys(holder.home for holder in self.holders))
        if NO_HOME not in homes and len(homes) <= 3:
            return listed(homes)
        first, last = self.holders[0].party.name, self.holders[-1].party.name
        return first if len(self.holders) == 1 else f"{first} to {last}"


@frozen
class Frame:
    """The columns round the parties on one sheet."""

    left: float
    body: float
    ref: float
    action: float
    checks: float

    @classmethod
    def of(cls, sheet: Sheet, rows: RasicRows) -> Frame:
        """Measure the references; the rest follows from the sheet."""
        widest = max((width(entry.number, "bold", 9) for entry in rows.entries), default=0.0)
        action, checks = (235.0, 106.0) if sheet.body_width > 1000 else (172.0, 103.0)
        if sheet.body_width < 600:
            action, checks = 130.0, 84.0
        return cls(sheet.left, sheet.body_width, min(max(widest + 11, 30.0), 64.0), action, checks)

    def room(self, *, is_last: bool) -> float:
        """How much is left for parties."""
        return self.body - self.ref - self.action - (self.checks if is_last else 0.0)


def least_widths(rows: RasicRows) -> list[float]:
    """The least width of each party's column: for its letters, the lines of its name and its organisation's name."""
    least = [max(_for_letters(rows, holder), _for_name(holder)) for holder in rows.holders]
    at = 0
    for home, group in groupby(rows.holders, lambda holder: holder.home):
        count = len(list(group))
        needed = min(max((width(word, "bold", HOME_SIZE) for word in home.split()), default=0.0) + 9, _WIDEST_WORD)
        missing = max(needed - sum(least[at : at + count]), 0.0)
        least[at : at + count] = [wide + missing / count for wide in least[at : at + count]]
        at += count
    return least


def _for_letters(rows: RasicRows, holder: Holder) -> float:
    needed = _LEAST
    for entry in rows.entries:
        cell = rows.cell(entry.item, holder.party)
        letters = min(len(cell.letters) + len(cell.inherited), 2)
        words = max((width(word, "regular", QUALIFIER_SIZE) for word in cell.qualifier.split()), default=0.0)
        needed = max(needed, tokens_width("X" * letters, TOKEN_PAPER) + 6, min(words, _WIDEST_WORD) + 6)
    return needed


def _for_name(holder: Holder) -> float:
    lines = wrap(holder.party.full_name, "regular", NAME_SIZE, TALLEST - 14)
    return len(lines) * NAME_LEADING + 8


def tiles(rows: RasicRows, frame: Frame) -> list[Tile]:
    """Share the parties out over as many tables as the sheet needs, evenly, whole organisations together if that can be."""
    least = least_widths(rows)
    room = frame.room(is_last=True)
    cuts = _cuts(rows.holders, least, room)
    even = sum(least) / len(cuts) * 1.1
    if len(evenly := _cuts(rows.holders, least, min(even, room))) == len(cuts):
        cuts = evenly
    found, begin = [], 0
    for end in cuts:
        found.append(Tile(rows.holders[begin:end], least[begin:end], is_last=end == cuts[-1]))
        begin = end
    return found


def _cuts(holders: Sequence[Holder], least: Sequence[float], room: float) -> list[int]:
    """Where tables end: each as full as it may be, or cut back to the end of an organisation if it is half full there."""
    cuts: list[int] = []
    begin = 0
    while begin < len(holders):
        end, used, whole = begin, 0.0, begin
        while end < len(holders) and (end == begin or used + least[end] <= room):
            used += least[end]
            end += 1
            if end < len(holders) and holders[end].home != holders[end - 1].home and used >= room / 2:
                whole = end
        if end < len(holders) and whole > begin:
            end = whole
        cuts.append(end)
        begin = end
    return cuts


def tile_columns(frame: Frame, tile: Tile) -> list[Column]:
    """The columns of one table; what is left over widens parties up to a limit, then the actions."""
    spare = frame.room(is_last=tile.is_last) - sum(tile.widths)
    each = max(spare, 0.0) / max(len(tile.widths), 1)
    parties = [max(wide, min(wide + each, _MOST)) for wide in tile.widths]
    action = frame.action + max(frame.room(is_last=tile.is_last) - sum(parties), 0.0)
    headings = [(REF, frame.ref), (ACTION, action)]
    headings += [(holder.party.full_name, wide) for holder, wide in zip(tile.holders, parties, strict=True)]
    if tile.is_last:
        headings.append((CHECKS, frame.checks))
    found: list[Column] = []
    for heading, wide in headings:
        found.append(Column(heading, found[-1].right if found else frame.left, wide))
    return found
