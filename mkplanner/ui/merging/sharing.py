"""What a window does together with others who have the same plan: merging, conflicts, history, who else is here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mkplanner.models.notice import Notice
from mkplanner.models.store.opening import MergeReport, Presence, author_name
from mkplanner.ui import messages
from mkplanner.ui.files.standing import Standing
from mkplanner.ui.merging.beside import COPY_BESIDE, CopiesBeside, notice_of
from mkplanner.ui.merging.company import Company, company_details, company_names, company_words
from mkplanner.ui.merging.merger import Merger
from mkplanner.ui.merging.news import News
from mkplanner.ui.tasks import Task, run_task

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow
    from mkplanner.ui.window.plandesk import PlanDesk

LOOK_EVERY = 60_000
"""Milliseconds between two looks for copies beside the plan."""


class Sharing(QObject):
    """Works for the plan that its window has open; `begin` and `end` say when that is another one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.merger = Merger(window)
        self.merger.merged.connect(self._follow_merge)
        self.news: News | None = None
        self.company: Company | None = None
        self._standing: Standing | None = None
        self._beside: CopiesBeside | None = None
        self._found: tuple[Path, ...] = ()
        self._task: Task | None = None
        self._is_wanted = False
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look_beside)

    def offers(self) -> dict[str, Callable[[], object]]:
        """Return what can be done now with the open plan."""
        from mkplanner.ui.lookback import deeds

        window, desk = self._window, self._window.desk
        if desk is None:
            return {}
        offers: dict[str, Callable[[], object]] = {
            "merge_copy": self.merger.ask,
            "clean_copy": lambda: window.deeds.files.ask_clean_copy(desk.opened),
            "history": lambda: deeds.show_history(window, desk),
            "set_mark": lambda: deeds.set_mark(window, desk),
            "versions": lambda: deeds.show_versions(window, desk),
        }
        if desk.selected():
            offers["row_history"] = lambda: deeds.show_history(window, desk, desk.selected()[0])
        if desk.has_conflicts:
            offers["review_conflicts"] = self.merger.review_conflicts
        return offers

    # ---- one open plan

    def begin(self) -> None:
        """Follow the plan that the window has just opened."""
        window = self._window
        desk, keeper, docks = window.desk, window.keeper, window.docks
        if desk is None or keeper is None or docks is None:
            return
        own = author_name(window.settings.now.author or None)
        self.news = News(desk, own, window)
        keeper.heard.connect(self.news.hear)
        keeper.heard.connect(lambda _before, _after: self._look_again())
        docks.notices.entered.connect(self._enter)
        self._standing = Standing(window, desk.opened, lambda: window.deeds.files.ask_save_copy(desk.opened))
        keeper.obstacle_found.connect(self._standing.hear)
        self.company = Company(Presence(desk.opened.path, own), window)
        self.company.changed.connect(self._tell_company)
        self.company.start()
        self._beside = CopiesBeside(desk.opened)
        self._looking.start()
        self.look_beside()

    def end(self) -> None:
        """Follow it no longer, and say that this window has gone."""
        self._looking.stop()
        if self.company is not None:
            self.company.stop()
        if self._standing is not None:
            self._standing.end()
        for part in (self.news, self.company):
            if part is not None:
                part.deleteLater()
        self.news = self.company = self._beside = self._standing = None
        self._found = ()
        self._window.status.say(company="")

    def window_title(self, plan: str) -> str:
        """Return the title of the window, with who else has the plan open."""
        others = company_names(self.company.others) if self.company is not None else ""
        if others:
            return f"{plan} ({self.tr('also open: {0}').replace('{0}', others)}) — MK Planner"
        return f"{plan} — MK Planner"

    def _tell_company(self) -> None:
        others = self.company.others if self.company is not None else ()
        self._window.status.say(company=company_words(others))
        self._window.status.explain("company", company_details(others))
        self._window.refresh_words()

    # ---- copies beside the plan

    def look_beside(self) -> None:
        """Look for copies with news beside the plan, in the background, and list them among the notices."""
        beside, desk = self._beside, self._window.desk
        if beside is None or desk is None:
            return
        if self._task is not None:
            self._is_wanted = True  # A slow place is asked again when it has answered, never twice at once.
            return
        self._task = run_task(
            self._window, "", lambda _progress: beside.look(), lambda found: self._list_copies(desk, found), quiet=True
        )
        self._task.ended.connect(self._rest)

    def _rest(self) -> None:
        self._task = None
        if self._is_wanted:
            self._is_wanted = False
            self.look_beside()

    def _look_again(self) -> None:
        """After news: who wrote it is here, perhaps; and copies that were found may have been merged by them."""
        if self.company is not None:
            self.company.look()
        if self._beside is not None and self._found:
            self._beside.forget()
            self.look_beside()

    def _list_copies(self, desk: PlanDesk, found: tuple[Path, ...]) -> None:
        docks = self._window.docks
        if self._window.desk is not desk or docks is None or found == self._found:
            return
        is_new = bool(set(found) - set(self._found))
        self._found = found
        desk.notices_beside = tuple(notice_of(path) for path in found)
        docks.look()
        if is_new:
            words = self.tr("A copy with other changes lies beside this plan; see Notices.")
            messages.note(self._window, words)

    def _enter(self, notice: Notice) -> None:
        """Do what a notice offers: merge a copy, review a conflict."""
        desk = self._window.desk
        if notice.id == COPY_BESIDE:
            path = next((each for each in self._found if notice_of(each) == notice), None)
            if path is not None:
                self.merger.merge(path)
        elif notice.id == "conflict" and desk is not None:
            conflict = next((each.id for each in desk.opened.conflicts() if each.notice() == notice), "")
            self.merger.review_conflicts(conflict)

    def _follow_merge(self, report: MergeReport) -> None:
        if self.news is not None and self._window.desk is not None:
            items = self._window.desk.bridge.plan.items
            self.news.mark({line.item: () for line in report.lines if line.item is not None and line.item in items})
        self._look_again()
