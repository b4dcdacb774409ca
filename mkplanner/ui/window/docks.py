"""The two panels beside a plan: Details of the selected row, and Notices about the whole; closable, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from mkplanner.models.checks.registry import check
from mkplanner.models.notice import Notice, Remedy
from mkplanner.models.plan import Plan
from mkplanner.ui.look import theme
from mkplanner.ui.notices.dock import NoticesPanel
from mkplanner.ui.notices.filter import NoticeFilter, shown
from mkplanner.ui.parts import PANEL_LEAST
from mkplanner.ui.tasks import Task, run_task
from mkplanner.ui.window.docktitle import DockTitle
from mkplanner.ui.window.laterpanel import LaterPanel
from mkplanner.ui.window.plandesk import PlanDesk

if TYPE_CHECKING:
    from mkplanner.ui.editors.panel import DetailsPanel
    from mkplanner.ui.window.mainwindow import MainWindow

WIDTH = 266
MANY = 1_000
"""Rows of a plan that takes a noticeable moment to look through."""
LAYOUT_VERSION = 1
PAUSE = 200
"""Milliseconds after the last change before the whole plan is looked through: in a long plan that takes a moment."""


class Docks:
    """The panels of one open plan."""

    def __init__(self, window: MainWindow, desk: PlanDesk) -> None:
        self._window = window
        self._desk = desk
        usual, least = QSize(theme.px(265), theme.px(430)), QSize(theme.px(PANEL_LEAST), theme.px(100))
        self._details = LaterPanel(self._make_details, usual, least)
        self.notices = NoticesPanel(window, self._remedies_of)
        self.filter = NoticeFilter()
        self.filter.chosen.connect(self._list_notices)
        self._found: tuple[Notice, ...] = ()
        self._docks = {
            "details": self._dock("details", window.tr("Details"), self._details),
            "notices": self._dock("notices", window.tr("Notices"), self.notices, self.filter),
        }
        window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks)
        window.resizeDocks([self._docks["details"]], [theme.px(WIDTH)], Qt.Orientation.Horizontal)
        room = window.height()
        window.resizeDocks(list(self._docks.values()), [room * 3 // 5, room * 2 // 5], Qt.Orientation.Vertical)
        self.notice_count = 0
        self._task: Task | None = None
        self._checked: Plan | None = None
        self._then: Callable[[], None] | None = None
        self._is_gone = False
        self._pause = QTimer(desk, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        desk.selection_changed.connect(self._follow)
        desk.details_wanted.connect(self.focus_date)
        window.status.herald.begin()
        desk.bridge.replayed.connect(window.status.herald.say)
        desk.bridge.changed.connect(lambda _changes: self._pause.start())
        self.notices.chosen.connect(self._go_to)
        self.notices.entered.connect(self._enter)
        self.notices.remedy_taken.connect(self._take)

    @property
    def details(self) -> DetailsPanel:
        """All about the selected rows."""
        return self._details.panel

    def _make_details(self, parent: QWidget) -> DetailsPanel:
        from mkplanner.ui.editors.panel import DetailsPanel
        from mkplanner.ui.lookback.chronicle import PlanChronicle
        from mkplanner.ui.lookback.deeds import show_history

        window, desk = self._window, self._desk
        panel = DetailsPanel(desk.bridge, parent, window.settings, PlanChronicle(window, desk))
        panel.history_wanted.connect(lambda item: show_history(window, desk, item))
        panel.remedy_taken.connect(self._take)
        panel.show_items(desk.selected())
        panel.mark(desk.marks)
        desk.marked.connect(panel.mark)
        return panel

    def fill(self) -> None:
        """Show all about the selected rows, where that has waited for the rows themselves."""
        self._details.fill()

    def _take(self, remedy: Remedy) -> None:
        """Carry a way out of a notice, or of a link in Details, out; where it moves several rows they are shown first."""
        from mkplanner.ui.timetable.movedialog import agreed

        command = agreed(self._desk.bridge.plan, remedy.command, self._window)
        if command is not None:
            self._desk.bridge.run(command)

    def prepare(self) -> None:
        """Show the notices of a short plan at once; of a long one say that it is being looked through, until `look`."""
        if len(self._desk.bridge.plan.items) > MANY:
            self.notices.say_looking()
        else:
            self.look()

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Show what there is to notice about the plan as it stands, and how much; a long one is looked through beside it.

        `then` is called once they are shown.
        """
        plan = self._desk.bridge.plan
        self._then = then or self._then
        if self._task is not None:
            return  # The task looks again where the plan is another by then.
        if len(plan.items) > MANY and plan is not self._checked:
            self._task = run_task(
                self._window, "", lambda _progress: check(plan), lambda _: self._heard(plan), quiet=True, hurried=True
            )
            return
        self._show()

    def _heard(self, plan: Plan) -> None:
        self._task, self._checked = None, plan
        if self._is_gone:
            return
        if plan is self._desk.bridge.plan:
            self._show()
        else:
            self.look()

    def _show(self) -> None:
        notices = self._desk.notices()
        self.notice_count = len(notices)
        self._found = notices
        self._window.status.herald.notice(notices)
        self._list_notices()
        self._title("notices").show_count(len(notices))
        self._window.offer()
        then, self._then = self._then, None
        if then is not None:
            then()

    def is_open(self, name: str) -> bool:
        """Whether a panel ("details", "notices") is on show."""
        return self._docks[name].isVisible()

    def toggle(self, name: str) -> None:
        """Show or hide a panel, and remember that for the view on show."""
        dock = self._docks[name]
        dock.setVisible(not dock.isVisible())
        self._remember()

    def show_only(self, names: Collection[str]) -> None:
        """Show these panels and no others, for a while: nothing is remembered."""
        for name, dock in self._docks.items():
            dock.setVisible(name in names)

    def suit(self, view: str) -> None:
        """Show the panels that belong beside a view."""
        wanted = getattr(self._window.settings.now, f"{view}_panels").split()
        for name, dock in self._docks.items():
            dock.setVisible(name in wanted)

    def focus_details(self) -> None:
        """Show the details and put the cursor there."""
        self._docks["details"].show()
        self._remember()
        self.details.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_date(self) -> None:
        """Show the details with the cursor in the words of the date, as for a mark that was clicked twice."""
        self.focus_details()
        if self.details.item_id is not None and self.details.row.date.isVisible():
            self.details.row.date.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_update(self) -> None:
        """Show the details of the chosen row with the form for a new update."""
        self._docks["details"].show()
        self._remember()
        self.details.write_update()

    def go_to_next_notice(self) -> None:
        """Go to the row of the next notice."""
        self._docks["notices"].show()
        self._remember()
        self.notices.go_to_next()

    def show_ways_out(self) -> None:
        """Show what the chosen notice offers as a menu, wherever the cursor is."""
        self._docks["notices"].show()
        self._remember()
        self.notices.show_ways_out()

    def place(self) -> str:
        """Return where the panels are and whether they show, as a text to remember."""
        return str(self._window.saveState(LAYOUT_VERSION).toBase64().toStdString())

    def restore(self, place: str) -> None:
        """Put the panels where they were."""
        if place:
            self._window.restoreState(QByteArray.fromBase64(place.encode()), LAYOUT_VERSION)

    def remove(self) -> None:
        """Take the panels away with their plan."""
        self._pause.stop()
        self._is_gone = True
        for dock in self._docks.values():
            self._window.removeDockWidget(dock)
            dock.deleteLater()

    def _remember(self) -> None:
        shown = " ".join(name for name in self._docks if self.is_open(name))
        self._window.settings.change(**{f"{self._desk.name}_panels": shown})
        self._window.offer()

    def _dock(self, name: str, words: str, inside: QWidget, extra: QWidget | None = None) -> QDockWidget:
        dock = QDockWidget(words, self._window)
        dock.setObjectName(f"dock_{name}")
        dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        title = DockTitle(words, extra)
        title.closed.connect(lambda: self.toggle(name))
        dock.setTitleBarWidget(title)
        dock.setWidget(inside)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock

    def _title(self, name: str) -> DockTitle:
        title = self._docks[name].titleBarWidget()
        assert isinstance(title, DockTitle)
        return title

    def _follow(self, items: tuple[str, ...]) -> None:
        if self._details.is_made:
            self.details.show_items(items)
        if self.filter.key == "row":
            self._list_notices()

    def _list_notices(self) -> None:
        """Show those of the notices that are asked for; the badge counts them all."""
        self.notices.show_notices(shown(self._found, self.filter.key, self._desk.selected()))

    def _go_to(self, notice: Notice) -> None:
        if notice.item is not None:
            self._desk.select(notice.item)
        elif notice.party is not None and self._desk.name == "rasic":
            self._desk.view.go_to_party(notice.party)

    def _enter(self, notice: Notice) -> None:
        """Enter on a notice about a post, which has no row, leads to its column in the matrix."""
        if notice.item is None and notice.party is not None:
            self._window.show_view("rasic")
            self._go_to(notice)

    def _remedies_of(self, notice: Notice) -> tuple[Remedy, ...]:
        from mkplanner.models.remedies import remedies_of

        return remedies_of(self._desk.bridge.plan, notice)
