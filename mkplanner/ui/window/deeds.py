"""What the window itself carries out, by the names of `actiontable.py`; dialogues are loaded when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from mkplanner.ui import messages
from mkplanner.ui.arranging.viewmenus import show_filters
from mkplanner.ui.asking import ask
from mkplanner.ui.importing.bringing import Bringing
from mkplanner.ui.importing.drops import plan_in, readable, text_file_in
from mkplanner.ui.window.owndeeds import open_window, show_help_here, turn_pin
from mkplanner.ui.window.panes import go_to_next

if TYPE_CHECKING:
    from mkplanner.models.store.opening import OpenPlan, SyncReport
    from mkplanner.ui.files.desk import FileDesk
    from mkplanner.ui.merging.sharing import Sharing
    from mkplanner.ui.start.page import StartPage
    from mkplanner.ui.window.mainwindow import MainWindow

Offers = dict[str, Callable[[], object]]


class Deeds(QObject):
    """Carries out the window's own commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._files: FileDesk | None = None
        self.bringing = Bringing(window, self)
        self._sharing: Sharing | None = None

    @property
    def files(self) -> FileDesk:
        """The conversations about files."""
        if self._files is None:
            from mkplanner.ui.files.desk import FileDesk

            self._files = FileDesk(self._window, self._window.settings)
        return self._files

    @property
    def sharing(self) -> Sharing:
        """What is done together with others: merging, history, who else is here."""
        if self._sharing is None:
            from mkplanner.ui.merging.sharing import Sharing

            self._sharing = Sharing(self._window)
        return self._sharing

    def offers(self) -> Offers:
        """Return what can be done now."""
        window = self._window
        offers: Offers = {
            "new": lambda: self._show_new("blank"),
            "new_from_plan": self._new_from_plan,
            "open": self._open,
            "open_example": lambda: self.show(self.files.open_example()),
            "paste_table": self.bringing.paste,
            "choose_text": self._choose_text,
            "quit": window.close,
            "preferences": self._show_preferences,
            "full_screen": window.meeting.turn,
            "new_window": open_window,
            "help_here": lambda: show_help_here(window),
            "guide": lambda: self._show_help("guide"),
            "shortcuts": lambda: self._show_help("shortcuts"),
            "whats_new": lambda: self._show_help("whats_new"),
            "log_folder": self._show_log_folder,
            "about": self._show_about,
        }
        offers.update(self._plan_offers() if window.desk is not None else {"paste": self.bringing.paste})
        return offers

    def _plan_offers(self) -> Offers:
        window, desk, docks = self._window, self._window.desk, self._window.docks
        if desk is None or docks is None:
            return {}
        offers: Offers = {
            "publish": self._publish,
            "save_template": lambda: self.files.ask_template(desk.bridge.plan),
            "email_copy": lambda: self.files.ask_email(desk.opened),
            "pin_plan": lambda: turn_pin(window),
            "save_copy": lambda: self.files.ask_save_copy(desk.opened),
            "export": lambda: self.export(getattr(desk.view, "report", "") if desk.name else ""),
            "export_whole": self._export_whole,
            "close_plan": window.close_plan,
            "show_timetable": lambda: window.show_view("timetable"),
            "show_rasic": lambda: window.show_view("rasic"),
            "show_updates": lambda: window.show_view("updates"),
            "show_board": lambda: window.show_view("board"),
            "show_details": lambda: docks.toggle("details"),
            "show_notices": lambda: docks.toggle("notices"),
            "details": docks.focus_details,
            "add_update": getattr(desk.view, "write_update", docks.write_update) if desk.name else docks.write_update,
            "next_pane": lambda: go_to_next(
                (*desk.focus_panes(), docks.details, docks.notices, window.plan_bar.filter)
            ),
            "properties": self._show_properties,
            "baselines": self._show_baselines,
            **self.sharing.offers(),
        }
        if desk.name and desk.can_filter:
            offers["find"] = window.focus_filter
            offers["filter_by"] = lambda: show_filters(window)
        if desk.bridge.undo_title:
            offers["undo"] = desk.bridge.undo
        if desk.bridge.redo_title:
            offers["redo"] = desk.bridge.redo
        if docks.notice_count:
            offers["next_notice"] = docks.go_to_next_notice
            offers["ways_out"] = docks.show_ways_out
        return offers

    def connect_start_page(self, page: StartPage) -> None:
        """Carry out what is asked on the start page."""
        page.plan_chosen.connect(lambda path: self.open_path(Path(path)))
        page.template_chosen.connect(self._show_new)
        page.pin_asked.connect(self._pin)
        page.forget_asked.connect(self._forget)
        page.asked.connect(lambda name: self.offers()[name]())

    # ---- files

    def show(self, opened: OpenPlan | None, view: str = "") -> None:
        """Show a plan that has just been opened, if it was."""
        if opened is not None:
            self._window.show_plan(opened, view)
        self._window.refresh_recent()

    def open_path(self, path: Path) -> None:
        """Open a plan of the recent list, or one that was dropped; the one that is open already just stays."""
        desk = self._window.desk
        if desk is None or (desk.opened.path != path.resolve() and not self.sharing.merger.meets(path)):
            self.show(self.files.open(path))

    def _open(self) -> None:
        path = self.files.ask_path()
        if path is not None:
            self.open_path(path)

    def _show_new(self, key: str, other: Path | None = None) -> None:
        """Ask for a new plan and show it; the plan that is open now is one of the beginnings offered."""
        desk = self._window.desk
        made = self.files.ask_new(key, desk.bridge.plan if desk is not None else None, other)
        if made is not None:
            self.show(*made)

    def _new_from_plan(self) -> None:
        """Begin with the plan that is open, or with one that is asked for where none is."""
        from mkplanner.ui.start.beginnings import FILE, THIS

        if self._window.desk is not None:
            self._show_new(THIS)
        elif (path := self.files.ask_path()) is not None:
            self._show_new(f"{FILE}{path}", path)

    def _publish(self) -> None:
        if self._window.keeper is not None:
            self._window.keeper.publish(self._tell_published)

    def _tell_published(self, report: SyncReport) -> None:
        words = report.waiting or self.tr("Everything is in the plan file.")
        messages.note(self._window, words)

    def _pin(self, path: str, pinned: bool) -> None:
        from mkplanner.ui.files import recent

        recent.pin(self._window.settings, path, pinned)
        self._window.refresh_recent()

    def _forget(self, path: str) -> None:
        from mkplanner.ui.files import recent

        recent.forget(self._window.settings, path)
        self._window.refresh_recent()

    # ---- bringing in

    def _choose_text(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from mkplanner.ui.importing.drops import TEXT_ENDINGS

        kinds = " ".join(f"*{ending}" for ending in TEXT_ENDINGS)
        words = self.tr("Word, Excel, web pages, text ({0});;All files (*)").replace("{0}", kinds)
        folder = str(self.files.folder)
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a file with a table"), folder, words)
        if chosen:
            self.bringing.read_file(Path(chosen))

    def can_take(self, data: QMimeData) -> bool:
        """Whether the window can do something with what is dragged over it."""
        return plan_in(data) is not None or text_file_in(data) is not None or readable(data)

    def take(self, data: QMimeData) -> None:
        """Open a dropped plan, or bring in a dropped text."""
        plan, text = plan_in(data), text_file_in(data)
        if plan is not None:
            self.open_path(plan)
        elif text is not None:
            self.bringing.read_file(text)
        elif data.hasText():
            self.bringing.read_words(data.text(), self.tr("What you dropped"))

    # ---- dialogues

    def export(self, report: str = "") -> None:
        """Show the export dialogue, with a report chosen or with the one used last."""
        window = self._window
        if window.desk is None:
            return
        from mkplanner.charts.reports.base import Context
        from mkplanner.ui.files.desk import show_in_system
        from mkplanner.ui.printing.dialog import ExportDialog

        bridge, screen = window.desk.bridge, window.desk.shown()
        context = Context(window.desk.opened.differences)
        dialog = ExportDialog(window, bridge, window.settings, self.files.folder, report, screen, context)
        dialog.keeps_choices = not window.desk.opened.read_only
        if ask(dialog) and dialog.saved is not None:
            messages.note(window, self.tr("The paper is kept as {0}").replace("{0}", str(dialog.saved)))
            if window.settings.now.folder_after_export:
                show_in_system(dialog.saved.parent)
            elif window.settings.now.open_after_export:
                show_in_system(dialog.saved)

    def _export_whole(self) -> None:
        from mkplanner.ui.files.wholeplan import export_whole

        window, desk = self._window, self._window.desk
        if desk is not None:
            stem = desk.bridge.plan.info.title or desk.opened.path.stem
            export_whole(window, desk.bridge.plan, stem, self.files.folder, window.settings)

    def _show_baselines(self) -> None:
        from datetime import date

        from mkplanner.ui.timetable.baselinedialog import BaselineDialog

        if self._window.desk is not None:
            ask(BaselineDialog(self._window.desk.bridge, date.today(), self._window))

    def _show_properties(self) -> None:
        if self._window.desk is None:
            return
        from mkplanner.ui.properties import PropertiesDialog

        ask(PropertiesDialog(self._window, self._window.desk.bridge))

    def _show_preferences(self) -> None:
        from mkplanner.ui.preferences import PreferencesDialog

        ask(PreferencesDialog(self._window, self._window.settings))

    def _show_help(self, page: str) -> None:
        from mkplanner.ui.help.window import show_help

        show_help(self._window, page)

    def _show_about(self) -> None:
        from mkplanner.ui.help.about import AboutDialog

        ask(AboutDialog(self._window))

    def _show_log_folder(self) -> None:
        from mkplanner.logs import log_folder
        from mkplanner.ui.files.desk import show_in_system

        show_in_system(log_folder())
