"""The export dialogue: the page is in the middle, what can be chosen at its left, and the file is made in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout
from shiboken6 import isValid

from mkplanner.charts.reports.base import NOTHING_MORE, Context
from mkplanner.charts.reports.registry import REPORTS, build, write
from mkplanner.charts.shapes import Document
from mkplanner.errors import PlannerError
from mkplanner.models.commands.together import Together
from mkplanner.models.wording import count
from mkplanner.settings import SettingsFile
from mkplanner.ui.asking import ask
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.fitting import FittingDialog, fit_soon
from mkplanner.ui.look import theme
from mkplanner.ui.parts import upright_rule
from mkplanner.ui.printing.choices import PRINT, Choices, Chosen
from mkplanner.ui.printing.pagebar import PageBar
from mkplanner.ui.printing.pagelist import PageList
from mkplanner.ui.printing.preview import PagePreview, smallest_type
from mkplanner.ui.printing.savebar import SaveBar
from mkplanner.ui.printing.screen import Screen
from mkplanner.ui.printing.sets import SaveSetDialog, forget_set, keep_set
from mkplanner.ui.tasks import Task, run_task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = QSize(1280, 724)
NARROW, COLUMN = 880, 560
"""Pixels below which the list of pages gives way, and below which choices and page stand below each other."""
PREVIEW = 240
PAUSE = 120
READABLE = 8.0
"""Points; smaller type is not for a board paper."""


class ExportDialog(FittingDialog):
    """Makes a paper of the plan as it stands now; `keeps_choices` is False where the plan cannot be written to."""

    def __init__(
        self,
        parent: QWidget | None,
        bridge: SessionBridge,
        settings: SettingsFile,
        folder: Path,
        report: str = "",
        screen: Screen | None = None,
        context: Context = NOTHING_MORE,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Board paper: PDF, Word, print"))
        self._bridge, self._context = bridge, context
        self._document: Document | None = None
        self._chosen: Chosen | None = None
        self._task: Task | None = None
        self._turn = 0
        self.keeps_choices = True
        self.saved: Path | None = None
        self._choices = Choices(bridge.plan, screen)
        self._preview = PagePreview()
        self._pages = PageList()
        self._bar = PageBar()
        self._save_bar = SaveBar(settings, folder)
        self._make = self._save_bar.make
        self._name = self._save_bar.name
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._choices.choose_report(report or "gantt")
        self._connect()
        self._show_kind(self._choices.ending())
        self.resize(SIZE.boundedTo(self.screen().availableSize() - QSize(0, theme.px(30))))
        self.lay_out_pages()

    # ---- layout

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._bar)
        middle.addWidget(self._preview, 1)
        row = self._row = QHBoxLayout()
        row.setSpacing(0)
        self._rules = upright_rule(), upright_rule()
        row.addWidget(self._choices)
        row.addWidget(self._rules[0])
        row.addLayout(middle, 1)
        row.addWidget(self._rules[1])
        row.addWidget(self._pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._save_bar)
        self.foot = self._save_bar

    def fold(self, room: QSize) -> None:
        """On a narrow screen the bar alone turns pages, and the file is asked for among the choices.

        With large letters there the page stands below the choices.
        """
        if room.width() >= theme.px(NARROW) or self._pages.isHidden():
            return
        self._pages.hide()
        self._bar.shorten()
        self._choices.take_file(self._save_bar.give_file())
        if room.width() < theme.px(COLUMN):
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._choices.widen()
            self._preview.setMinimumHeight(theme.px(PREVIEW))
        for line in self._rules:
            line.setVisible(line is self._rules[0] and room.width() >= theme.px(COLUMN))

    def _connect(self) -> None:
        self._choices.changed.connect(self._pause.start)
        self._choices.made_as.connect(self._show_kind)
        self._choices.look_asked.connect(self._change_look)
        self._choices.sets.forgotten.connect(self._forget_set)
        self._pause.timeout.connect(self.lay_out_pages)
        self._pages.chosen.connect(self._show_page)
        self._preview.zoomed.connect(self._bar.show_zoom)
        self._preview.page_asked.connect(self._turn_page)
        self._bar.page_asked.connect(self._turn_page)
        self._bar.zoom_asked.connect(self._preview.zoom)
        self._bar.whole_asked.connect(self._preview.fit)
        self._save_bar.made.connect(self._save)
        self._save_bar.kept.connect(self._save_set)
        self._save_bar.cancelled.connect(self.reject)

    def done(self, result: int) -> None:
        """Close; pages that are still being laid out come too late."""
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    # ---- the pages

    def lay_out_pages(self) -> None:
        """Lay the pages out in the background; what was asked for before is stopped, and comes too late if it comes."""
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
        turn, chosen = self._turn, self._choices.chosen()
        self._bar.say(self.tr("Laying out…"))
        self._task = run_task(
            self,
            self.tr("Laying out the pages"),
            lambda progress: build(chosen.report, chosen.plan, chosen.options, progress, self._context),
            lambda document: self._take(turn, chosen, document),
            lambda trouble: self._refuse(turn, trouble),
            quiet=True,
        )

    def _take(self, turn: int, chosen: Chosen, document: Document) -> None:
        if turn != self._turn or not isValid(self._pages):  # the dialogue may have closed before the layout ended
            return
        self._document, self._chosen = document, chosen
        self._pages.show_document(document)
        self._propose_name()
        usual = REPORTS[chosen.report].usual(chosen.options)
        paper, turned = chosen.options.paper or usual[0], chosen.options.orientation or usual[1]
        self._bar.say(f"{paper} {turned}, {count(len(document.pages), 'page')}")
        self._make.setEnabled(True)
        smallest = smallest_type(document)
        tagged = self.tr("Tagged for screen readers.")
        if smallest >= READABLE:
            self._choices.say(f"Smallest text {smallest:g} pt. Reads well on {paper}. {tagged}", "ok")
        else:
            self._choices.say(
                f"Smallest text {smallest:g} pt is hard to read. Choose A3, or more parts. {tagged}", "warning"
            )

    def _refuse(self, turn: int, trouble: PlannerError) -> None:
        if turn != self._turn or not isValid(self._pages):
            return
        self._document = None
        self._pages.show_document(None)
        self._preview.show_page(None, str(trouble))
        self._bar.say("")
        self._choices.say(str(trouble), "warning")
        self._make.setEnabled(False)

    def _show_page(self, number: int) -> None:
        if self._document is None or not self._document.pages:
            return
        number = min(number, len(self._document.pages) - 1)
        total = len(self._document.pages)
        words = f"Page {number + 1} of {total}"
        self._preview.show_page(self._document.pages[number], words, self._document.palette)
        self._bar.show_page(number, total)

    def _turn_page(self, steps: int) -> None:
        self._pages.choose(self._pages.currentIndex().row() + steps)

    # ---- what the plan keeps

    def _change_look(self) -> None:
        from mkplanner.ui.printing.look import LookDialog

        if ask(LookDialog(self, self._bridge)):
            self._choices.take_plan(self._bridge.plan)

    def _save_set(self) -> None:
        asking = SaveSetDialog(self, self._bridge.plan, self._choices.sets.name() or self._set_words())
        if ask(asking) and self._bridge.run(keep_set(self._choices.option_set(asking.name()))) is not None:
            self._choices.sets.show_sets(self._bridge.plan, asking.name())

    def _forget_set(self, name: str) -> None:
        if self._bridge.run(forget_set(name)) is not None:
            self._choices.sets.show_sets(self._bridge.plan)

    def _set_words(self) -> str:
        chosen = self._choices.chosen()
        return f"{REPORTS[chosen.report].title}, {chosen.options.paper or ''}".strip(", ")

    # ---- the file

    def _show_kind(self, ending: str) -> None:
        self._save_bar.show_kind(ending)
        self._propose_name()

    def _propose_name(self) -> None:
        title, info = REPORTS[self._choices.panel.report.id].title, self._bridge.plan.info
        self._save_bar.propose(", ".join(part for part in (info.title or self.tr("Plan"), title.lower()) if part))

    def _save(self) -> None:
        if self._choices.ending() == PRINT:
            self._print()
            return
        pages = len(self._document.pages) if self._document else 1
        target, chosen = self._save_bar.target(pages), self._choices.chosen()
        if target is None:
            return
        self._keep_choices()
        self._make.setEnabled(False)
        task = run_task(
            self,
            self.tr("Making the file"),
            lambda progress: write(chosen.report, chosen.plan, chosen.options, target, progress, self._context),
            lambda paths: self._finish(paths[0]),
        )
        task.ended.connect(self._offer_again)

    def _offer_again(self) -> None:
        self._make.setEnabled(True)

    def _print(self) -> None:
        """Ask which printer, and hand it the pages that are on show."""
        from PySide6.QtPrintSupport import QPrintDialog

        from mkplanner.ui.printing.printer import PrintJob, asked_pages, new_printer

        document = self._document
        if document is None or not document.pages:
            return
        printer = new_printer(document)
        asking = QPrintDialog(printer, self)
        asking.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        fit_soon()
        if ask(asking):
            self._keep_choices()
            PrintJob(self, printer, document, asked_pages(printer, document), self.accept).start()

    def _keep_choices(self) -> None:
        """What was chosen and written here stays with the plan, as one step of its own."""
        commands = self._choices.commands() if self.keeps_choices else []
        if commands:
            title = commands[0].title if len(commands) == 1 else self.tr("Keep the choices for the paper")
            self._bridge.run(Together(title, tuple(commands)))

    def _finish(self, path: Path) -> None:
        self.saved = path
        self._save_bar.remember(path)
        self.accept()
