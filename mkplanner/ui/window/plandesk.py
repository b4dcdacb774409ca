"""One open plan in the window: its views, which of them is on show, and the row they agree on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.errors import PlannerError
from mkplanner.garbage import search_all
from mkplanner.models.asking.query import EVERYTHING, Query, answer
from mkplanner.models.changes import Changes
from mkplanner.models.notice import Notice
from mkplanner.models.outline import outline
from mkplanner.models.store.opening import OpenPlan, SyncReport, author_name
from mkplanner.progress import Cancelled
from mkplanner.settings import Settings
from mkplanner.ui.arranging.places import REMEMBERED, Places
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.parts import Pages
from mkplanner.ui.waiting import wait_for

if TYPE_CHECKING:
    from mkplanner.ui.printing.screen import Screen


class PlanDesk(Pages):
    """Holds the views of one plan, each made when it is first shown.

    `selection_changed` brings the ids of the selected rows, `offers_changed` says that the view may do other things
    now, `words_changed` brings the words that rows are filtered by where the view itself has changed them, `marked` the
    rows that others have just changed, each with the parts of it that are other ones. `details_wanted` says that somebody
    would see all about the selected row.
    """

    selection_changed = Signal(object)
    offers_changed = Signal()
    words_changed = Signal(str)
    marked = Signal(object)
    details_wanted = Signal()

    def __init__(self, opened: OpenPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan_desk")
        self.opened = opened
        self.bridge = SessionBridge(opened.session, parent)
        self.bridge.read_only = opened.read_only
        self.bridge.changed.connect(self._follow)
        self._views: dict[str, Any] = {}
        self._filter = ""
        self._places = Places(self._plan_id, {})
        self.name = ""
        self._marks: Mapping[str, Collection[str]] = {}
        self.notices_beside: tuple[Notice, ...] = ()
        self.has_conflicts = False

    @property
    def view(self) -> Any:
        """The view on show; it keeps the promises of `views.View`."""
        return self._views[self.name]

    def show_view(self, name: str) -> None:
        """Show a view ("timetable", "rasic") with the row that is selected now."""
        chosen = self.selected()
        self.name = name
        if name not in self._views:
            self._add(name)
        self.setCurrentWidget(self.view)
        if chosen:
            self.view.select(chosen[0])
        self._narrow()
        self.view.setFocus()
        self.offers_changed.emit()

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected rows that are still in the plan."""
        if not self.name:
            return ()
        return tuple(item for item in self.view.selected() if item in self.bridge.plan.items)

    def select(self, item: str) -> None:
        """Go to a row in the view on show."""
        if item in self.bridge.plan.items:
            self.view.select(item)

    def select_first(self) -> None:
        """Go to the first action, so that the details have something to show: a date and how it is read."""
        entries = outline(self.bridge.plan)
        first = next((entry for entry in entries if not entry.item.kind.is_heading), next(iter(entries), None))
        if first is not None and not self.selected():
            self.view.select(first.item.id)

    def places(self) -> dict[str, str]:
        """Return how the views stand, of this plan and others, for the settings to remember."""
        return self._places.now(self._views)

    def take_settings(self, settings: Settings) -> None:
        """Have each view stand as it did, when it is first shown, and updates signed with the user's name."""
        self._places = Places(self._plan_id, {name: getattr(settings, name) for name in REMEMBERED})
        self.bridge.author = author_name(settings.author or None)

    def focus_panes(self) -> tuple[QWidget, ...]:
        """Return the parts of the view on show that F6 goes round."""
        panes: tuple[QWidget, ...] = self.view.focus_panes() if hasattr(self.view, "focus_panes") else (self.view,)
        return panes

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the view on show can do now."""
        if not self.name:
            return {}
        offers: dict[str, Callable[[], None]] = dict(self.view.handlers())
        if self.name == "rasic" and "delete" in offers:
            offers["clear"] = offers.pop("delete")  # in the matrix Delete empties cells; rows stay
        return offers

    @property
    def can_filter(self) -> bool:
        """Whether the view on show can narrow its rows."""
        return hasattr(self.view, "set_filter")

    def set_filter(self, words: str) -> None:
        """Show only rows with these words; every view that can takes it when it is shown."""
        self._filter = words
        self._narrow()

    def enter_rows(self) -> None:
        """Put the cursor into the view on show, at the first row that holds the filter's words."""
        if hasattr(self.view, "arranger"):
            self.view.arranger.go_to_found()
        self.view.setFocus()

    def filter_words(self) -> str:
        """Return what the status bar says of filter, order and groups."""
        view = self._views.get(self.name)
        return view.filter_words() if view is not None and hasattr(view, "filter_words") else ""

    def shown(self) -> Screen | None:
        """Return what the timetable or the matrix shows, for papers; None for the whole plan in its own order."""
        from mkplanner.ui.printing.screen import screen_of

        plan = self.bridge.plan
        if hasattr(self.view, "arranger"):
            return screen_of(plan, self.view.arranger.query, self.view.model.found)
        query = Query(self._filter) if self.can_filter else EVERYTHING
        return screen_of(plan, query, answer(plan, query, date.today()))

    def _tell_words(self) -> None:
        if hasattr(self.view, "arranger"):  # else it was the table's own affair, while another view is on show
            self._filter = self.view.model.filter
        self.words_changed.emit(self._filter)
        self.offers_changed.emit()

    def _changed_since(self, mark: str) -> frozenset[str]:
        try:
            return frozenset(line.item for line in self.opened.changed_since(mark) if line.item)
        except PlannerError:
            return frozenset()

    @property
    def _plan_id(self) -> str:
        return self.bridge.plan.info.id

    def notices(self) -> tuple[Notice, ...]:
        """Return what there is to notice about the plan, and what several people wrote without knowing of each other."""
        found = self.opened.notices()
        self.has_conflicts = bool(self.opened.conflicts())
        return (*self.notices_beside, *found) if self.notices_beside else found

    @property
    def marks(self) -> Mapping[str, Collection[str]]:
        """The rows that are marked as changed by others, and which parts of them."""
        return self._marks

    @property
    def marked_rows(self) -> frozenset[str]:
        """The rows that are marked as changed by others."""
        return frozenset(self._marks)

    def mark_rows(self, marks: Mapping[str, Collection[str]]) -> None:
        """Mark rows that others have changed, in every view that can, and tell which parts of them they are."""
        self._marks = marks
        rows = self.marked_rows
        self.marked.emit(marks)
        for view in self._views.values():
            if hasattr(view, "mark_rows"):
                view.mark_rows(rows)

    def close_plan(self) -> SyncReport:
        """Keep everything, let the file go, and hear no more of the plan; the report says whether all is in the file.

        Who does not wait for the shared place loses nothing: what is not in the file by then goes there next time.
        """
        # Fields and cells keep what was typed when they are left; nobody may be left typing into a plan that is shut.
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        try:
            report = wait_for(self, self.tr("Saving the plan"), self.opened.close)
        except Cancelled:
            report = SyncReport(published=False, reason=self.tr("its folder does not answer"))
        self.bridge.close()
        search_all()  # What a large plan kept out of searches for garbage is garbage soon.
        return report

    def _narrow(self) -> None:
        if self.can_filter:
            self.view.set_filter(self._filter)

    def _add(self, name: str) -> None:
        view = _MAKERS[name](self.bridge, self)
        self._views[name] = view
        self.addWidget(view)
        self._places.put_back(name, view)
        if hasattr(view, "arranger"):
            view.model.question.changed_since = self._changed_since
            view.arranger.changed.connect(self._tell_words)
        view.selection_changed.connect(self._tell_selection)
        if hasattr(view, "zoom_changed"):
            view.zoom_changed.connect(lambda _words: self.offers_changed.emit())
        if hasattr(view, "details_wanted"):
            view.details_wanted.connect(self.details_wanted)
        self.mark_rows(self._marks)

    def _tell_selection(self, _items: object) -> None:
        self.selection_changed.emit(self.selected())
        self.offers_changed.emit()

    def _follow(self, _changes: Changes) -> None:
        self.offers_changed.emit()


def _timetable(bridge: SessionBridge, parent: QWidget) -> QWidget:
    from mkplanner.ui.timetable.view import TimetableView

    return TimetableView(bridge, parent)


def _rasic(bridge: SessionBridge, parent: QWidget) -> QWidget:
    from mkplanner.ui.rasic.view import RasicView

    return RasicView(bridge, parent)


def _updates(bridge: SessionBridge, parent: QWidget) -> QWidget:
    from mkplanner.ui.updates.view import UpdatesView

    return UpdatesView(bridge, parent)


def _board(bridge: SessionBridge, parent: QWidget) -> QWidget:
    from mkplanner.charts.reports.base import Context
    from mkplanner.ui.board.view import BoardView

    assert isinstance(parent, PlanDesk)
    return BoardView(bridge, parent, Context(parent.opened.differences))


_MAKERS: dict[str, Callable[[SessionBridge, QWidget], Any]] = {
    "timetable": _timetable,
    "rasic": _rasic,
    "updates": _updates,
    "board": _board,
}
