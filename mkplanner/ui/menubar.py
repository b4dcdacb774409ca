"""The menu bar: its titles stand there at once, what its menus hold is made once the window can be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QMenuBar

from mkplanner.ui.actions import Actions, plain, translated
from mkplanner.ui.menutable import LINE, MENUS

Parts = Mapping[str, Callable[[QMenu], None]]


class Menus:
    """The menus of one window; `parts` fill the places in angle brackets of `menutable.MENUS`.

    They are empty until `fill` is called, or until somebody is quicker and opens one.
    """

    def __init__(self, bar: QMenuBar, actions: Actions, parts: Parts) -> None:
        self._actions, self._parts = actions, parts
        self._empty = [(self._add(bar, title, names), names) for title, names in MENUS.items()]

    def fill(self) -> None:
        """Put in what belongs into the menus; done once."""
        waiting, self._empty = self._empty, []
        for menu, names in waiting:
            for name in names:
                self._put(menu, name)

    def _add(self, bar: QMenuBar, title: str, names: tuple[str, ...]) -> QMenu:
        menu = bar.addMenu(translated(title))
        menu.setObjectName(f"menu_{plain(title).lower()}")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._prepare(menu, names))
        return menu

    def _prepare(self, menu: QMenu, names: tuple[str, ...]) -> None:
        if self._empty:
            self.fill()
            menu.aboutToShow.emit()  # for the parts that have only just come in
        self._actions.show_icons(names)

    def _put(self, menu: QMenu, name: str) -> None:
        if name == LINE:
            menu.addSeparator()
        elif name in self._parts:
            self._parts[name](menu)
        else:
            menu.addAction(self._actions[name])
