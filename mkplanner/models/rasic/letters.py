"""RASIC letters: who is Responsible, Accountable, Supporting, Informed and Consulted for a row.

A cell holds a set of letters with an optional qualifier. "Action by" in council papers is the Responsible party, so owners
are not a second list: an owner is a party with R, or with a part of its own ("Agreement by the Board").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mkplanner.records import frozen

LETTERS = "ARSIC"
"""The order in which the letters of one cell are written."""

CODES = "ARSICVO"
"""Every letter that a cell can keep, in the order of writing; which of them a plan uses, `lettersets` tells."""

MEANINGS = {
    "R": ("Responsible", "does it"),
    "A": ("Accountable", "answers for it"),
    "S": ("Support", "lends a hand"),
    "I": ("Informed", "is told"),
    "C": ("Consulted", "is asked first"),
    "V": ("Verifier", "checks the result"),
    "O": ("Signatory", "signs it off"),
}
"""The usual word for each code, and what it means."""


@frozen
class Assignment:
    """What one party does for one row: the letters of one RASIC cell.

    The id is derived from plan, item and party (`ids.derived_id(plan, item, party)`), so that one cell is one row wherever
    it was filled in. `part` is the word an author put before *by* ("Proposals by…"); `order` is the place among the owners.
    """

    id: str
    item: str
    party: str
    letters: str = ""
    qualifier: str = ""
    part: str = ""
    order: str = ""

    @property
    def is_owner(self) -> bool:
        """Whether the party stands under "Action by"."""
        return "R" in self.letters or bool(self.part)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said at all, so that the row can go."""
        return not (self.letters or self.qualifier or self.part)


@lru_cache(maxsize=512)
def normalise(letters: str) -> str:
    """Return codes once each, in the order of `CODES`. Raises ValueError, naming it, for a letter that is none of them."""
    wanted = set(letters.upper()) - set(" ,/&+;")
    strange = sorted(wanted - set(CODES))
    if strange:
        raise ValueError(strange[0])
    return "".join(code for code in CODES if code in wanted)


_CELL = re.compile(
    r"^\s*(?P<letters>[A-Za-z]+(?:\s*[/,&+;\n]\s*[A-Za-z]+|\s+[A-Za-z]+)*)?\s*(?:\((?P<note>[^)]*)\))?\s*$"
)
LONGEST_CELL = 200
"""A cell with more characters than this is prose, not letters."""
_PARTED = re.compile(r"[/,&+;\n]+|\band\b")
_BLANK = " -–—\u00a0\t\r\n"


def find_letters(text: str, readings: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the codes and the qualifier that a table cell holds ("C & S", "R (assist)"), or None if it holds no letters.

    `readings` gives the code for each letter and word in small letters. An empty cell or a dash is an empty set of letters,
    not None.
    """
    if not text.strip(_BLANK):
        return "", ""
    found = _CELL.match(text.replace("\u00a0", " ")) if len(text) <= LONGEST_CELL else None
    if not found:
        return None
    codes = ""
    for part in _PARTED.split(found["letters"] or ""):
        read = _codes(part.strip().casefold(), readings)
        if read is None:
            return None
        codes += read
    return normalise(codes), " ".join((found["note"] or "").split())


def _codes(part: str, readings: Mapping[str, str]) -> str | None:
    """The codes of a word, of letters with blanks between them, or of letters that stand close together ("AR")."""
    if part in readings:
        return readings[part]
    pieces = part.split()
    if len(pieces) > 1:
        read = [_codes(piece, readings) for piece in pieces]
        return None if None in read else "".join(code or "" for code in read)
    known = [readings.get(letter) for letter in part]
    return None if None in known else "".join(code or "" for code in known)


def read_cell(text: str) -> tuple[str, str] | None:
    """Return what `find_letters` finds by the letters and words of RASIC."""
    return find_letters(text, _READINGS)


_READINGS = {letter.lower(): letter for letter in LETTERS} | {
    **{MEANINGS[letter][0].lower(): letter for letter in LETTERS},
    "supports": "S",
    "sign off": "S",
    "signs off": "S",
}
