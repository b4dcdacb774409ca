"""The menus that filter, sort and group rows and choose columns; filled when they are opened, so that they know the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from mkplanner.models.asking.grouping import GROUPS
from mkplanner.models.asking.narrowing import NONE, WHEN
from mkplanner.models.asking.words import value_words
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES, Rag
from mkplanner.ui.arranging.arranger import Arranger
from mkplanner.ui.itemmodels.columns import COLUMNS

_MOST = 40
"""Entries of one menu; a longer one would not fit a small screen."""


def fill_filters(menu: QMenu, arranger: Arranger) -> None:
    """Offer what rows can be filtered by, one menu for each sort of facts."""
    plan, wanted = arranger.table.plan_tree.plan, arranger.query.wanted
    for key, words in WHEN.items():
        _tick(menu, words, key in wanted.when, partial(arranger.toggle, "when", key), f"when_{key}")
    menu.addSeparator()
    _facets(menu, "&Status", plan, arranger, "statuses", STYLES)
    _facets(menu, "&Owner", plan, arranger, "owners", _owners(plan))
    _facets(menu, "O&rganisation", plan, arranger, "organisations", _organisations(plan))
    _facets(menu, "R&AG", plan, arranger, "lights", Rag)
    _facets(menu, "Ta&g", plan, arranger, "tags", _tags(plan))
    _marks(menu, plan, arranger)
    menu.addSeparator()
    clear = menu.addAction("&Clear the filter")
    clear.setObjectName("clear_filter")
    clear.setEnabled(arranger.query.is_narrow)
    clear.triggered.connect(arranger.clear_filter)


def _facets(menu: QMenu, words: str, plan: Plan, arranger: Arranger, facet: str, values: Iterable[str]) -> None:
    under = menu.addMenu(words)
    under.setObjectName(f"filter_{facet}")
    asked: tuple[str, ...] = getattr(arranger.query.wanted, facet)
    for value in (*list(values)[:_MOST], NONE):
        name = value_words(plan, facet, value)
        shown = name[:1].upper() + name[1:] if value == NONE else name
        if value == NONE:
            under.addSeparator()
        _tick(under, shown, value in asked, partial(arranger.toggle, facet, value), f"{facet}_{value}")


def _owners(plan: Plan) -> list[str]:
    owning = {cell.party for cell in plan.assignments.values() if cell.is_owner}
    return [party.id for party in plan.ordered_parties if party.id in owning]


def _organisations(plan: Plan) -> list[str]:
    parties = plan.ordered_parties
    used = {party.organisation for party in parties if party.organisation}
    return [party.id for party in parties if party.id in used or party.kind is PartyKind.ORGANISATION]


def _tags(plan: Plan) -> list[str]:
    return sorted({tag for item in plan.items.values() for tag in item.tags}, key=str.casefold)


def _marks(menu: QMenu, plan: Plan, arranger: Arranger) -> None:
    under = menu.addMenu("C&hanged since")
    under.setObjectName("filter_changed_since")
    under.setEnabled(bool(plan.marks))
    under.menuAction().setToolTip("" if plan.marks else "Set a mark in the Plan menu first.")
    asked = arranger.query.wanted.changed_since
    for name in sorted(mark.name for mark in plan.marks.values()):
        is_asked = name == asked
        _tick(under, name, is_asked, partial(arranger.since, "" if is_asked else name), "since")


def fill_sorts(menu: QMenu, arranger: Arranger) -> None:
    """Offer the columns to sort by, the shown ones first, and the way back to the plan's own order."""
    query, head = arranger.query, arranger.table.head
    group = QActionGroup(menu)
    back = _tick(menu, "&Plan order", not query.sort, lambda: arranger.sort(""), "sort_none", group)
    back.setShortcut("")
    menu.addSeparator()
    shown = [column for place, column in enumerate(COLUMNS) if not head.isSectionHidden(place)]
    for column in shown:
        _tick(
            menu,
            column.heading,
            query.sort == column.key,
            partial(arranger.sort, column.key, query.backwards),
            f"sort_{column.key}",
            group,
        )
    menu.addSeparator()
    turn = _tick(
        menu, "Last first", query.backwards, lambda: arranger.sort(query.sort, not query.backwards), "sort_backwards"
    )
    turn.setEnabled(bool(query.sort))
    keep = _tick(
        menu,
        "&Keep rows below their themes",
        not arranger.tears,
        lambda: arranger.tear(not arranger.tears),
        "sort_outline",
    )
    keep.setEnabled(not query.group)
    keep.setToolTip("Groups have headings of their own." if query.group else "Off: all rows in one list")


def fill_groups(menu: QMenu, arranger: Arranger) -> None:
    """Offer what rows can be gathered by."""
    group = QActionGroup(menu)
    chosen = arranger.query.group
    _tick(menu, "&Not grouped", not chosen, lambda: arranger.group(""), "group_none", group)
    menu.addSeparator()
    for key, (words, _) in GROUPS.items():
        _tick(menu, words, chosen == key, partial(arranger.group, key), f"group_{key}", group)


def fill_columns(menu: QMenu, arranger: Arranger) -> None:
    """Offer every column to be shown or hidden."""
    arranger.table.head.fill_columns(menu)


def _tick(
    menu: QMenu, words: str, ticked: bool, deed: Callable[[], None], name: str, group: QActionGroup | None = None
) -> QAction:
    action = menu.addAction(_marked(menu, words))
    action.setObjectName(name)
    action.setCheckable(True)
    action.setChecked(ticked)
    action.triggered.connect(lambda _on=False: deed())
    if group is not None:
        group.addAction(action)
    return action


def _marked(menu: QMenu, words: str) -> str:
    """Words with a mnemonic that no other entry of the menu has; names keep their own "&"."""
    if words.count("&") == 1 and not words.endswith("&") and "& " not in words:
        return words
    plain = words.replace("&", "&&")
    taken = {action.text().replace("&&", "").partition("&")[2][:1].lower() for action in menu.actions()}
    for place, letter in enumerate(plain):
        if letter.isalpha() and letter.lower() not in taken:
            return f"{plain[:place]}&{plain[place:]}"
    return plain
