"""Checks of RASIC letters: warnings that never block, each of which a plan may switch off (see `rules`).

The rules are those of common practice (exactly one Accountable, at least one Responsible); real tables break them for good
reasons, so they are told and not enforced. A sub-action without an A of its own is covered by the action above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mkplanner.models.checks.alike import rows_dated
from mkplanner.models.checks.held import cells_by_letters, holders
from mkplanner.models.checks.rules import in_words, is_on, limit_of
from mkplanner.models.checks.saying import name_said
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import ancestors
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import Item, ItemKind, Plan
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.models.status import Status
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.timeframes.ends import ends_of

_HEADINGS = (ItemKind.THEME, ItemKind.PRIORITY)


def uses_accountable(plan: Plan) -> bool:
    """Whether anybody in the plan is Accountable for anything: only then is a row without one remarkable."""
    return any("A" in letters for letters in cells_by_letters(plan))


def accountable(plan: Plan, item: Item) -> tuple[Assignment, ...]:
    """Return the cells with an A that hold for a row: its own, else those of the nearest row above that has any."""
    for row in (item, *ancestors(plan, item.id)):
        if row.kind.is_heading:
            return ()
        found = tuple(cell for cell in plan.assignments_of.get(row.id, ()) if "A" in cell.letters)
        if found:
            return found
    return ()


def check_rows(plan: Plan, items: Iterable[Item], today: date | None = None) -> Iterator[Notice]:
    """Everything there is to notice about the letters of some rows, as the checks of the whole plan say it."""
    rows = tuple(items)
    off = plan.info.checks_off
    if uses_accountable(plan):
        yield from (notice for notice in _several_or_none(plan, rows) if notice.id not in off)
    for run in (check_responsible, check_places, check_separate, check_councils):
        yield from (notice for notice in run(plan, rows) if notice.id not in off)
    yield from check_due_soon(plan, today, rows)


def check_accountable(plan: Plan) -> Iterator[Notice]:
    """Each action has exactly one Accountable; where the plan has none at all, that is said once."""
    if not any(item.kind is ItemKind.ACTION for item in plan.items.values()):
        return
    if not uses_accountable(plan):
        sentence = f"Nobody is {{A}} for any action yet; fill in the {letter_set(plan).key('A')} letters in RASIC."
        yield Notice("nobody-accountable", Severity.INFO, in_words(plan, sentence))
        return
    yield from _several_or_none(plan, plan.items.values())


def _several_or_none(plan: Plan, items: Iterable[Item]) -> Iterator[Notice]:
    held = holders(plan, "A")
    for item in [item for item in items if held.get(item.id) != 1]:
        if item.kind in _HEADINGS:
            continue
        if item.id in held:
            sentence = f" has {_number(held[item.id])} {{A}}; one person should answer for it."
            yield _about(plan, item, "two-accountable", sentence)
        elif not _is_covered(plan, item) and not accountable(plan, item):
            yield _about(plan, item, "no-accountable", " has nobody {A}.", Severity.ERROR)


def _is_covered(plan: Plan, item: Item) -> bool:
    """A part of an action that has nobody Accountable is told with its action, not once more."""
    parent = plan.items.get(item.place.parent or "")
    return parent is not None and parent.kind not in _HEADINGS


def check_responsible(plan: Plan, items: Iterable[Item] | None = None) -> Iterator[Notice]:
    """Each action that holds letters has somebody Responsible, itself or in a row next to it in the outline."""
    cells_of, responsible = plan.assignments_of, holders(plan, "R")
    if items is None and cells_of.keys() <= responsible.keys():
        return
    for item in plan.items.values() if items is None else items:
        if item.id in responsible or item.id not in cells_of or has_responsible(plan, item):
            continue
        if any(cell.letters for cell in cells_of[item.id]):
            yield _about(plan, item, "no-responsible", " has nobody {R}.")


def has_responsible(plan: Plan, item: Item) -> bool:
    """Whether somebody is Responsible for a row, for a row above it or for one directly below it."""
    responsible = holders(plan, "R")
    rows = (item, *plan.children.get(item.id, ()), *ancestors(plan, item.id))
    return any(row.id in responsible for row in rows)


def check_due_soon(plan: Plan, today: date | None = None, items: Iterable[Item] | None = None) -> Iterator[Notice]:
    """What is due in the next weeks and not done has somebody Responsible; a row that holds letters is told anyway."""
    if not is_on(plan, "due-responsible"):
        return
    first = today or date.today()
    last = first + timedelta(days=limit_of(plan, "due-responsible"))
    for item in rows_dated(plan, lambda frame: (day := ends_of(frame).latest) and first <= day <= last, items):
        day = ends_of(item.by_when).latest
        if day is not None and not (item.kind in _HEADINGS or item.status in _CLOSED or has_responsible(plan, item)):
            yield _about(plan, item, "due-without-responsible", f" is due by {day_words(day)} and has nobody {{R}}.")


def check_retired(plan: Plan) -> Iterator[Notice]:
    """A party that has retired holds no letters any more."""
    for party in plan.ordered_parties:
        if party.retired and any(cell.party == party.id and cell.letters for cell in plan.assignments.values()):
            sentence = f"{party.name} has retired but still holds letters."
            yield Notice("retired-holds-letters", Severity.WARNING, sentence, field="rasic", party=party.id)


def check_separate(plan: Plan, items: Iterable[Item] | None = None) -> Iterator[Notice]:
    """Who answers for a row does not also do it; only for plans that ask for it, as most real tables put A and R together."""
    if not is_on(plan, "separate"):
        return
    for item, cell in _cells(plan, items):
        if "A" in cell.letters and "R" in cell.letters:
            who = plan.parties[cell.party].name if cell.party in plan.parties else "somebody who is gone"
            sentence = f"{name_said(plan, item)}: {who}{in_words(plan, ' is {A} and {R} at once.')}"
            yield Notice("accountable-and-responsible", Severity.WARNING, sentence, item.id, "rasic", party=cell.party)


def _cells(plan: Plan, items: Iterable[Item] | None) -> Iterator[tuple[Item, Assignment]]:
    for item in plan.items.values() if items is None else items:
        for cell in plan.assignments_of.get(item.id, ()):
            yield item, cell


def check_councils(plan: Plan, items: Iterable[Item] | None = None) -> Iterator[Notice]:
    """Every council has a letter in each action; only for plans that ask for it."""
    if not is_on(plan, "every-council"):
        return
    councils = {party.organisation for party in plan.parties.values() if party.organisation and not party.retired}
    names = {id_: plan.parties[id_].name for id_ in councils if id_ in plan.parties}
    for item in plan.items.values() if items is None else items:
        if item.kind is not ItemKind.ACTION:
            continue
        holders = [plan.parties[cell.party] for cell in plan.assignments_of.get(item.id, ()) if cell.letters]
        there = {party.id if party.kind is PartyKind.ORGANISATION else party.organisation for party in holders}
        left_out = sorted(name for id_, name in names.items() if id_ not in there)
        if left_out:
            words = " and ".join(left_out) if len(left_out) < 3 else f"{len(left_out)} councils"
            yield Notice(
                "council-without-letter",
                Severity.INFO,
                f"{name_said(plan, item)} has no letter for {words}.",
                item.id,
                "rasic",
            )


def check_places(plan: Plan, items: Iterable[Item] | None = None) -> Iterator[Notice]:
    """Every letter belongs to the plan's set: after a change of set, others wait here to be looked at."""
    letters = letter_set(plan)
    if not any(map(letters.stray, cells_by_letters(plan))):
        return
    for item in plan.items.values() if items is None else items:
        strays = {code for cell in plan.assignments_of.get(item.id, ()) for code in letters.stray(cell.letters)}
        if strays:
            words = ", ".join(letters.word(code) for code in sorted(strays))
            sentence = f"{name_said(plan, item)} holds letters that {letters.name} does not have: {words}."
            yield Notice("letter-without-place", Severity.WARNING, sentence, item.id, "rasic")


_CLOSED = (Status.COMPLETE, Status.SUSPENDED)


def _about(plan: Plan, item: Item, id_: str, words: str, severity: Severity = Severity.WARNING) -> Notice:
    return Notice(id_, severity, name_said(plan, item) + in_words(plan, words), item.id, "rasic")


def _number(count: int) -> str:
    return "two" if count == 2 else str(count)
