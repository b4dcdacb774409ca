"""What the table can show of a row beyond the fields that are typed: dates as days, the newest update, letters, links.

Each is a `Field` like those of `fields.py`, worked out from the plan; none is written here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from mkplanner.errors import RefusedError
from mkplanner.models.baselines.slippage import slip_words
from mkplanner.models.fields import FIELDS, Field, FieldKind
from mkplanner.models.outline import numbers
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import Dependency, Item, LinkType, Plan, Update
from mkplanner.models.rasic.letters import LETTERS, MEANINGS
from mkplanner.models.rasic.owners import party_name
from mkplanner.models.status import Rag
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import KIND_WORDS, count

if TYPE_CHECKING:
    from mkplanner.models.edit import Edit

RAG_WORDS = {"green": "Green", "amber": "Amber", "red": "Red"}


def latest_update(plan: Plan, item: Item) -> Update | None:
    """Return the newest progress update of a row."""
    updates = plan.updates_of.get(item.id, ())
    return updates[-1] if updates else None


def known_day(day: date | None) -> str:
    """Return a day as "31 March 2026", nothing where there is none."""
    return day_words(day) if day is not None else ""


def organisations_of(plan: Plan, item: Item) -> tuple[str, ...]:
    """Return the ids of the organisations that the owners of a row belong to, or are, in the order of owners."""
    found: dict[str, None] = {}
    for cell in plan.owners_of(item.id):
        party = plan.parties[cell.party]
        if party.organisation in plan.parties:
            found[party.organisation or ""] = None
        elif party.kind is PartyKind.ORGANISATION:
            found[party.id] = None
    return tuple(found)


def _organisations(plan: Plan, item: Item) -> str:
    return ", ".join(plan.parties[id_].name for id_ in organisations_of(plan, item))


def _first(plan: Plan, item: Item) -> str:
    return known_day(min((s.start for s in item.by_when.segments if s.start), default=None)) if item.by_when else ""


def _last(plan: Plan, item: Item) -> str:
    return known_day(item.by_when.last_day) if item.by_when and not item.by_when.is_open_ended else ""


def light_of(plan: Plan, item: Item) -> Rag | None:
    """Return the traffic light that was given to a row last; an update without one leaves it as it was."""
    lights = [update.rag for update in plan.updates_of.get(item.id, ()) if update.rag]
    return lights[-1] if lights else None


def _rag(plan: Plan, item: Item) -> str:
    light = light_of(plan, item)
    return RAG_WORDS[light] if light else ""


def _update(plan: Plan, item: Item) -> str:
    found = latest_update(plan, item)
    if found is None:
        return ""
    return f"{day_words(found.date, short=True)}: {found.text}" if found.date else found.text


def _updated(plan: Plan, item: Item) -> str:
    found = latest_update(plan, item)
    return known_day(found.date) if found else ""


def _outcomes(plan: Plan, item: Item) -> str:
    return "\n".join(outcome.text for outcome in plan.outcomes_of.get(item.id, ()))


def _follows(plan: Plan, item: Item) -> str:
    links = plan.links_of.get(item.id, ())
    return ", ".join(_tie(plan, link.before, link) for link in links if link.after == item.id)


def _followed_by(plan: Plan, item: Item) -> str:
    links = plan.links_of.get(item.id, ())
    return ", ".join(_tie(plan, link.after, link) for link in links if link.before == item.id)


def _tie(plan: Plan, other: str, link: Dependency) -> str:
    """The number at the other end, with the sort of link where it is not the usual one, and the days between."""
    sort = "" if link.type is LinkType.FS else f" {link.type}"
    days = f" {'+' if link.lag_days > 0 else '−'} {count(abs(link.lag_days), 'day')}" if link.lag_days else ""
    return f"{numbers(plan)[other]}{sort}{days}"


def _holders(letter: str) -> Callable[[Plan, Item], str]:
    def show(plan: Plan, item: Item) -> str:
        cells = plan.assignments_of.get(item.id, ())
        return ", ".join(party_name(plan, cell) for cell in cells if letter in cell.letters)

    return show


def _refuse(edit: Edit, item: str, value: object) -> None:
    raise RefusedError("This column is worked out from the rest of the row.", "Nothing was changed.")


def _fact(key: str, heading: str, show: Callable[[Plan, Item], str], kind: FieldKind = FieldKind.LONG_TEXT) -> Field:
    return Field(key, heading, kind, show, _refuse, is_editable=False)


FACTS: dict[str, Field] = {
    fact.key: fact
    for fact in (
        _fact("kind", "Kind", lambda plan, item: KIND_WORDS[item.kind].capitalize(), FieldKind.TEXT),
        _fact("starts", "Starts", _first, FieldKind.TEXT),
        _fact("ends", "Ends", _last, FieldKind.TEXT),
        _fact("original", "Original date", lambda plan, item: item.original.words if item.original else ""),
        _fact("slippage", "Slippage", slip_words, FieldKind.TEXT),
        _fact("reason", "Reason for change", lambda plan, item: item.revised_reason),
        _fact("organisation", "Organisation", _organisations),
        _fact("rag", "RAG", _rag, FieldKind.TEXT),
        _fact("update", "Latest update", _update),
        _fact("updated", "Updated", _updated, FieldKind.TEXT),
        _fact("outcomes", "Outcomes", _outcomes),
        _fact("follows", "Follows", _follows),
        _fact("followed_by", "Followed by", _followed_by),
        *(_fact(f"letter_{letter}", MEANINGS[letter][0], _holders(letter)) for letter in LETTERS),
    )
}
"""Every worked-out column by its key, in the order in which they are offered."""


def column_field(key: str) -> Field:
    """Return the field or fact with this key, for whoever shows columns. Raises KeyError."""
    return FIELDS[key] if key in FIELDS else FACTS[key]
