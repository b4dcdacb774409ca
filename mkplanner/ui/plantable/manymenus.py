"""The submenus that change all chosen rows at once: kind, owner, how much is done, tags. Each entry is one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.rasic.owners import show_owners
from mkplanner.ui.plantable.cellwork import CellWork

_PERCENTS = (0, 10, 25, 50, 75, 90, 100)
_MOST = 40
_KINDS = {
    ItemKind.THEME: "&Theme",
    ItemKind.PRIORITY: "&Priority",
    ItemKind.ACTION: "&Action",
    ItemKind.SUB_ACTION: "&Sub-action",
    ItemKind.MILESTONE: "&Milestone",
}


def fill(menu: QMenu, place: str, work: CellWork, plan: Plan, rows: tuple[str, ...]) -> None:
    """Fill a submenu for the chosen rows."""
    menu.clear()
    _FILLS[place](menu, work, plan, rows)


def _kinds(menu: QMenu, work: CellWork, plan: Plan, rows: tuple[str, ...]) -> None:
    now = {plan.items[id_].kind for id_ in rows}
    for kind, words in _KINDS.items():
        _add(menu, words, partial(work.make, kind), f"make_{kind}", now == {kind})


def _owners(menu: QMenu, work: CellWork, plan: Plan, rows: tuple[str, ...]) -> None:
    now = {show_owners(plan, id_) for id_ in rows}
    for party in [party for party in plan.ordered_parties if not party.retired][:_MOST]:
        name = party.name
        _add(menu, name.replace("&", "&&"), partial(work.give, "owners", name), f"owner_{party.id}", now == {name})
    menu.addSeparator()
    _add(menu, "&Nobody", partial(work.give, "owners", None), "owner_none", now == {""})


def _percents(menu: QMenu, work: CellWork, plan: Plan, rows: tuple[str, ...]) -> None:
    now = {plan.items[id_].percent for id_ in rows}
    for percent in _PERCENTS:
        _add(menu, f"{percent} %", partial(work.give, "percent", percent), f"percent_{percent}", now == {percent})
    menu.addSeparator()
    _add(menu, "&Not said", partial(work.give, "percent", None), "percent_none", now == {None})


def _tags(menu: QMenu, work: CellWork, plan: Plan, rows: tuple[str, ...]) -> None:
    every = sorted({tag for item in plan.items.values() for tag in item.tags}, key=str.casefold)
    for tag in every[:_MOST]:
        has_all = all(tag in plan.items[id_].tags for id_ in rows)
        _add(menu, tag.replace("&", "&&"), partial(work.change_tag, tag, has_all), f"tag_{tag}", has_all)
    if not every:
        menu.addAction("No row has a tag yet; type one into Tags").setEnabled(False)


def _add(menu: QMenu, words: str, deed: Callable[[], None], name: str, is_ticked: bool) -> None:
    action = menu.addAction(words)
    action.setObjectName(name)
    action.setCheckable(True)
    action.setChecked(is_ticked)
    action.triggered.connect(lambda _on=False: deed())


_FILLS: dict[str, Callable[[QMenu, CellWork, Plan, tuple[str, ...]], None]] = {
    "<kind>": _kinds,
    "<owner>": _owners,
    "<percent>": _percents,
    "<tags>": _tags,
}
