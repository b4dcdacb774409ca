"""The frame of the program: menus, toolbar, status bar, docks; the start page or one open plan inside. Holds no plan logic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from mkplanner.settings import SettingsFile
from mkplanner.ui import messages
from mkplanner.ui.actions import Actions
from mkplanner.ui.arranging.viewmenus import show_filters
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import application_icon
from mkplanner.ui.parts import Pages
from mkplanner.ui.readingorder import OrderedWindow
from mkplanner.ui.window.deeds import Deeds
from mkplanner.ui.window.garbage import without_search
from mkplanner.ui.window.leaving import may_close, put_away
from mkplanner.ui.window.meeting import Meeting
from mkplanner.ui.window.menukey import hear_menu_key
from mkplanner.ui.window.menuparts import MenuParts
from mkplanner.ui.window.place import remember_place, restore_place, show_in_place
from mkplanner.ui.window.statusline import StatusLine, count_words
from mkplanner.ui.window.toolbar import PlanBar, StartBar

if TYPE_CHECKING:
    from mkplanner.models.store.opening import OpenPlan
    from mkplanner.ui.files.keeping import Keeper
    from mkplanner.ui.files.recent import Known
    from mkplanner.ui.start.page import StartPage
    from mkplanner.ui.window.docks import Docks
    from mkplanner.ui.window.plandesk import PlanDesk


class MainWindow(OrderedWindow):
    """One window of MK Planner. `desk` is the open plan or None; `painted` comes once, after the first paint."""

    painted = Signal()

    def __init__(self, settings: SettingsFile) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.settings = settings
        self._is_painted = False
        self.desk: PlanDesk | None = None
        self.keeper: Keeper | None = None
        self.docks: Docks | None = None
        self.commands = Actions(self)
        self.deeds = Deeds(self)
        self.menus = MenuParts(self)
        self.meeting = Meeting(self)
        self._start_bar = StartBar(self.commands, self)
        self._plan_bar: PlanBar | None = None
        self.addToolBar(self._start_bar)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        hear_menu_key(self)
        self._pages = Pages()
        self.setCentralWidget(self._pages)
        for bar in (self.menuBar(), self._start_bar, self.status):
            theme.dress_early(bar)
        self._start_page: StartPage | None = None
        restore_place(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh_words)
        dressing = theme.news()
        if dressing is not None:
            dressing.changed.connect(self._redress)
        if settings.note:
            QTimer.singleShot(0, self, lambda: messages.note(self, settings.note))

    # ---- the start page

    def show_start(self, plan: Path | None = None) -> None:
        """Show the start page, or the plan that the program was started with."""
        if plan is not None:
            opened = self.deeds.files.open(plan)
            if opened is not None:
                self.show_plan(opened)
                return
        self._show_start_page()

    def _show_start_page(self) -> None:
        if self._start_page is None:
            from mkplanner.ui.start.page import StartPage

            self._start_page = StartPage()
            self.deeds.connect_start_page(self._start_page)
            self._pages.addWidget(self._start_page)
        self.refresh_recent()
        self._pages.setCurrentWidget(self._start_page)
        self._start_page.focus_first()
        self._switch_bars()
        self.setWindowTitle("MK Planner")
        self.status.say(counts=self.tr("No plan open"), filter="", view="", saved=self.tr("Works without a network"))
        self.offer()

    def show_in_place(self) -> None:
        """Show the window where it was; the first time, all over a small screen."""
        show_in_place(self)

    def complete(self) -> None:
        """Finish what was put off until after the first paint."""
        dressing = theme.news()
        if dressing is not None:
            dressing.complete()
        self.setWindowIcon(application_icon())
        self.commands.complete()
        self.menus.fill()

    def refresh_recent(self) -> None:
        """Read the list of recent plans afresh."""
        if self._start_page is not None and self.desk is None:
            self._start_page.show_plans(self._known_plans())

    def _known_plans(self) -> tuple[Known, ...]:
        if not self.settings.now.recent:
            return ()
        from mkplanner.ui.files.reach import plans_now

        return plans_now(self.settings)

    # ---- an open plan

    @without_search()
    def show_plan(self, opened: OpenPlan, view: str = "") -> None:
        """Put the window's open plan away and show this one."""
        self.complete()
        from mkplanner.ui.files.keeping import Keeper
        from mkplanner.ui.window.docks import Docks
        from mkplanner.ui.window.plandesk import PlanDesk
        from mkplanner.ui.window.settling import Settling

        if not self.close_plan(show_start=False):
            opened.close()
            return
        desk = self.desk = PlanDesk(opened, self)
        desk.offers_changed.connect(self._soon.start)
        desk.bridge.changed.connect(lambda _changes: self._soon.start())
        desk.words_changed.connect(lambda words: self.plan_bar.show_words(words))
        self.docks = Docks(self, desk)
        self.docks.restore(self.settings.now.layout)
        self.keeper = Keeper(desk, self)
        self.keeper.waiting_changed.connect(self._show_saved)
        desk.take_settings(self.settings.now)
        self.show_view(view or self.settings.now.view)
        desk.select_first()
        self._switch_bars()
        self._pages.addWidget(desk)  # Only now, so that all is laid out once, in the size that it keeps.
        self._pages.setCurrentWidget(desk)
        desk.view.setFocus()
        self.keeper.start()
        self.deeds.sharing.begin()
        Settling(desk, self.docks)
        if opened.recovered:
            messages.note(self, opened.recovered)

    def show_view(self, name: str) -> None:
        """Show one of the plan's views and remember it for next time."""
        if self.desk is None:
            return
        self.desk.show_view(name)
        self.plan_bar.show_for(name)
        if self.docks is not None:
            self.docks.suit(name)
        self.plan_bar.filter.setEnabled(self.desk.can_filter)
        self.plan_bar.filter.setToolTip(
            "" if self.desk.can_filter else self.tr("This view shows every row; the filter works in the timetable.")
        )
        self.settings.change(view=name)
        self.refresh_words()

    def close_plan(self, *, show_start: bool = True) -> bool:
        """Keep everything, put the plan away and go back to the start page; False where the plan could not be kept."""
        if self.desk is None:
            return True
        if not put_away(self):
            return False
        if self.meeting.is_on:
            self.meeting.leave()
        if self.docks is not None:
            self.settings.change(layout=self.docks.place(), **self.desk.places())
            self.docks.remove()
        self._pages.removeWidget(self.desk)
        for part in (self.keeper, self.desk.bridge, self.desk):
            if part is not None:
                part.deleteLater()
        self.desk = self.keeper = self.docks = None
        self.plan_bar.clear_filter()
        if show_start:
            self._show_start_page()
        return True

    # ---- what the window says and offers

    def offer(self) -> None:
        """Say who carries out which command now, and what Undo and Redo would do."""
        view = self.desk.handlers() if self.desk is not None else {}
        self.commands.offer(self.deeds.offers(), view)
        bridge = self.desk.bridge if self.desk is not None else None
        undo, redo = (bridge.undo_title, bridge.redo_title) if bridge is not None else (None, None)
        self.commands.name_history(undo, redo)
        if self.desk is not None and self.desk.name:
            self.status.say(view=self.desk.view.status_text())
        self.menus.show_checks()

    def refresh_words(self) -> None:
        """Say the plan's title, counts and what can be done afresh; many small changes are followed by one round."""
        self.offer()
        if self.desk is None:
            return
        plan = self.desk.bridge.plan
        self.setWindowTitle(self.deeds.sharing.window_title(plan.info.title or self.desk.opened.path.stem))
        self.status.say(counts=count_words(plan), filter=self.desk.filter_words())

    def filter_rows(self, words: str) -> None:
        """Show only rows with these words."""
        if self.desk is not None:
            self.desk.set_filter(words)
            self.refresh_words()

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        self.plan_bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.plan_bar.filter.selectAll()

    def _show_saved(self, waiting: str) -> None:
        there = self.tr("Saved on this computer; waiting for the plan file")
        self.status.say(saved=there if waiting else self.tr("✓ Saved"))
        self.status.setToolTip(waiting or self.tr("Every change is kept as you make it."))

    # ---- the frame

    @property
    def plan_bar(self) -> PlanBar:
        """The toolbar of an open plan, made when the first plan is opened."""
        if self._plan_bar is None:
            self._plan_bar = PlanBar(self.commands, self)
            self._plan_bar.view_chosen.connect(self.show_view)
            self._plan_bar.filtered.connect(self.filter_rows)
            self._plan_bar.filters_wanted.connect(lambda: show_filters(self))
            self._plan_bar.rows_wanted.connect(lambda: self.desk.enter_rows() if self.desk else None)
            self.addToolBar(self._plan_bar)
            self._plan_bar.setVisible(self.desk is not None)
        return self._plan_bar

    def bars(self) -> tuple[QWidget, ...]:
        """Return the toolbars there are."""
        return (self._start_bar,) if self._plan_bar is None else (self._start_bar, self._plan_bar)

    def _switch_bars(self) -> None:
        self._start_bar.setVisible(self.desk is None)
        if self.desk is not None or self._plan_bar is not None:
            self.plan_bar.setVisible(self.desk is not None)

    def _redress(self) -> None:
        self.commands.recolour()
        self._start_bar.fit()
        if self._plan_bar is not None:
            self._plan_bar.redress()
        self.status.resize_to_text()
        if self._start_page is not None:
            self._pages.removeWidget(self._start_page)
            self._start_page.deleteLater()
            self._start_page = None
            if self.desk is None:
                self._show_start_page()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.meeting.takes(event.key()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not may_close(self):
            event.ignore()
            return
        remember_place(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.deeds.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.deeds.take(event.mimeData())
