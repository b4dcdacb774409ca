"""The parts of the View menu about rows and columns: saved views, filter, order, groups, columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from mkplanner.ui.mnemonics import give_letters

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow

_MENUS = {
    "<views>": ("Saved &views", "menu_views"),
    "<filter by>": ("Fi&lter by", "menu_filter_by"),
    "<sort by>": ("Sort b&y", "menu_sort_by"),
    "<group by>": ("&Group by", "menu_group_by"),
    "<columns>": ("&Columns", "menu_columns"),
}


def fillers(window: MainWindow) -> dict[str, Callable[[QMenu], None]]:
    """Return what fills each of these places of the menu bar."""
    return {place: lambda menu, place=place: _add(window, menu, place) for place in _MENUS}  # type: ignore[misc]


def _add(window: MainWindow, menu: QMenu, place: str) -> None:
    words, name = _MENUS[place]
    under = menu.addMenu(window.tr(words))
    under.setObjectName(name)
    under.aboutToShow.connect(lambda: _fill(window, under, place))
    menu.aboutToShow.connect(lambda: under.setEnabled(_timetable(window) is not None))


def _timetable(window: MainWindow) -> Any:
    """The view on show, where it can be arranged."""
    view = window.desk.view if window.desk is not None and window.desk.name else None
    return view if hasattr(view, "arranger") else None


def _fill(window: MainWindow, menu: QMenu, place: str) -> None:
    from mkplanner.ui.arranging import askmenus

    menu.clear()
    view = _timetable(window)
    if view is None:
        return
    if place == "<views>":
        view.views.fill(menu)
        give_letters(menu)
        return
    fill = {
        "<filter by>": askmenus.fill_filters,
        "<sort by>": askmenus.fill_sorts,
        "<group by>": askmenus.fill_groups,
        "<columns>": askmenus.fill_columns,
    }[place]
    fill(menu, view.arranger)
    give_letters(menu)


def show_filters(window: MainWindow) -> None:
    """Show the menu of filters below the filter box."""
    from mkplanner.ui.arranging import askmenus

    view = _timetable(window)
    if view is None:
        return
    box = window.plan_bar.filter
    menu = QMenu(window)
    menu.setObjectName("filters")
    askmenus.fill_filters(menu, view.arranger)
    give_letters(menu)
    menu.exec(box.mapToGlobal(box.rect().bottomLeft()))
    menu.deleteLater()
