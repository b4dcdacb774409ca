"""The menu of a right click, or of the Menu key: all that can be done with the chosen rows, with the keys beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.editors.statusbutton import status_icon
from mkplanner.ui.look import icons
from mkplanner.ui.menutable import LINE, MANY_MENUS
from mkplanner.ui.mnemonics import give_letters
from mkplanner.ui.plantable import manymenus
from mkplanner.ui.plantable.cellwork import CellWork

_BEFORE = ("edit",)
_AFTER = (
    *("cut", "copy", "paste", "duplicate", "fill_down", "clear", LINE, "add_action", "add_sub_action", LINE),
    *("indent", "outdent", "move_up", "move_down", "link", LINE),
    *(
        "hold_dates",
        "dates_week_later",
        "dates_week_earlier",
        "dates_month_later",
        "dates_month_earlier",
        LINE,
        "delete",
    ),
)
_WORDS = {"add_action": "Add &action", "add_sub_action": "Add su&b-action", "clear": "C&lear cells"}
"""What a command is called among those of a row, where its name in the menu bar would say too little."""
_NEED_ROWS = {
    "cut",
    "duplicate",
    "copy",
    "fill_down",
    "clear",
    "add_sub_action",
    "indent",
    "outdent",
    "move_up",
    "move_down",
    "link",
    "hold_dates",
    "dates_week_later",
    "dates_week_earlier",
    "dates_month_later",
    "dates_month_earlier",
    "delete",
}


def row_menu(
    parent: QWidget,
    doings: Mapping[str, Callable[[], None]],
    work: CellWork,
    plan: Plan,
    rows: tuple[str, ...],
) -> QMenu:
    """Return the menu for the chosen rows; without any, what needs some is grey."""
    has_rows = bool(rows)
    menu = QMenu(parent)
    menu.setObjectName("row_menu")
    _add(menu, _BEFORE, doings, has_rows)
    statuses = menu.addMenu(menu.tr("&Status"))
    statuses.setObjectName("row_menu_status")
    statuses.setEnabled(has_rows)
    for status, style in STYLES.items():
        action = statuses.addAction(status_icon(status), f"&{style.letter}  {style.word}")
        action.triggered.connect(lambda _=False, status=status: work.give_status(status))
    statuses.addSeparator()
    statuses.addAction(menu.tr("No status")).triggered.connect(lambda: work.give_status(None))
    for place, words in MANY_MENUS.items():
        said = menu.tr(words)  # letters inside words go to what every program calls by them first
        under = menu.addMenu(said if said.startswith("&") else said.replace("&", ""))
        under.setObjectName(f"row_menu_{place.strip('<>')}")
        under.setEnabled(has_rows)
        manymenus.fill(under, place, work, plan, rows)
    menu.addSeparator()
    _add(menu, _AFTER, doings, has_rows)
    give_letters(menu)
    return menu


def _add(menu: QMenu, names: tuple[str, ...], doings: Mapping[str, Callable[[], None]], has_rows: bool) -> None:
    for name in names:
        if name == LINE:
            menu.addSeparator()
            continue
        if name not in doings:
            continue
        entry = TABLE[name]
        keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
        words = menu.tr(_WORDS.get(name, entry.text))
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setObjectName(f"row_{name}")
        if entry.icon:
            action.setIcon(icons.icon(entry.icon))
        action.setEnabled(has_rows or name not in _NEED_ROWS)
        action.triggered.connect(lambda _=False, name=name: doings[name]())
