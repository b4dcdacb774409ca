"""Turns a draft read from outside into rows of the plan, as one order that one Undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkplanner.models.commands.bringback import bring_back
from mkplanner.models.commands.newparties import PartyBook
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.edit import Edit
from mkplanner.models.formats.base import Draft, DraftItem
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.lettersets import SET_SETTING, SETS, USUAL, words_setting
from mkplanner.models.status import Status, read_status
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Timeframe
from mkplanner.models.wording import KIND_WORDS, count
from mkplanner.records import frozen


@frozen(slots=False)
class BringIn:
    """Add every row of a draft at the end of the plan, or at the end of what stands below the row `below`.

    The draft's title and years become the plan's where it has none of its own; its parties are matched by name, by name
    with role and by abbreviation before new ones are made. The words of every date are kept as they are.
    """

    draft: Draft
    below: str | None = None
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say how much comes in: "Bring in 11 actions"."""
        for kind in (ItemKind.ACTION, ItemKind.SUB_ACTION, ItemKind.PRIORITY, ItemKind.THEME):
            number = sum(item.kind is kind for item in self.draft.items)
            if number:
                plural = "priorities" if kind is ItemKind.PRIORITY else None
                return f"Bring in {count(number, KIND_WORDS[kind], plural)}"
        return "Bring in a table"

    def apply(self, edit: Edit) -> str | None:
        """Add the rows and return the id of the first. Raises `RefusedError` if the row they should stand below is gone."""
        if self.draft.exact is not None:
            return bring_back(edit, self.draft.exact, self.below and edit.item(self.below).id)
        plan = edit.plan
        above = edit.item(self.below) if self.below else None
        info = _with_facts(plan.info, self.draft)
        if info != plan.info:
            edit.put(info)
        column = next((column.heading for column in self.draft.columns if column.field == "date"), "By when")
        context = replace(replace(plan, info=info).context(), column=column)
        ids = [new_id() for _ in self.draft.items]
        places = _places(self.draft.items, ids, plan, self.below)
        frames: dict[str, Timeframe] = {}
        for draft, id_, place in zip(self.draft.items, ids, places, strict=True):
            kind = draft.kind if above is None or above.kind.is_heading else ItemKind.SUB_ACTION
            edit.put(_item(draft, id_, kind, place, _by_when(draft, context, frames)))
        _put_letters(edit, plan, self.draft)
        _put_owners(edit, plan, self.draft, ids)
        _put_updates(edit, self.draft, ids)
        _put_outcomes(edit, plan, self.draft, ids)
        return ids[0] if ids else None


def _with_facts(info: PlanInfo, draft: Draft) -> PlanInfo:
    """Take the draft's title, council and years where the plan has none; a plan with one of its years keeps to it."""
    info = replace(
        info,
        title=info.title or draft.title,
        subtitle=info.subtitle or ("" if info.title else draft.subtitle),
        council=info.council or draft.council,
    )
    if info.start is None and info.end is None:
        info = replace(info, start=draft.start, end=draft.end)
    return info


def _places(items: Sequence[DraftItem], ids: Sequence[str], plan: Plan, below: str | None) -> list[Place]:
    """Return the place of each row: behind its siblings, in the order of the draft."""
    children: dict[int | None, list[int]] = {}
    for number, item in enumerate(items):
        children.setdefault(item.parent, []).append(number)
    places = [Place()] * len(items)
    siblings = plan.children.get(below, ())
    for parent, rows in children.items():
        last = siblings[-1].place.order if parent is None and siblings else ""
        for number, order in zip(rows, keys_after(last, len(rows)), strict=True):
            places[number] = Place(below if parent is None else ids[parent], order)
    return places


def _by_when(draft: DraftItem, context: PlanContext, frames: dict[str, Timeframe]) -> Timeframe | None:
    """Read the words of a date; the same words mean the same in every row of one table."""
    if draft.date is None:
        return None
    if draft.date not in frames:
        frames[draft.date] = parse(draft.date, context)
    return frames[draft.date]


def _item(draft: DraftItem, id_: str, kind: ItemKind, place: Place, by_when: Timeframe | None) -> Item:
    status = draft.status or read_status(draft.progress or "") or _status_of(by_when)
    return Item(id_, kind, place, draft.ref, draft.title, by_when, status=status, tags=draft.tags, notes=draft.notes)


def _status_of(by_when: Timeframe | None) -> Status | None:
    """Return the status that stands where a date should: "Completed" under "By when"."""
    return read_status(by_when.words) if by_when is not None and by_when.kind is Kind.STATUS_LIKE else None


def _put_letters(edit: Edit, plan: Plan, draft: Draft) -> None:
    """Take the draft's set of letters and the words of its legend, if the plan has no letters of its own yet."""
    if not draft.letter_set or plan.assignments or plan.setting(SET_SETTING) is not None:
        return
    letters = SETS[draft.letter_set]
    if letters.name != USUAL:
        SetSetting(SET_SETTING, letters.name).apply(edit)
    for key, word in draft.letter_words:
        letter = letters.by_key.get(key)
        if letter is not None and letter.word.casefold() != word.casefold():
            SetSetting(words_setting(letters, letter.code), [word, ""]).apply(edit)


def _put_owners(edit: Edit, plan: Plan, draft: Draft, ids: Sequence[str]) -> None:
    """Add the parties that are new, and one RASIC cell for each party and row."""
    book = PartyBook(plan.ordered_parties)
    book.learn(owner for item in draft.items for owner in item.owners)
    cells: list[Assignment] = []
    for item, id_ in zip(draft.items, ids, strict=True):
        row: dict[str, Assignment] = {}
        for owner, order in zip(item.owners, keys_after("", len(item.owners)), strict=True):
            party = book.party(owner)
            cell = row.get(party.id) or Assignment(derived_id(plan.info.id, id_, party.id), id_, party.id)
            letters, note = normalise(cell.letters + owner.letters), cell.qualifier or owner.qualifier
            cell = replace(cell, letters=letters, qualifier=note, part=cell.part or owner.part)
            row[party.id] = replace(cell, order=cell.order or (order if cell.is_owner else ""))
        cells += row.values()
    for party in book.changed():
        edit.put(party)
    for cell in cells:
        edit.put(cell)


def _put_updates(edit: Edit, draft: Draft, ids: Sequence[str]) -> None:
    rows = [(id_, item.progress) for item, id_ in zip(draft.items, ids, strict=True) if item.progress]
    for (id_, text), order in zip(rows, keys_after("", len(rows)), strict=True):
        edit.put(Update(new_id(), id_, text=text, order=order))


def _put_outcomes(edit: Edit, plan: Plan, draft: Draft, ids: Sequence[str]) -> None:
    last = max((row.order for row in plan.outcomes.values()), default="")
    for outcome, order in zip(draft.outcomes, keys_after(last, len(draft.outcomes)), strict=True):
        edit.put(Outcome(new_id(), outcome.text, tuple(ids[index] for index in outcome.items), order))
