"""Checks of what one party carries: too much to do, consulted too often, only ever informed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkplanner.models.checks.held import letters_by_party
from mkplanner.models.checks.rules import in_words, is_on, limit_of
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Plan

_SOMEBODY = (PartyKind.PERSON, PartyKind.POST)


def check_burden(plan: Plan) -> Iterator[Notice]:
    """Nobody has more to do, or is asked more often, than the plan thinks bearable."""
    counts = letters_by_party(plan)
    most_to_do, most_asked = limit_of(plan, "to-do"), limit_of(plan, "consulted")
    for party in plan.ordered_parties:
        held = counts.get(party.id, Counter())
        to_do = held["A"] + held["R"]
        if to_do > most_to_do:
            words = f"{party.name} has {to_do} letters that mean work, more than {most_to_do}."
            yield _about(party, "too-much-to-do", words, Severity.WARNING)
        if held["C"] > most_asked:
            words = in_words(plan, f" is {{C}} on {held['C']} rows, more than {most_asked}.")
            yield _about(party, "consulted-too-much", f"{party.name}{words}", Severity.WARNING)


def check_only_informed(plan: Plan) -> Iterator[Notice]:
    """Who holds letters does more than hear of things: a person or post with nothing but I may not need a column."""
    if not is_on(plan, "only-informed"):
        return
    counts = letters_by_party(plan)
    for party in plan.ordered_parties:
        if party.kind in _SOMEBODY and set(counts.get(party.id, ())) == {"I"}:
            words = f"{party.name}{in_words(plan, ' is only {I}, and nothing else.')}"
            yield _about(party, "only-informed", words, Severity.INFO)


def _about(party: Party, id_: str, sentence: str, severity: Severity) -> Notice:
    return Notice(id_, severity, sentence, field="rasic", party=party.id)
