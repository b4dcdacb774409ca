"""Rows, fields and values as a project manager would name them inside a sentence."""

from __future__ import annotations

from typing import Any

from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.outline import numbers
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Dependency, Item, ItemKind, Outcome, Plan, Row, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting
from mkplanner.models.status import STYLES, Status
from mkplanner.models.wording import KIND_WORDS, PARTY_WORDS

FIELD_WORDS = {
    "title": "title",
    "by_when": "date",
    "original": "original date",
    "revised_reason": "reason for the revised date",
    "ref": "reference",
    "status": "status",
    "percent": "percentage done",
    "tags": "tags",
    "notes": "notes",
    "place": "place",
    "kind": "level",
    "letters": "RASIC letters",
    "qualifier": "note beside the RASIC letters",
    "part": "part in it",
    "order": "order",
    "text": "text",
    "rag": "traffic light",
    "date": "day",
    "name": "name",
    "role": "role",
    "organisation": "organisation",
    "items": "rows",
    "type": "sort",
    "lag_days": "days between",
    "before": "earlier row",
    "after": "later row",
}
"""Fields as they are called in sentences; others by their own names."""

_LONGEST = 90


def field_words(field: str) -> str:
    """Return what a field is called in a sentence."""
    return FIELD_WORDS.get(field, field.replace("_", " "))


def quoted(text: str) -> str:
    """Return a text in quotation marks, on one line, shortened where it is very long."""
    plain = " / ".join(line.strip() for line in text.splitlines() if line.strip())
    return f"“{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + '…'}”"


def row_words(plan: Plan, item: str, title: str = "") -> str:
    """Return the number of a row of the outline, or its title in quotation marks where it is no longer in the plan."""
    if item in plan.items:
        return numbers(plan)[item]
    return quoted(title) if title.strip() else "a row that has gone"


def party_words(plan: Plan, party: str, name: str = "") -> str:
    """Return the name of a party, also of one that is no longer in the plan."""
    found: Party | None = plan.parties.get(party)
    return (found.name if found else name) or "somebody who is no longer in the plan"


def value_words(plan: Plan, field: str, value: Any) -> str:
    """Return a value of the log in words; an empty one is "nothing"."""
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, dict) and "words" in value:
        return quoted(str(value["words"]))
    if isinstance(value, dict) and "order" in value:
        parent = value.get("parent")
        return "at the top level" if parent is None else f"below {row_words(plan, str(parent))}"
    if isinstance(value, list):
        names = [row_words(plan, str(each)) for each in value] if field == "items" else [str(each) for each in value]
        return quoted(", ".join(names)) if field != "items" else ", ".join(names)
    return _simple(plan, field, value)


def _simple(plan: Plan, field: str, value: Any) -> str:
    if field == "status" and value in set(Status):
        return quoted(STYLES[Status(value)].word)
    if field == "kind":
        return _kind_words(str(value))
    if field in ("before", "after"):
        return row_words(plan, str(value))
    if field == "percent":
        return f"{value} %"
    if field == "organisation":
        return quoted(party_words(plan, str(value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return quoted(str(value))


def _kind_words(value: str) -> str:
    if value in set(ItemKind):
        return KIND_WORDS[ItemKind(value)]
    return PARTY_WORDS[PartyKind(value)] if value in set(PartyKind) else value


def link_words(plan: Plan, before: str, after: str) -> str:
    """Name the link between two rows."""
    return f"the link from {row_words(plan, before)} to {row_words(plan, after)}"


def row_of(row: Row) -> str:
    """Return the id of the row of the outline (or the party) at which somebody would look for a row of any kind."""
    if isinstance(row, Assignment | Update):
        return row.item
    if isinstance(row, Dependency):
        return row.after
    return row.items[0] if isinstance(row, Outcome) and row.items else row.id


def subject_words(plan: Plan, row: Row) -> str:
    """Name a row of any kind, to follow "of": "2.1", "Payroll Lead for 2.1", "the progress update on 2.1"."""
    if isinstance(row, Item):
        return row_words(plan, row.id, row.title)
    if isinstance(row, Assignment):
        return f"{party_words(plan, row.party)} for {row_words(plan, row.item)}"
    if isinstance(row, Update):
        return f"the progress update on {row_words(plan, row.item)}"
    if isinstance(row, Outcome):
        return f"the outcome {quoted(row.text)}"
    if isinstance(row, Dependency):
        return link_words(plan, row.before, row.after)
    if isinstance(row, Party):
        return row.name or "an unnamed party"
    if isinstance(row, Baseline):
        return f"the baseline {quoted(row.name)}"
    return setting_words(row.name) if isinstance(row, Setting) else "the plan"


def setting_words(name: str) -> str:
    """Name what a plan remembers by its kind, where its name says one: "the view “Late”"."""
    kind, stroke, rest = name.partition("/")
    return f"the {kind} {quoted(rest)}" if stroke else f"the setting {quoted(name)}"
