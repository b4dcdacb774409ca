"""Parties: everybody and every group that can own an action or hold a RASIC letter."""

from __future__ import annotations

import re
from enum import StrEnum

from mkplanner.records import frozen


class PartyKind(StrEnum):
    """What a party is; a body is a board, committee, steering or user group."""

    PERSON = "person"
    POST = "post"
    TEAM = "team"
    ORGANISATION = "organisation"
    BODY = "body"


@frozen
class Party:
    """A person, post, team, organisation or body.

    `name` is as written, with its abbreviation where the author gave one ("Joint Steering Group (JSG)"); `short` is that
    abbreviation; `role` is what a person is ("Project Manager"); `organisation` is the id of the party it belongs to.
    """

    id: str
    kind: PartyKind = PartyKind.POST
    name: str = ""
    role: str = ""
    short: str = ""
    organisation: str | None = None
    order: str = ""
    retired: bool = False

    @property
    def full_name(self) -> str:
        """The name with the role in brackets, as a plan names somebody the first time."""
        return f"{self.name} ({self.role})" if self.role else self.name


_BRACKETED_SHORT = re.compile(r"\(([A-Z][A-Z&/]{1,7})\)\s*$")


def abbreviation_of(name: str) -> str:
    """Return the abbreviation that a name carries in brackets, "JSG" of "Joint Steering Group (JSG)", or nothing."""
    found = _BRACKETED_SHORT.search(name)
    return found.group(1) if found else ""


_KIND_WORDS: tuple[tuple[PartyKind, re.Pattern[str]], ...] = (
    (
        PartyKind.BODY,
        re.compile(r"\b(board|committee|cabinet|forum|panel|(steering|user|working|task|project) group)\b", re.I),
    ),
    (PartyKind.POST, re.compile(r"^((deputy|assistant|acting|interim|joint) )*(head|director|chief|leader)\b", re.I)),
    (
        PartyKind.POST,
        re.compile(r"\b(director|manager|officer|lead|executive|leader|co-?ordinator|secretary|solicitor)$", re.I),
    ),
    (PartyKind.ORGANISATION, re.compile(r"\b(council|authority|trust|ltd|limited|partnership|agency|nhs)\b", re.I)),
    (
        PartyKind.TEAM,
        re.compile(
            r"\b(teams?|unit|services?|group|department|managers|leaders|officers|directors|members|users|heads|staff|all)\b",
            re.I,
        ),
    ),
)
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z]\.?)?(?:\s+[A-Z][\w'’-]+){1,2}$"
)


def guess_kind(name: str) -> PartyKind:
    """Return what a name most likely stands for: "Board" or "Head of" decide, two capitalised names mean a person."""
    for kind, words in _KIND_WORDS:
        if words.search(name):
            return kind
    return PartyKind.PERSON if _PERSON.match(name.strip()) else PartyKind.POST
