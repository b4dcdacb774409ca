"""Words for the kinds of things in a plan, used in titles of commands, headings and sentences."""

from __future__ import annotations

from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind

KIND_WORDS = {
    ItemKind.THEME: "theme",
    ItemKind.PRIORITY: "priority",
    ItemKind.ACTION: "action",
    ItemKind.SUB_ACTION: "sub-action",
    ItemKind.MILESTONE: "milestone",
}

PARTY_WORDS = {
    PartyKind.PERSON: "person",
    PartyKind.POST: "post",
    PartyKind.TEAM: "team",
    PartyKind.ORGANISATION: "organisation",
    PartyKind.BODY: "board or group",
}


def count(number: int, word: str, plural: str | None = None) -> str:
    """Return "1 action" or "3 actions"."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def listed(words: list[str]) -> str:
    """Return "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
