"""Finds RASIC tables among rows of cells: parties as columns with letters in the cells, or letters as columns with names.

Which set of letters a document speaks (RASIC, RACI, DACI…) is told by its own words, else by the letters it uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import one_line
from mkplanner.models.formats.headings import columns_of, field_of, is_spelt, plain_heading
from mkplanner.models.rasic.lettersets import SETS, USUAL, LetterSet

FIELD = "letters/"
"""A column with a party's letters has this and the name of the set for its field; its heading is the party."""
_NAMED = re.compile(r"\b(RACI[- ]?VS|RASCI|RASIC|RACI|DACI)\b")
_LEGEND = re.compile(
    r"(?:^|[;,(\n]|\s{2,})\s*([RASCIVD])\s*(?:=|:|–|-)\s*([A-Za-z][A-Za-z ]{2,30})(?=$|[;,.)\n]|\s{2,})"
)
_SHARE = 0.8
"""So many of the filled cells of a column must hold letters before its heading is a party."""
_LONGEST = 40
_NEVER_RIGHT = ("rag", "status", "percent", "notes", "tags", "progress", "completed_date", "start_date")
_LEFT = ("action", "sub_action", "ref", "theme", "objective", "date", "description", "milestone", "recommendation")

_NEVER = (*_LEFT, *_NEVER_RIGHT)
_TELLING = {
    "driver": "DACI",
    "contributor": "DACI",
    "contributors": "DACI",
    "verifier": "RACI-VS",
    "signatory": "RACI-VS",
}


def set_of(texts: Iterable[str], cells: Iterable[str] = ()) -> LetterSet:
    """Return the set that a document names in its words; where it names none, the one that has all letters of its cells."""
    for text in texts:
        if found := _NAMED.search(text):
            name = found[1].replace(" ", "-")
            return SETS["RACI-VS" if name == "RACIVS" else name]
    filled = [cell for cell in cells if cell.strip()]
    usual = SETS[USUAL]
    if all(usual.read(cell) is not None for cell in filled):
        return usual
    for name in ("DACI", "RACI-VS"):
        if all(SETS[name].read(cell) is not None for cell in filled):
            return SETS[name]
    return usual


def letters_of(columns: Iterable[Column], texts: Iterable[str]) -> str:
    """Return the name of the set that the columns of a document speak, nothing where none of them holds letters."""
    columns = list(columns)
    for column in columns:
        if (column.field or "").startswith(FIELD):
            return (column.field or "").removeprefix(FIELD)
        if (name := _TELLING.get(plain_heading(column.heading))) is not None:
            return name
    speaks = {"accountable", "consulted", "informed"} <= {column.field for column in columns}
    return set_of([*texts, *(column.heading for column in columns)]).name if speaks else ""


def with_parties(heads: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a matrix that has these headings and rows, or none where it is no matrix of letters.

    Of the sets that fit, the one that reads the most cells counts; among equals the one that the document names.
    """
    sets = dict.fromkeys([set_of(texts).name, "RASIC", "DACI", "RACI-VS"])
    best: tuple[int, LetterSet, tuple[int, ...]] | None = None
    for letters in map(SETS.__getitem__, sets):
        places = party_columns(heads, rows, letters)
        read = sum(letters.read(cell) is not None for place in places for cell in _below(rows, place))
        if places and (best is None or read > best[0]):
            best = (read, letters, places)
    if best is None:
        return ()
    _, letters, places = best
    known = columns_of(list(heads))
    return tuple(
        Column(column.heading, FIELD + letters.name) if place in places else column
        for place, column in enumerate(known)
    )


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """Return the words that a legend gives for letters ("S = Signs off"), by letter, if it explains three or more."""
    found: dict[str, str] = {}
    for text in texts:
        for key, word in _LEGEND.findall(text):
            found.setdefault(key, " ".join(word.split()))
    return found if len(found) >= 3 else {}


def spelt_out(cells: Sequence[str], letters: LetterSet) -> list[str]:
    """Return headings with single letters in the place of words ("R", "A", "C", "I") as those words; others as they are."""
    keys = [cell.strip() for cell in cells if len(cell.strip()) == 1]
    if len(keys) < 3 or len(set(keys)) < len(keys) or any(key not in letters.by_key for key in keys):
        return list(cells)
    return [letters.by_key[cell.strip()].word if len(cell.strip()) == 1 else cell for cell in cells]


def party_columns(heads: Sequence[str], rows: Sequence[Sequence[str]], letters: LetterSet) -> tuple[int, ...]:
    """Return the places of the columns whose headings are parties, for a row of headings and the rows below it.

    Two such columns make a matrix; a column to their left holds the actions. A heading that councils know as one of their
    own ("Lead", "Status") is a party only if nothing but letters stands below it.
    """
    places = tuple(place for place, head in enumerate(heads) if place and _is_party(head, _below(rows, place), letters))
    return places if len(places) >= 2 and _has_titles(heads, rows, places[0]) else ()


def _below(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in rows if place < len(row) and row[place].strip(" -–—\u00a0")]


def _is_party(head: str, cells: Sequence[str], letters: LetterSet) -> bool:
    words = one_line(head)
    if not words or len(words) > 80 or (letters.read(words) is not None and len(words) < 4):
        return False
    if is_spelt(words) and field_of(words) in _NEVER:
        return False
    held = [cell for cell in cells if len(cell) <= _LONGEST and letters.read(cell) is not None]
    return bool(held) and len(held) >= _SHARE * len(cells)


def _has_titles(heads: Sequence[str], rows: Sequence[Sequence[str]], first: int) -> bool:
    """Whether words stand to the left of the letters: a heading that says so, or cells that are longer than letters."""
    if any(field_of(head) in _LEFT for head in heads[:first]):
        return True
    left = [cell for row in rows for cell in row[:first] if cell.strip()]
    return bool(left) and sum(len(cell) > 6 for cell in left) >= len(left) / 2
