"""The parts of the menu bar that change: recent plans, theme and text size, reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from mkplanner.charts.reports.titles import TITLES
from mkplanner.settings import TEXT_SIZES
from mkplanner.ui.arranging import viewmenus
from mkplanner.ui.look import theme
from mkplanner.ui.menubar import Menus
from mkplanner.ui.menutable import CHART_MENU, MANY_MENUS
from mkplanner.ui.mnemonics import give_letters
from mkplanner.ui.window.owndeeds import is_pinned

if TYPE_CHECKING:
    from mkplanner.ui.plantable.cellwork import CellWork
    from mkplanner.ui.window.mainwindow import MainWindow

THEME_WORDS = {"system": "As the &system", "light": "&Light", "dark": "&Dark", "contrast": "High &contrast"}


class MenuParts(QObject):
    """Fills the places in angle brackets of `actiontable.MENUS`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus = Menus(window.menuBar(), window.commands, self.fillers())

    def fill(self) -> None:
        """Put into the menus what stands in them; done once."""
        self._menus.fill()

    def fillers(self) -> dict[str, Callable[[QMenu], None]]:
        """Return what fills each place."""
        return {
            "<recent>": self._add_recent,
            "<theme>": self._add_themes,
            "<chart>": self._add_chart,
            "<text size>": self._add_text_sizes,
            "<reports>": self._add_reports,
            "<status>": self._add_status,
            **viewmenus.fillers(self._window),
            **{place: partial(self._add_many, place) for place in MANY_MENUS},
        }

    def show_checks(self) -> None:
        """Tick what is on show now."""
        window = self._window
        commands, desk, docks = window.commands, window.desk, window.docks
        for view in ("timetable", "rasic", "updates", "board"):
            commands[f"show_{view}"].setChecked(desk is not None and desk.name == view)
        for name in ("details", "notices"):
            commands[f"show_{name}"].setChecked(docks is not None and docks.is_open(name))
        ticks = desk.view.ticks() if desk is not None and hasattr(desk.view, "ticks") else {}
        for name, is_on in ticks.items():
            commands[name].setChecked(is_on)
        commands["pin_plan"].setChecked(desk is not None and is_pinned(window))
        commands["full_screen"].setChecked(window.meeting.is_on)

    def _add_recent(self, menu: QMenu) -> None:
        recents = menu.addMenu(self.tr("Open &recent"))
        recents.setObjectName("menu_recent")
        recents.setToolTipsVisible(True)
        recents.aboutToShow.connect(lambda: self._fill_recent(recents))
        menu.aboutToShow.connect(lambda: self._ask_recent(recents))

    def _ask_recent(self, menu: QMenu) -> None:
        """Ask which recent plans are there while the menu above is open, so that it is known when theirs opens."""
        from mkplanner.ui.files.reach import reach

        recent = self._window.settings.now.recent
        menu.setEnabled(bool(recent))
        reach().ask(entry.path for entry in recent)

    def _fill_recent(self, menu: QMenu) -> None:
        from mkplanner.ui.files.reach import plans_now

        menu.clear()
        was_pinned = False
        for known in plans_now(self._window.settings):
            if was_pinned and not known.plan.pinned:
                menu.addSeparator()
            was_pinned = known.plan.pinned
            title = known.plan.title.replace("&", "&&")
            action = menu.addAction(f"{title}\t{known.missing or known.where}")
            action.setToolTip(known.missing or known.plan.path)
            action.setEnabled(not known.missing)
            action.triggered.connect(lambda _on=False, path=known.plan.path: self._window.deeds.open_path(Path(path)))
        give_letters(menu)

    def _add_themes(self, menu: QMenu) -> None:
        themes = menu.addMenu(self.tr("The&me"))
        themes.setObjectName("menu_theme")
        group = QActionGroup(themes)
        for name, words in THEME_WORDS.items():
            action = self._choice(themes, group, self.tr(words), f"theme_{name}")
            action.triggered.connect(lambda _on=False, name=name: self.dress(name, None))
        themes.aboutToShow.connect(lambda: _tick(group, f"theme_{self._window.settings.now.theme}"))

    def _add_chart(self, menu: QMenu) -> None:
        chart = menu.addMenu(self.tr("C&hart"))
        chart.setObjectName("menu_chart")
        chart.setToolTipsVisible(True)
        for name in CHART_MENU:
            chart.addAction(self._window.commands[name])

    def _add_text_sizes(self, menu: QMenu) -> None:
        sizes = menu.addMenu(self.tr("Text &size"))
        sizes.setObjectName("menu_text_size")
        group = QActionGroup(sizes)
        for size in TEXT_SIZES:
            action = self._choice(sizes, group, f"{size} %", f"text_size_{size}")
            action.triggered.connect(lambda _on=False, size=size: self.dress(None, size))
        give_letters(sizes)
        sizes.aboutToShow.connect(lambda: _tick(group, f"text_size_{self._window.settings.now.text_size}"))

    def dress(self, name: str | None, size: int | None) -> None:
        """Put on another theme or text size and remember it."""
        settings = self._window.settings
        now = settings.change(theme=name or settings.now.theme, text_size=size or settings.now.text_size)
        dressing = theme.news()
        if dressing is not None:
            dressing.dress(now.theme, now.text_size)

    def _add_reports(self, menu: QMenu) -> None:
        menu.aboutToShow.connect(lambda: self._fill_reports(menu))

    def _fill_reports(self, menu: QMenu) -> None:
        menu.clear()
        for id_, title in TITLES.items():
            action = menu.addAction(f"{title}…")
            action.setObjectName(f"report_{id_}")
            action.setEnabled(self._window.desk is not None)
            action.setToolTip(self.tr("Make a PDF") if self._window.desk is not None else self.tr("Open a plan first."))
            action.triggered.connect(lambda _on=False, id_=id_: self._window.deeds.export(id_))
        give_letters(menu)

    def _add_status(self, menu: QMenu) -> None:
        statuses = menu.addMenu(self.tr("&Status"))
        statuses.setObjectName("menu_status")
        statuses.aboutToShow.connect(lambda: self._fill_status(statuses))
        menu.aboutToShow.connect(lambda: statuses.setEnabled(bool(self._chosen_rows())))

    def _add_many(self, place: str, menu: QMenu) -> None:
        under = menu.addMenu(self.tr(MANY_MENUS[place]))
        under.setObjectName(f"menu_{place.strip('<>')}")
        under.aboutToShow.connect(lambda: self._fill_many(place, under))
        menu.aboutToShow.connect(lambda: under.setEnabled(bool(self._chosen_rows()) and self._cells() is not None))

    def _cells(self) -> CellWork | None:
        """Who changes cells of several rows in the view on show."""
        desk = self._window.desk
        doings = getattr(desk.view, "doings", None) if desk is not None and desk.name else None
        return doings.cells if doings is not None else None

    def _fill_many(self, place: str, menu: QMenu) -> None:
        from mkplanner.ui.plantable import manymenus

        cells, desk = self._cells(), self._window.desk
        if cells is not None and desk is not None:
            manymenus.fill(menu, place, cells, desk.bridge.plan, self._chosen_rows())
            give_letters(menu)

    def _chosen_rows(self) -> tuple[str, ...]:
        return self._window.desk.selected() if self._window.desk is not None else ()

    def _fill_status(self, menu: QMenu) -> None:
        from mkplanner.models.status import STYLES

        menu.clear()
        for status, style in STYLES.items():
            action = menu.addAction(f"&{style.letter}  {style.word}")
            action.triggered.connect(lambda _on=False, status=status: self._set_status(status))
        menu.addSeparator()
        menu.addAction(self.tr("Not said")).triggered.connect(lambda: self._set_status(None))
        give_letters(menu)

    def _set_status(self, status: object) -> None:
        from mkplanner.models.commands.rows import SetField, SetFields

        rows, desk = self._chosen_rows(), self._window.desk
        if rows and desk is not None:
            command = SetField(rows[0], "status", status) if len(rows) == 1 else SetFields(rows, "status", status)
            desk.bridge.run(command)

    def _choice(self, menu: QMenu, group: QActionGroup, words: str, name: str) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.setCheckable(True)
        group.addAction(action)
        return action


def _tick(group: QActionGroup, name: str) -> None:
    for action in group.actions():
        action.setChecked(action.objectName() == name)
