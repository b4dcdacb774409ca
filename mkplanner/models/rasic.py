"""RASIC letters: who is Responsible, Accountable, Supporting, Informed and Consulted for a row.

A cell holds a set of letters with an optional qualifier. "Action by" in council papers is the Responsible party, so owners
are not a second list: an owner is a party with R, or with a part of its own ("Agreement by the Board").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = "ARSIC"
"""The order in which the letters of one cell are written."""

MEANINGS = {
    "R": ("Responsible", "does it"),
    "A": ("Accountable", "answers for it"),
    "S": ("Support", "lends a hand"),
    "I": ("Informed", "is told"),
    "C": ("Consulted", "is asked first"),
}


@dataclass(frozen=True, slots=True)
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


def normalise(letters: str) -> str:
    """Return letters once each, in the order A R S I C. Raises ValueError, naming it, for a letter that is none of them."""
    wanted = set(letters.upper()) - set(" ,/&+;")
    strange = sorted(wanted - set(LETTERS))
    if strange:
        raise ValueError(strange[0])
    return "".join(letter for letter in LETTERS if letter in wanted)


_WORDS = {word.lower(): letter for letter, (word, _) in MEANINGS.items()} | {
    "support": "S",
    "supports": "S",
    "sign off": "S",
}
_CELL = re.compile(
    r"^\s*(?P<letters>[A-Za-z]+(?:\s*[/,&+;]\s*[A-Za-z]+|\s+and\s+[A-Za-z]+|\s+[A-Za-z])*)\s*(?:\((?P<note>[^)]*)\))?\s*$"
)


def read_cell(text: str) -> tuple[str, str] | None:
    """Return the letters and the qualifier that a table cell holds ("C & S", "R (assist)"), or None if it holds no letters.

    An empty cell or a dash is an empty set of letters, not None.
    """
    if not text.strip(" -–—\u00a0"):
        return "", ""
    found = _CELL.match(text)
    if not found:
        return None
    parts = [part for part in re.split(r"[\s/,&+;]+|\band\b", found["letters"]) if part]
    letters = [_WORDS.get(part.lower(), part) for part in parts]
    try:
        return normalise("".join(letters)), (found["note"] or "").strip()
    except ValueError:
        return None
