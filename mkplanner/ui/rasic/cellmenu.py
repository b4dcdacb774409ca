"""The menu of a cell and of its column: everything that can be done there, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from mkplanner.models.people import Party
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.menutable import LINE
from mkplanner.ui.mnemonics import give_letters

CELL = ("edit", "delete", LINE, "copy", "copy_with_heads", "paste", "fill_down", "fill_right", LINE, "ask")
POST = (
    *("rename_party", "party_council", "party_left", "party_right", LINE),
    *("merge_party", "hide_party", "show_parties", "retire_party", "remove_party", LINE, "add_party"),
)
_OWN_WORDS = {
    "delete": ("C&lear", "Del"),
    "edit": ("&Letters and note…", "F2"),
    "party_left": ("Move &left", "Alt+Left"),
    "party_right": ("Move ri&ght", "Alt+Right"),
    "retire_party": ("Re&tire", ""),
    "add_party": ("&Add posts…", "Ctrl+Shift+P"),
}


def cell_menu(parent: QWidget, offers: Mapping[str, Callable[[], None]], party: Party | None) -> QMenu:
    """Return a menu of what is offered; the part about the column is headed by its party."""
    menu = QMenu(parent)
    menu.setObjectName("cell_menu")
    _fill(menu, CELL, offers)
    if party is not None:
        menu.addSeparator()
        heading = menu.addAction(party.name.replace("&", "&&"))
        heading.setEnabled(False)
    else:
        menu.addSeparator()
    _fill(menu, POST, offers, party)
    give_letters(menu)
    return menu


def _fill(
    menu: QMenu, names: tuple[str, ...], offers: Mapping[str, Callable[[], None]], party: Party | None = None
) -> None:
    for name in names:
        if name == LINE:
            menu.addSeparator()
            continue
        deed = offers.get(name)
        if deed is None:
            continue
        words, keys = _OWN_WORDS.get(name, (TABLE[name].text, "".join(TABLE[name].keys[:1])))
        if name == "retire_party" and party is not None and party.retired:
            words = "Bring &back"
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setObjectName(f"menu_{name}")
        action.triggered.connect(lambda _=False, deed=deed: deed())
