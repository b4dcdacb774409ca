"""A copied block of RASIC letters with heads to the rows and columns of a matrix that its heads name.

Heads are names of parties above and references or titles at the left, as our own matrix copies them and as workbooks have
them. A block of letters alone has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.models.formats.cell_block import Block
from mkplanner.models.outline import Entry
from mkplanner.models.people import Party
from mkplanner.models.rasic.lettersets import LetterSet
from mkplanner.models.rasic.owners import find_party
from mkplanner.records import frozen

CHECKS = "Checks"
"""The last column of a copied matrix, which says what is wrong and holds no letters."""
_DEEPEST = 3
"""Names of parties stand in one of so many first lines, below those of organisations."""


@frozen(slots=False)
class HeadedBlock:
    """The letters of a block without its heads, and the places that these name.

    `rows` and `columns` are places in the matrix, in the order of the letters, None where it has no such row or party; the
    whole is None where the block has no heads on that side.
    """

    letters: Block
    rows: Sequence[int | None] | None
    columns: Sequence[int | None] | None


def read_heads(
    block: Block, entries: Sequence[Entry], parties: Sequence[Party], known: LetterSet
) -> HeadedBlock | None:
    """Return a block with the places its heads name, None where it has no heads that this matrix knows."""
    top = _head_line(block, parties, known)
    body = block if top is None else block[top + 1 :]
    left = _head_columns(body, known)
    if top is not None:
        left = min(left, _first_party(block[top], parties, known))
    named = _RowNames(entries) if left else None
    places = [named.find(line[:left]) if named else None for line in body]
    rows = places if any(place is not None for place in places) else None
    if top is None and rows is None:
        return None
    wide = [at for at in range(left, len(block[0])) if top is None or block[top][at] != CHECKS]
    columns = None if top is None else [_column_named(block[top][at], parties) for at in wide]
    return HeadedBlock([[line[at] for at in wide] for line in body], rows, columns)


def _head_line(block: Block, parties: Sequence[Party], known: LetterSet) -> int | None:
    """The line that names most parties, if any does; a line of nothing but letters names none."""
    counts = [sum(_is_party(cell, parties, known) for cell in line) for line in block[:_DEEPEST]]
    most = max(counts, default=0)
    return counts.index(most) if most else None


def _is_party(cell: str, parties: Sequence[Party], known: LetterSet) -> bool:
    return known.read(cell) is None and _column_named(cell, parties) is not None


def _first_party(line: Sequence[str], parties: Sequence[Party], known: LetterSet) -> int:
    return next(at for at, cell in enumerate(line) if _is_party(cell, parties, known))


def _head_columns(body: Block, known: LetterSet) -> int:
    """How many columns at the left hold something else than letters: at most two, a reference and a title."""
    count = 0
    while count < min(2, len(body[0]) - 1 if body else 0) and any(known.read(line[count]) is None for line in body):
        count += 1
    return count


def _column_named(name: str, parties: Sequence[Party]) -> int | None:
    found = find_party(parties, name) if name.strip() else None
    return None if found is None else next(at for at, party in enumerate(parties) if party.id == found.id)


class _RowNames:
    """The rows of a matrix by their references and by their titles, gathered once for all lines of a block."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_number: dict[str, list[int]] = {}
        self._by_title: dict[str, list[int]] = {}
        for at, entry in enumerate(entries):
            self._by_number.setdefault(_squeezed(entry.number), []).append(at)
            self._by_title.setdefault(_squeezed(entry.item.title), []).append(at)

    def find(self, heads: Sequence[str]) -> int | None:
        """Return the row with one of these references, or else titles; a title that several rows have names none."""
        names = {_squeezed(head) for head in heads} - {""}
        by_number = [at for name in names for at in self._by_number.get(name, ())]
        by_title = [at for name in names for at in self._by_title.get(name, ())]
        found = [at for at in by_number if at in by_title] or by_number or by_title
        return found[0] if len(found) == 1 else None


def _squeezed(words: str) -> str:
    return " ".join(words.split()).casefold()
