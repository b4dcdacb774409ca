"""New, open, save a copy, the worked example: the conversations about files, and their troubles in a sentence."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from mkplanner.errors import DamagedPlanError, NotAPlanError, PlannerError
from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import OpenPlan, clean_copy, create_plan, open_plan
from mkplanner.paths import subfolder
from mkplanner.progress import Cancelled
from mkplanner.settings import SettingsFile
from mkplanner.ui import messages
from mkplanner.ui.asking import ask
from mkplanner.ui.files import recent
from mkplanner.ui.files.names import ENDING, free_path
from mkplanner.ui.waiting import wait_for

if TYPE_CHECKING:
    from mkplanner.ui.files.newplans import NewPlans

log = logging.getLogger(__name__)

EXAMPLE_TITLE = "Saltway Partnership (worked example)"


class FileDesk(QObject):
    """Opens and makes plans for one window; every method returns None where the user thought better of it or it failed."""

    def __init__(self, window: QWidget, settings: SettingsFile) -> None:
        super().__init__(window)
        self.window = window
        self._settings = settings

    @property
    def folder(self) -> Path:
        """Where dialogues begin: the folder used last, or the documents."""
        last = Path(self._settings.now.last_folder) if self._settings.now.last_folder else None
        return last if last is not None and last.is_dir() else documents()

    def open(self, path: Path) -> OpenPlan | None:
        """Open a plan and remember it; of a damaged one a backup or a rescue is offered.

        A shared place may take as long as it likes: the window stays alive, and the wait can be given up.
        """
        try:
            return self._remember(self._wait_for(path))
        except Cancelled:
            messages.note(self.window, self.tr("Stopped. Nothing was changed."))
            return None
        except (DamagedPlanError, NotAPlanError) as trouble:
            from mkplanner.ui.files.recovering import offer_instead

            log.warning("opening: %s %s", trouble, trouble.detail)
            instead = offer_instead(self.window, path, trouble)
            if instead is None:
                return None
        except PlannerError as trouble:
            self.tell(trouble)
            return None
        return self.attempt(lambda: open_plan(instead, author=self.author))

    def _wait_for(self, path: Path) -> OpenPlan:
        author = self.author
        title = self.tr("Opening {0}").replace("{0}", path.name)
        return wait_for(self.window, title, lambda: open_plan(path, author=author), given_up=OpenPlan.close)

    def ask_path(self) -> Path | None:
        """Ask which plan to open."""
        words = self.tr("Plans ({0});;All files (*)").replace("{0}", f"*{ENDING}")
        chosen, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a plan"), str(self.folder), words)
        return Path(chosen) if chosen else None

    def ask_new(self, key: str, this: Plan | None = None, other: Path | None = None) -> tuple[OpenPlan, str] | None:
        """Ask what a new plan begins with and is called, make it, and return it with the view that goes with it.

        `key` is chosen at first; `this` is the plan that is open, `other` a plan's file to begin with.
        """
        return self._new_plans.ask(key, this, other)

    def ask_template(self, plan: Plan) -> None:
        """Ask for a name and keep the plan as a template under it."""
        self._new_plans.ask_template(plan)

    @cached_property
    def _new_plans(self) -> NewPlans:
        from mkplanner.ui.files.newplans import NewPlans

        return NewPlans(self)

    def open_example(self) -> OpenPlan | None:
        """Open this user's own copy of the worked example, made afresh where there is none."""
        path = documents() / f"{EXAMPLE_TITLE}{ENDING}"
        return self.open(path) if path.is_file() else self.attempt(lambda: write_example(path, self.author))

    def create(self, path: Path, title: str, start: date | None, end: date | None) -> OpenPlan | None:
        """Make a plan without asking, as for a table that is brought in."""
        from mkplanner.models.ids import new_id
        from mkplanner.models.plan import PlanInfo

        info = PlanInfo(new_id(), title, start=start, end=end)
        return self.attempt(lambda: create_plan(path, info, author=self.author))

    def ask_save_copy(self, opened: OpenPlan) -> None:
        """Ask for a name and keep a copy of the plan there; the plan that is open stays open."""
        proposed = free_path(self.folder, f"{opened.plan.info.title or opened.path.stem} copy")
        words = self.tr("Plans ({0})").replace("{0}", f"*{ENDING}")
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save a copy as"), str(proposed), words)
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}{ENDING}")
        try:
            save_copy(opened, path)
        except PlannerError as trouble:
            messages.error(self.window, trouble)
            return
        self._settings.change(last_folder=str(path.parent))
        messages.note(self.window, self.tr("A copy is kept as {0}").replace("{0}", path.name))

    def ask_email(self, opened: OpenPlan) -> None:
        """Write a copy and open the mail program for it; the plan that is open stays open."""
        from mkplanner.ui.files.emailing import EmailDialog, offer_mail

        title = opened.plan.info.title or opened.path.stem
        path = free_path(documents(), f"{title} copy {date.today():%Y-%m-%d}")
        dialog = EmailDialog(self.window, path)
        if not ask(dialog):
            return
        try:
            if dialog.without_history:
                clean_copy(opened.plan, path)
            else:
                save_copy(opened, path)
        except PlannerError as trouble:
            messages.error(self.window, trouble)
            return
        is_attached = offer_mail(path, title)
        kept = (
            self.tr("{0} is in the message.") if is_attached else self.tr("The copy is {0}; put it into the message.")
        )
        messages.note(self.window, kept.replace("{0}", path.name if is_attached else str(path)))

    def ask_clean_copy(self, opened: OpenPlan) -> None:
        """Ask for a name and write the plan without its history there; the plan that is open stays open."""
        proposed = free_path(self.folder, f"{opened.plan.info.title or opened.path.stem} clean copy")
        words = self.tr("Plans ({0})").replace("{0}", f"*{ENDING}")
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Share a clean copy"), str(proposed), words)
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}{ENDING}")
        try:
            clean_copy(opened.plan, path)
        except PlannerError as trouble:
            messages.error(self.window, trouble)
            return
        self._settings.change(last_folder=str(path.parent))
        kept = self.tr("{0} holds the plan without its history; it cannot be merged with this one again.")
        messages.note(self.window, kept.replace("{0}", path.name))

    @property
    def author(self) -> str | None:
        """Who signs what is made here, where somebody has said so."""
        return self._settings.now.author or None

    def attempt(self, deed: Callable[[], OpenPlan]) -> OpenPlan | None:
        """Open or make a plan and remember it; where that fails, say why."""
        try:
            return self._remember(deed())
        except PlannerError as trouble:
            self.tell(trouble)
            return None

    def tell(self, trouble: PlannerError) -> None:
        """Say why something could not be done."""
        log.warning("opening: %s %s", trouble, trouble.detail)
        messages.error(self.window, trouble)

    def _remember(self, opened: OpenPlan) -> OpenPlan:
        recent.remember(self._settings, opened.path, opened.plan.info.title or opened.path.stem, datetime.now())
        if opened.path.parent != documents():
            self._settings.change(last_folder=str(opened.path.parent))
        return opened


def documents() -> Path:
    """Return the folder in which new plans are proposed: the user's documents, or with a profile of its own that profile's."""
    if os.environ.get("MKPLANNER_PROFILE"):
        return subfolder("plans")
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def write_example(path: Path, author: str | None = None) -> OpenPlan:
    """Make the worked example as a plan of its own at `path`. Raises `PlannerError` where it cannot be written."""
    from mkplanner.models.beginnings.example import example_commands
    from mkplanner.models.commands.together import Together
    from mkplanner.models.ids import new_id
    from mkplanner.models.plan import PlanInfo

    info = PlanInfo(new_id())
    opened = create_plan(path, info, author=author)
    opened.session.run(Together("Write the worked example", example_commands(info)))
    opened.close()
    return open_plan(path, author=author)  # so that Undo does not begin by taking the example away


def save_copy(opened: OpenPlan, path: Path) -> None:
    """Write the plan, with all its history and what waits on this computer, to another file.

    Raises `PlannerError`; a file there is replaced whole or not.
    """
    opened.sync()
    if path.resolve() == opened.path:
        raise PlannerError("That is the plan itself.", "Choose another name for the copy.")
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(opened.whole_file())
        beside.replace(path)
    except OSError as trouble:
        beside.unlink(missing_ok=True)
        raise PlannerError(
            f"“{path.name}” cannot be written to {path.parent}.",
            "Choose another folder; nothing was changed.",
            str(trouble),
        ) from trouble


def show_in_system(path: Path) -> None:
    """Open a file or a folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
