"""The board's paper as it would be today, beside the other views: what one edits there is on the page here at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from mkplanner.charts.reports.base import NOTHING_MORE, Context
from mkplanner.charts.reports.chosen import from_record, last_record
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.charts.shapes import Document
from mkplanner.errors import PlannerError
from mkplanner.models.changes import Changes
from mkplanner.models.plan import Plan
from mkplanner.models.wording import count
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, upright_rule
from mkplanner.ui.printing.pagebar import PageBar
from mkplanner.ui.printing.pagelist import PageList
from mkplanner.ui.printing.preview import PagePreview
from mkplanner.ui.tasks import Task, run_task

PAUSE = 250
"""Milliseconds after the last change before the pages are laid out afresh."""


class BoardView(QWidget):
    """One of the window's views: pages of any report with the choices it was last made with. `report` is its name,
    `zoom_changed` brings the number of pages in words.

    The pages are those of the whole plan; a row that is chosen elsewhere stays chosen. They are laid out in the background,
    and only while they can be seen.
    """

    selection_changed = Signal(object)
    zoom_changed = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None, context: Context = NOTHING_MORE) -> None:
        super().__init__(parent)
        self.setObjectName("board_view")
        self._bridge, self._context = bridge, context
        self._chosen: tuple[str, ...] = ()
        self._document: Document | None = None
        self._laid_out: tuple[Plan, str] | None = None
        self._task: Task | None = None
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.lay_out_pages)
        self.reports = QComboBox()
        self.preview, self.pages, self.bar = PagePreview(), PageList(), PageBar()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.reports.setObjectName("board_report")
        self.reports.setAccessibleName(self.tr("Paper"))
        for report in REPORTS.values():
            self.reports.addItem(report.title, report.id)
        self.reports.setCurrentIndex(self.reports.findData("board"))
        caption = label(self.tr("Paper"), "muted")
        caption.setBuddy(self.reports)
        self.bar.put_first(caption, self.reports)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.preview, 1)
        middle.addWidget(upright_rule())
        middle.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(middle, 1)
        self.setFocusProxy(self.preview)
        self.preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview.fit_width()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._heard)
        self.reports.currentIndexChanged.connect(lambda _place: self.lay_out_pages())
        self.pages.chosen.connect(self._show_page)
        self.preview.zoomed.connect(self.bar.show_zoom)
        self.preview.page_asked.connect(self.turn_page)
        self.bar.page_asked.connect(self.turn_page)
        self.bar.zoom_asked.connect(self.preview.zoom)
        self.bar.whole_asked.connect(self.preview.fit)
        if (news := theme.news()) is not None:
            news.changed.connect(self.preview.viewport().update)

    @property
    def report(self) -> str:
        """The name of the report on show."""
        return str(self.reports.currentData())

    # What the window asks

    def select(self, item_id: str | None) -> None:
        """Keep a row chosen for the other views."""
        self._chosen = () if item_id is None else (item_id,)
        self.selection_changed.emit(self._chosen)

    def selected(self) -> tuple[str, ...]:
        """Return the row that is chosen."""
        return self._chosen

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return every order of this view by its name."""
        return {
            "zoom_in": lambda: self.preview.zoom(1),
            "zoom_out": lambda: self.preview.zoom(-1),
            "whole_plan": self.preview.fit,
        }

    def status_text(self) -> str:
        """Return how many pages there are, for the status bar."""
        return count(len(self._document.pages), "page") if self._document is not None else self.tr("Laying out…")

    def focus_panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round."""
        return (self.preview, self.pages, self.bar)

    # The pages

    def lay_out_pages(self) -> None:
        """Lay the pages out in the background, unless they are those of this very plan already."""
        plan, report = self._bridge.plan, self.report
        if self._laid_out is not None and self._laid_out[0] is plan and self._laid_out[1] == report:
            return
        self._stop()
        turn, self._laid_out = self._turn, (plan, report)
        options = from_record(REPORTS[report], last_record(plan, report), date.today())
        self.bar.say(self.tr("Laying out…"))
        self._task = run_task(
            self,
            self.tr("Laying out the pages"),
            lambda progress: build(report, plan, options, progress, self._context),
            lambda document: self._take(turn, document),
            lambda trouble: self._refuse(turn, trouble),
            quiet=True,
        )

    def _stop(self) -> None:
        self._turn += 1
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, turn: int, document: Document) -> None:
        if turn != self._turn or not isValid(self):
            return
        self._task, self._document = None, document
        self.pages.show_document(document)
        self.bar.say(count(len(document.pages), "page"))
        self.zoom_changed.emit(self.status_text())

    def _refuse(self, turn: int, trouble: PlannerError) -> None:
        if turn != self._turn or not isValid(self):
            return
        self._task = self._document = None
        self.pages.show_document(None)
        self.preview.show_page(None, str(trouble))
        self.bar.say("")

    def _show_page(self, number: int) -> None:
        if self._document is None or not self._document.pages:
            return
        total = len(self._document.pages)
        number = min(number, total - 1)
        words = f"Page {number + 1} of {total}"
        self.preview.show_page(self._document.pages[number], words, self._document.palette)
        self.bar.show_page(number, total)

    def turn_page(self, steps: int) -> None:
        """Go some pages on or back."""
        self.pages.choose(self.pages.currentIndex().row() + steps)

    # News

    def _heard(self, _changes: Changes) -> None:
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay_out_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._task is not None:
            self._stop()
            self._laid_out = None
