"""The pages of the help: their titles, their words, which of them belongs to which screen, and finding words in them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from mkplanner.paths import resource
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.menutable import LINE, MENUS

PAGES = {
    "guide": "Ten-minute guide",
    "start": "The first page",
    "timetable": "The timetable",
    "dates": "Dates in your words",
    "details": "Details of a row",
    "rasic": "RASIC",
    "updates": "The round of updates",
    "import": "Bring in a table",
    "export": "Papers for the board",
    "review": "Merge and review",
    "shortcuts": "Shortcuts",
    "whats_new": "What's new",
}
"""Every page with its title, in the order of the list."""

PAGE_OF = {
    "start_page": "start",
    "timetable": "timetable",
    "rasic_view": "rasic",
    "updates_view": "updates",
    "board_view": "export",
    "edit_update": "updates",
    "details_panel": "details",
    "date_section": "dates",
    "edit_by_when": "dates",
    "reading_popup": "dates",
    "export": "export",
    "review": "review",
    "history": "review",
    "import_preview": "import",
    "new_plan": "start",
    "template_dialog": "start",
}
"""The page that F1 opens, by the object names of screens, panels and dialogues."""


def page_text(page: str) -> str:
    """Return a page in Markdown; the sheet of shortcuts is made from the commands themselves, so it is never out of date."""
    return shortcut_sheet() if page == "shortcuts" else resource(f"help/{page}.md").read_text("utf-8")


def pages_with(words: str) -> dict[str, int]:
    """Return the pages that hold all of these words, with how often the first stands there; every page for no words."""
    wanted = words.casefold().split()
    found = {}
    for page, title in PAGES.items():
        text = f"{title}\n{page_text(page)}".casefold()
        if all(word in text for word in wanted):
            found[page] = text.count(wanted[0]) if wanted else 0
    return found


def shortcut_sheet() -> str:
    """Return every command that has a key, menu by menu."""
    parts = ["# Every command and its keys", ""]
    told = {name for names in MENUS.values() for name in names}
    in_submenus = tuple(name for name in TABLE if name not in told)
    for menu, names in {**MENUS, "In submenus": in_submenus}.items():
        rows = [name for name in names if name != LINE and name in TABLE and TABLE[name].keys]
        if rows:
            parts += [f"## {menu.replace('&', '')}", "", "| Command | Keys |", "|---|---|"]
            parts += [f"| {TABLE[name].text.replace('&', '')} | {_keys(TABLE[name].keys)} |" for name in rows]
            parts.append("")
    return "\n".join([*parts, resource("help/in_the_table.md").read_text("utf-8")])


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
