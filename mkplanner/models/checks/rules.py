"""The rules of RASIC letters as data: what each is called, whether a plan keeps it unless it says otherwise, and its limit.

A plan switches off what is usual by the ids of its notices (`PlanInfo.checks_off`) and switches on what is not by a setting;
another limit is a setting as well. No rule ever stops anybody: each only yields notices.
"""

from __future__ import annotations

from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.records import frozen

ON_SETTING = "checks/on/"
LIMIT_SETTING = "checks/limit/"
MOST = 999


@frozen
class Rule:
    """One rule. `words` are its name on a switch, with {A}, {R}… for the plan's words and {limit} for its number.

    `ids` are the notices it yields, each with what stands in the Checks column for it; `unit` says what the limit counts.
    """

    key: str
    words: str
    ids: tuple[tuple[str, str], ...]
    usual: bool = True
    limit: int | None = None
    unit: str = ""


RULES: tuple[Rule, ...] = (
    Rule(
        "one-accountable",
        "Exactly one {A}",
        (("no-accountable", "No {A}"), ("two-accountable", "Several {A}"), ("nobody-accountable", "No {A}")),
    ),
    Rule("one-responsible", "At least one {R}", (("no-responsible", "No {R}"),)),
    Rule(
        "due-responsible",
        "{R} for what is due soon",
        (("due-without-responsible", "Due soon, no {R}"),),
        limit=28,
        unit="days",
    ),
    Rule(
        "to-do",
        "Nobody has too much to do",
        (("too-much-to-do", "Too much to do"),),
        limit=10,
        unit="letters that mean work",
    ),
    Rule(
        "consulted", "Nobody is {C} on too many rows", (("consulted-too-much", "{C} too often"),), limit=10, unit="rows"
    ),
    Rule("only-informed", "Nobody is only {I}", (("only-informed", "Only {I}"),)),
    Rule("retired", "Retired hold no letters", (("retired-holds-letters", "Retired"),)),
    Rule("place", "Only letters of the set", (("letter-without-place", "Letter of another set"),)),
    Rule("separate", "{A} and {R} are not one post", (("accountable-and-responsible", "{A} is {R}"),), usual=False),
    Rule("every-council", "Every council has a letter", (("council-without-letter", "Council left out"),), usual=False),
)
"""Every rule, in the order of the panel."""

_BY_KEY = {rule.key: rule for rule in RULES}
_SHORT = {id_: words for rule in RULES for id_, words in rule.ids}


def rule_of(key: str) -> Rule:
    """Return a rule by its key. Raises KeyError where there is none."""
    return _BY_KEY[key]


def is_on(plan: Plan, key: str) -> bool:
    """Whether a plan keeps a rule."""
    rule = _BY_KEY[key]
    if not rule.usual:
        return bool(plan.setting(ON_SETTING + key, False))
    return not any(id_ in plan.info.checks_off for id_, _ in rule.ids)


def limit_of(plan: Plan, key: str) -> int:
    """Return a rule's number in a plan: its own where it keeps a sensible one, else the usual."""
    usual = _BY_KEY[key].limit or 0
    kept = plan.setting(LIMIT_SETTING + key, usual)
    return kept if isinstance(kept, int) and not isinstance(kept, bool) and 0 < kept <= MOST else usual


def words_of(plan: Plan, key: str) -> str:
    """Return a rule's name in the plan's own words."""
    return in_words(plan, _BY_KEY[key].words)


def short_words(plan: Plan, notice: str) -> str:
    """Return what the Checks column says for a notice, or nothing for one that no rule yields."""
    return in_words(plan, _SHORT.get(notice, ""))


def in_words(plan: Plan, text: str) -> str:
    """Put the plan's words in the place of {A}, {R}, {S}, {I} and {C}."""
    said: dict[str, str] = plan.__dict__.setdefault("_said_in_words", {})
    if text not in said:
        letters = letter_set(plan)
        said[text] = text.format_map({code: letters.word(code) for code in "ARSIC"})
    return said[text]
