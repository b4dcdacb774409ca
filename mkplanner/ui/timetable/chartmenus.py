"""The menus of the chart itself: of its scale and empty places, and of a link under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from mkplanner.models.commands.links import ChangeLink, Unlink
from mkplanner.models.links.following import broken_by
from mkplanner.models.links.words import TYPE_WORDS
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Dependency, LinkType
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.look import theme
from mkplanner.ui.mnemonics import give_letters

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

LEVELS = (("&Days", 20.0), ("&Weeks", 6.0), ("&Months", 0.85), ("&Quarters", 0.3), ("&Years", 0.08))
"""The zooms that are offered by name, with the pixels of a day in letters of the usual size."""
_BELOW = (
    "zoom_in",
    "zoom_out",
    "whole_plan",
    "today",
    "",
    "chart_two_tiers",
    "chart_dates",
    "chart_titles",
    "chart_owners",
)


def scale_menu(chart: ChartCanvas, orders: Mapping[str, Callable[[], None]], ticks: Mapping[str, bool]) -> QMenu:
    """Return the menu of the timescale: how large days are, where to go, what stands beside marks."""
    menu = QMenu(chart)
    menu.setObjectName("scale_menu")
    unit = chart.zoom.words().partition(" ")[0]
    for words, pixels in LEVELS:
        action = menu.addAction(menu.tr(words))
        action.setObjectName(f"scale_{words.strip('&').lower()}")
        action.setCheckable(True)
        action.setChecked(words.replace("&", "") == unit)
        action.triggered.connect(partial(_zoom, chart, pixels * chart.zoom.letter))
    menu.addSeparator()
    for name in _BELOW:
        if not name:
            menu.addSeparator()
        elif name in orders:
            _add(menu, name, orders[name], ticks.get(name))
    give_letters(menu)
    return menu


def _zoom(chart: ChartCanvas, pixels: float, _ticked: bool = False) -> None:
    chart.zoom_to(pixels)


def _add(menu: QMenu, name: str, deed: Callable[[], None], ticked: bool | None) -> None:
    entry = TABLE[name]
    keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
    action = menu.addAction(f"{menu.tr(entry.text)}\t{keys}" if keys else menu.tr(entry.text))
    action.setObjectName(f"scale_{name}")
    if ticked is not None:
        action.setCheckable(True)
        action.setChecked(ticked)
    action.triggered.connect(lambda _=False: deed())


def link_place(chart: ChartCanvas, link: str) -> QPoint:
    """Return where a link turns, as a point of the screen; for one out of sight the upper middle of the chart."""
    found = next((arrow for known, arrow in chart.links.in_sight if known.id == link), None)
    x, y = found.turn[0] if found is not None else (chart.viewport().width() / 2, theme.px(60))
    return chart.to_screen(x, y)


def link_menu(chart: ChartCanvas, link: Dependency) -> QMenu:
    """Return the menu of one link: its sort, the rows it ties, the way out where it is broken, and the way to take it away."""
    menu = QMenu(chart)
    menu.setObjectName("link_menu")
    number, run = numbers(chart.plan), chart.table.plan_tree.run
    change = menu.addAction(menu.tr("&Change link…\tEnter"))
    change.setObjectName("link_change")
    change.triggered.connect(lambda: chart.edit_link(link.id))
    for sort, words in TYPE_WORDS.items():
        action = menu.addAction(f"{words} ({sort})")
        action.setObjectName(f"link_{sort}")
        action.setCheckable(True)
        action.setChecked(sort is link.type)
        action.triggered.connect(partial(_change, chart, link, sort))
    menu.addSeparator()
    for name, row in (("first", link.before), ("second", link.after)):
        action = menu.addAction(menu.tr("Go to {0}").replace("{0}", number[row]))
        action.setObjectName(f"link_{name}")
        action.triggered.connect(partial(_go, chart, row))
    menu.addSeparator()
    if broken_by(chart.plan, link) is not None:
        mend = menu.addAction(menu.tr("&Move {0}…").replace("{0}", number[link.after]))
        mend.setObjectName("link_move")
        mend.triggered.connect(lambda: chart.offer_move(link.after))
    remove = menu.addAction(menu.tr("&Remove link\tDel"))
    remove.setObjectName("link_remove")
    remove.triggered.connect(lambda: run(Unlink(link.id)))
    give_letters(menu)
    return menu


def _change(chart: ChartCanvas, link: Dependency, sort: LinkType, _ticked: bool = False) -> None:
    if sort is not link.type:
        chart.table.plan_tree.run(ChangeLink(link.id, type=sort))


def _go(chart: ChartCanvas, row: str, _ticked: bool = False) -> None:
    chart.table.choose(row)
    chart.show_row(row)
