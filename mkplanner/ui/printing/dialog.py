"""The export dialogue: the page is in the middle, what can be chosen at its left, and the PDF is made in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from mkplanner.charts.reports.registry import REPORTS, build, write_pdf
from mkplanner.charts.shapes import Document
from mkplanner.errors import PlannerError
from mkplanner.models.wording import count
from mkplanner.settings import SettingsFile
from mkplanner.ui import messages, theme
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.parts import primary, upright_rule
from mkplanner.ui.printing.choices import Choices, Chosen
from mkplanner.ui.printing.pagebar import PageBar
from mkplanner.ui.printing.pagelist import PageList
from mkplanner.ui.printing.preview import PagePreview, smallest_type
from mkplanner.ui.start.newplan import free_path
from mkplanner.ui.tasks import run_task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = QSize(1280, 700)
PAUSE = 120
READABLE = 8.0
"""Points; smaller type is not for a board paper."""
PDF = ".pdf"


class ExportDialog(QDialog):
    """Makes a PDF of the plan as it stands now."""

    def __init__(
        self,
        parent: QWidget | None,
        bridge: SessionBridge,
        settings: SettingsFile,
        folder: Path,
        report: str = "",
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Board paper: PDF"))
        self._bridge, self._settings, self._folder = bridge, settings, folder
        self._document: Document | None = None
        self._chosen: Chosen | None = None
        self._turn = 0
        self.saved: Path | None = None
        self._choices = Choices(bridge.plan, words)
        self._preview = PagePreview()
        self._pages = PageList()
        self._bar = PageBar()
        self._name = QLineEdit()
        self._name.setObjectName("file_name")
        self._open = QCheckBox(self.tr("&Open when done"))
        self._open.setChecked(settings.now.open_after_export)
        self._make = primary(QPushButton(self.tr("Make PDF")))
        self._make.setObjectName("make_pdf")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self._choices.choose_report(report or "gantt")
        self._propose_name()
        self.resize(SIZE.boundedTo(self.screen().availableSize() - QSize(0, theme.px(30))))
        self.lay_out_pages()

    # ---- layout

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._bar)
        middle.addWidget(self._preview, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._choices)
        row.addWidget(upright_rule())
        row.addLayout(middle, 1)
        row.addWidget(upright_rule())
        row.addWidget(self._pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        caption = QLabel(self.tr("&Save as"))
        caption.setProperty("role", "muted")
        caption.setBuddy(self._name)
        choose = QPushButton(self.tr("&Folder…"))
        choose.clicked.connect(self._choose_folder)
        cancel = QPushButton(self.tr("Cancel"))
        for button in (choose, cancel):
            button.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        row.setSpacing(theme.px(10))
        row.addWidget(caption)
        row.addWidget(self._name, 2)
        row.addWidget(choose)
        row.addWidget(self._open)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._make)
        return foot

    def _connect(self) -> None:
        self._choices.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.lay_out_pages)
        self._pages.chosen.connect(self._show_page)
        self._preview.zoomed.connect(self._bar.show_zoom)
        self._preview.page_asked.connect(self._turn_page)
        self._bar.page_asked.connect(self._turn_page)
        self._bar.zoom_asked.connect(self._preview.zoom)
        self._bar.whole_asked.connect(self._preview.fit)
        self._make.clicked.connect(self._save)

    # ---- the pages

    def lay_out_pages(self) -> None:
        """Lay the pages out in the background; what was asked for meanwhile makes an older outcome void."""
        self._turn += 1
        turn, chosen = self._turn, self._choices.chosen()
        self._bar.say(self.tr("Laying out…"))
        run_task(
            self,
            self.tr("Laying out the pages"),
            lambda progress: build(chosen.report, chosen.plan, chosen.options, progress),
            lambda document: self._take(turn, chosen, document),
            lambda trouble: self._refuse(turn, trouble),
            quiet=True,
        )

    def _take(self, turn: int, chosen: Chosen, document: Document) -> None:
        if turn != self._turn:
            return
        self._document, self._chosen = document, chosen
        self._pages.show_document(document)
        self._propose_name()
        paper = f"{chosen.options.paper} {chosen.options.orientation}"
        self._bar.say(f"{paper}, {count(len(document.pages), 'page')}")
        self._make.setEnabled(True)
        smallest = smallest_type(document)
        tagged = self.tr("Tagged for screen readers.")
        if smallest >= READABLE:
            self._choices.say(f"Smallest text {smallest:g} pt. Reads well on {chosen.options.paper}. {tagged}", "ok")
        else:
            self._choices.say(
                f"Smallest text {smallest:g} pt is hard to read. Choose A3, or more parts. {tagged}", "warning"
            )

    def _refuse(self, turn: int, trouble: PlannerError) -> None:
        if turn != self._turn:
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
        self._preview.show_page(self._document.pages[number], f"Page {number + 1} of {total}")
        self._bar.show_page(number, total)

    def _turn_page(self, steps: int) -> None:
        self._pages.choose(self._pages.currentIndex().row() + steps)

    # ---- the file

    def _propose_name(self) -> None:
        """Propose a name that no file has yet, as long as the user has not written one."""
        if self._name.isModified():
            return
        chosen = self._chosen
        title = REPORTS[chosen.report].title if chosen is not None else ""
        info = self._bridge.plan.info
        stem = ", ".join(part for part in (info.title or self.tr("Plan"), title.lower()) if part)
        self._name.setText(free_path(self._folder, stem, PDF).name)
        self._name.setCursorPosition(0)

    def _choose_folder(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the PDF as"), str(self._folder / self._name.text()), f"PDF (*{PDF})"
        )
        if chosen:
            path = Path(chosen)
            self._folder = path.parent
            self._name.setText(path.name)
            self._name.setModified(True)
            self._name.setToolTip(str(path.parent))

    def _target(self) -> Path | None:
        """Where the PDF goes; a file that is there already is only replaced when the user says so."""
        name = self._name.text().strip() or f"Plan{PDF}"
        path = self._folder / (name if name.lower().endswith(PDF) else f"{name}{PDF}")
        if not path.exists():
            return path
        answer = messages.choose(
            self,
            self.tr("There is already a file “{0}”.").replace("{0}", path.name),
            self.tr("Keeping both gives the new one a number."),
            self.tr("Keep both"),
            self.tr("Replace it"),
        )
        if answer is None:
            return None
        return path if answer == 1 else free_path(self._folder, path.stem, PDF)

    def _save(self) -> None:
        target, chosen = self._target(), self._choices.chosen()
        if target is None:
            return
        self._keep_changes()
        self._make.setEnabled(False)
        task = run_task(
            self,
            self.tr("Making the PDF"),
            lambda progress: write_pdf(chosen.report, chosen.plan, chosen.options, target, progress),
            lambda _nothing: self._finish(target),
        )
        task.ended.connect(lambda: self._make.setEnabled(True))

    def _keep_changes(self) -> None:
        """What was written here about the plan stays with the plan, as one step of its own."""
        changes = self._choices.changes()
        if changes:
            from mkplanner.models.commands.settings import SetPlanInfo

            self._bridge.run(SetPlanInfo(tuple(changes.items())))

    def _finish(self, path: Path) -> None:
        self.saved = path
        self._settings.change(open_after_export=self._open.isChecked(), last_folder=str(path.parent))
        self.accept()
