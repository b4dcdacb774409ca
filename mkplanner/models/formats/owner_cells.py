"""Reads a cell under "Action by" into owners: names on lines of their own, "X and Y", roles in brackets, "Proposals by X"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkplanner.models.formats.base import DraftOwner
from mkplanner.models.formats.cleaning import one_line
from mkplanner.models.people import PartyKind, guess_kind
from mkplanner.models.rasic.owners import letter_for

_TITLES = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Sir)\.?\s+)?"
_NAME = r"[A-Z][a-z\u00c0-\u024f'’]+(?:-[A-Z][a-z]+)?"
PERSON = rf"{_TITLES}(?:{_NAME}|[A-Z]\.?)(?:\s+[A-Z]\.?)?\s+(?:Mc|Mac|O['’])?{_NAME}"
"""What a person's name looks like: two names, or an initial and a name."""
_PERSON = re.compile(rf"^{PERSON}$")
_SHORT = re.compile(r"^[A-Z][A-Z&]{1,6}$")
_GROUP_WORD = re.compile(
    r"\b(board|committee|cabinet|forum|panel|council|authority|partnership|teams?|unit|services?|group|department|users"
    r"|managers|leaders|officers|heads|directors|staff|members|all|partners|agency|trust)\b",
    re.I,
)
_POST_WORD = re.compile(
    r"\b(head|director|manager|officer|lead|chief|executive|leader|co-?ordinator|secretary|solicitor|treasurer|clerk"
    r"|chair|chairman|assistant|deputy|consultant|advis[eo]r|analyst|engineer|surveyor|planner|member|mayor)\b",
    re.I,
)
_POST_START = re.compile(
    r"^(?:the\s+)?(?:(?:deputy|assistant|interim|acting|joint|shared|group|corporate|service|strategic|senior|chief|all)\s+)*"
    r"(?:heads?|directors?|chief|managers?|officers?|leads?|leader|chair|members?)\b",
    re.I,
)
_PART = re.compile(r"^([A-Z][a-z]+(?: [a-z]+)?) by (.+)$", re.S)
_ROLE = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_BRACKETED = re.compile(r"\([^()]*\)")
LONGEST_NAME = 12
"""How many words the name of an owner may have; what is longer is prose."""


def looks_like_owner(text: str) -> bool:
    """Whether a text is somebody's name, a post, a team, a board or initials, and not a sentence."""
    plain = _BRACKETED.sub("", one_line(text)).strip()
    words = plain.split()
    if not words or len(words) > LONGEST_NAME or (plain[-1] in ".:?!" and not plain.endswith(("Ltd.", "Co."))):
        return False
    if _PERSON.match(plain) or _SHORT.match(plain):
        return True
    head = re.split(r"\s(?:and|&|or|with)\s|[/,;]", plain)[0].strip()
    if head != plain and (_PERSON.match(head) or _SHORT.match(head)):
        return True
    if not (plain[:1].isupper() or plain[:1].isdigit()):
        return False
    return bool((_GROUP_WORD.search(plain) or _POST_WORD.search(plain)) and not re.search(r"[.;:]\s", plain))


def is_group(name: str) -> bool:
    """Whether a name stands for several people: a board, a team, an organisation."""
    return guess_kind(name) in (PartyKind.BODY, PartyKind.TEAM, PartyKind.ORGANISATION)


def read_owner_cell(cell: str, letters: str = "R", known: Iterable[str] = ()) -> tuple[DraftOwner, ...]:
    """Return the owners of a cell in the author's order, each once; `known` are names met elsewhere in the document.

    A part proposes its own letter (see `owners.letter_for`); without one the column's `letters` hold.
    """
    names = frozenset(known)
    found: dict[tuple[str, str], DraftOwner] = {}
    for line in cell.split("\n"):
        text = one_line(line).strip(" ;,")
        part = _PART.match(text)
        for name in _names(part[2] if part else text, names):
            owner = _owner(name, part[1] if part else "", letters)
            found.setdefault((owner.name.casefold(), owner.part), owner)
    return tuple(found.values())


def _owner(text: str, part: str, letters: str) -> DraftOwner:
    name, role = part_role(text)
    return DraftOwner(name, role, part, is_group(name), letter_for(part) if part else letters)


def part_role(text: str) -> tuple[str, str]:
    """Part a name from the role in brackets behind it; an abbreviation stays with the name it stands for."""
    found = _ROLE.match(text)
    if not found or _is_abbreviation(found[1], found[2]):
        return text, ""
    return found[1].strip(), found[2].strip()


def _is_abbreviation(name: str, brackets: str) -> bool:
    if not re.fullmatch(r"[A-Z][A-Za-z&/.]{1,7}", brackets) or brackets.islower():
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name)).upper()
    letters = re.sub(r"[^A-Z]", "", brackets)
    return brackets.isupper() or (len(letters) >= 2 and letters in initials)


def _names(text: str, known: frozenset[str]) -> list[str]:
    """Cut "X and Y" and "X / Y" where both sides can stand alone; "Policy and Performance" stays one name."""
    if not text:
        return []
    for pattern in (
        r"\s*;\s*",
        r"\s+/\s+",
        r"/\s+",
        r"/",
        r"\s*,\s+(?:and\s+)?",
        r"\s+and\s+",
        r"\s*&\s*",
        r"\s*\+\s*",
    ):
        for found in re.finditer(pattern, text):
            left, right = text[: found.start()].strip(), text[found.end() :].strip()
            if _balanced(left) and left and right and _may_part(left, right, found.group().strip(), known):
                return [*_names(left, known), *_names(right, known)]
    return [text]


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _may_part(left: str, right: str, sign: str, known: frozenset[str]) -> bool:
    if sign == ";" or (left in known and (right in known or _alone(right))):
        return True
    if _POST_START.match(right) and not re.match(r"(?i)members\b", right):
        return _alone(left) or bool(_GROUP_WORD.search(left) or _POST_WORD.search(left))
    if re.search(r"\bof\b", left) and _POST_WORD.search(left):
        return any(right.startswith(name) for name in known)
    right_first = re.split(r"\s(?:and|&)\s|[/,;]", right)[0].strip()
    if sign == "/" and _SHORT.match(left):
        return bool(_SHORT.match(right_first))
    return _alone(left) and _alone(right_first)


def _alone(text: str) -> bool:
    """Whether a piece of a cell can be an owner by itself."""
    plain, role = part_role(text)
    if role or _PERSON.match(plain) or _SHORT.match(plain):
        return True
    return (len(plain.split()) >= 2 and bool(_GROUP_WORD.search(plain))) or plain in (
        "Directors",
        "Managers",
        "Members",
    )
