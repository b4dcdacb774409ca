"""Shows what was understood of a pasted or saved text, beside the text itself, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.wording import count
from mkplanner.records import frozen
from mkplanner.ui.files.names import free_path
from mkplanner.ui.files.recent import place_words
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.importing.draftrows import DraftRows, kind_words
from mkplanner.ui.importing.drafttable import DraftTable
from mkplanner.ui.importing.lettinggo import let_go
from mkplanner.ui.importing.sourceview import SourceView
from mkplanner.ui.importing.target import NEW, Target
from mkplanner.ui.look import theme
from mkplanner.ui.notices.dock import NoticesPanel
from mkplanner.ui.parts import label, primary
from mkplanner.ui.tasks import Task, run_task

SIZE = QSize(1240, 680)
NARROW, LEAST = 1_000, 560
"""On a screen of fewer pixels words wrap, and only the title names what is brought in, so that nothing is off the screen."""


@frozen
class Answer:
    """What is to be brought in; `path` is where the new plan goes, None for the plan that is open."""

    draft: Draft
    title: str
    path: Path | None


class PreviewDialog(FittingDialog):
    """Source at the left, rows at the right, doubts below; the button is live at once where there is anything to bring in.

    `draft` is what was understood already with the plan's years; other years are read beside the window.
    """

    def __init__(
        self,
        parent: QWidget | None,
        words: str,
        source: str,
        plan: Plan | None,
        folder: Path,
        read: Callable[[date | None, date | None], Draft] | None = None,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setWindowTitle(self.tr("Bring in a table: {}").format(source))
        self._words, self._plan, self._folder = words, plan, folder
        self._read_again = read or (lambda start, end: read_text(words, start=start, end=end))
        self._draft = Draft()
        self._task: Task | None = None
        self._rows = DraftRows(self)
        self._source = SourceView(words)
        self._table = DraftTable(self._rows)
        self._doubts = NoticesPanel()
        self._is_narrow = self.whole_room().width() < theme.px(NARROW)
        self._summary = label("", "strong", wrap=self._is_narrow)
        self._doubt_words = label("", "strong", wrap=self._is_narrow)
        self._place = label("", "muted", wrap=self._is_narrow)
        self._target = Target(source, has_plan=plan is not None, is_narrow=self._is_narrow)
        self._title, self._years, self._into = self._target.title, self._target.years, self._target.into
        self._bring = primary(QPushButton())
        self._bring.setObjectName("bring_in")
        self._lay_out()
        self._connect()
        self._take(draft if draft is not None else self._read_again(*self._plan_years()))
        self._propose_title(source)
        if not self._is_narrow:
            self._middle.setSizes([600, theme.px(24 + 30 * min(max(len(self._draft.notices), 2), 5))])
        room = self.screen().availableSize() - QSize(0, theme.px(30))
        self.resize(SIZE.boundedTo(room))

    def answer(self) -> Answer:
        """Return what was agreed."""
        title = " ".join(self._title.text().split())
        path = free_path(self._folder, title) if self._into.currentData() == NEW else None
        return Answer(replace(self._draft, title=title), title, path)

    # ---- layout

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self._target)
        self._middle = self._parts()
        self._middle.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        layout.addWidget(self._middle, 1)
        self.foot = self._foot()
        layout.addWidget(self.foot)

    def _parts(self) -> QSplitter:
        """Text and rows side by side with what is to be checked below; where room is scarce that stands below the text only."""
        text = _titled(label(self.tr("Your text"), "strong"), self._source)
        rows = _titled(self._summary, self._table)
        self._doubt_box = _titled(self._doubt_words, self._doubts)
        if self._is_narrow:
            return _split(
                Qt.Orientation.Horizontal, _split(Qt.Orientation.Vertical, text, self._doubt_box), rows, (28, 72)
            )
        return _split(Qt.Orientation.Vertical, _split(Qt.Orientation.Horizontal, text, rows, (35, 65)), self._doubt_box)

    def fold(self, room: QSize) -> None:
        """Break the line of fields where large letters need it; the foot has room for where the plan goes, and the buttons."""
        self._target.fold(room.width())
        self._kept.setVisible(room.width() >= theme.px(LEAST))

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(10))
        kept = self.tr("Every word is kept. One undo takes it all out again.")
        self._kept = label(kept, "muted", wrap=self._is_narrow)
        row.addWidget(self._kept, int(self._is_narrow))
        row.addWidget(self._place, 2 * self._is_narrow)
        if not self._is_narrow:
            row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self._bring)
        return foot

    def _connect(self) -> None:
        self._bring.clicked.connect(self.accept)
        self._years.changed.connect(self._read_other_years)
        self._into.currentIndexChanged.connect(lambda _index: self._follow())
        self._title.textChanged.connect(lambda _text: self._follow())
        self._table.selectionModel().currentRowChanged.connect(self._show_source)
        self._source.pointed.connect(self._show_row)
        self._doubts.pointed.connect(self._show_doubt)

    # ---- what was understood

    def _read_other_years(self) -> None:
        """Read the words again with the years that are set; nothing is brought in meanwhile."""
        if self._task is not None:
            self._task.cancel()
        start, end = self._years.days() if self._years.is_set else self._plan_years()
        self._bring.setEnabled(False)
        title = self.tr("Reading the dates again")
        task = run_task(
            self, title, let_go(lambda: self._read_again(start, end)), lambda draft: self._take(draft, task)
        )
        task.ended.connect(lambda: self._end_reading(task))
        self._task = task

    def _end_reading(self, task: Task) -> None:
        """After the last reading, and also where it was stopped, show the years that the rows were read with."""
        if task is self._task and isValid(self):
            self._task = None
            if self._draft.start and self._draft.end:
                self._years.show_days(self._draft.start, self._draft.end)
            self._follow()

    def done(self, result: int) -> None:
        """Close; what is still being read comes too late."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        super().done(result)

    def _take(self, draft: Draft, task: Task | None = None) -> None:
        """Show what was understood, unless other years are being read meanwhile."""
        if task is not self._task or not isValid(self):
            return
        self._draft = draft
        if not self._years.is_set and self._draft.start and self._draft.end:
            self._years.show_days(self._draft.start, self._draft.end)
        self._rows.show_draft(self._draft)
        self._table.fit()
        self._doubts.show_notices(self._draft.notices)
        self._source.mark_doubtful(notice.line for notice in self._draft.notices if notice.line)
        self._follow()

    def _plan_years(self) -> tuple[date | None, date | None]:
        info = self._plan.info if self._plan is not None else None
        return (info.start, info.end) if info is not None else (None, None)

    def _propose_title(self, source: str) -> None:
        self._title.setText(self._draft.title or Path(source).stem)
        self._title.setCursorPosition(0)

    def _follow(self) -> None:
        """Say afresh what the button would do."""
        draft, is_new = self._draft, self._into.currentData() == NEW
        dated = self._rows.dated_count()
        understood = kind_words(draft.items)
        self._summary.setText(
            f"Your plan: {understood}; {dated:,} with dates" if understood else self.tr("No rows found")
        )
        self._bring.setText(_deed(draft))
        self._bring.setEnabled(bool(draft.items) and (not is_new or bool(self._title.text().strip())))
        doubts = len(draft.notices)
        hint = self.tr("The first reading is used; you can settle each later, in Notices.")
        self._doubt_words.setText(f"{count(doubts, 'place')} to check.  {hint}" if doubts else "")
        self._doubt_box.setVisible(bool(doubts))
        self._title.setEnabled(is_new)
        path = free_path(self._folder, self._title.text())
        self._place.setText(f"Kept as {place_words(path.parent)} › {path.name}" if is_new and draft.items else "")

    def _show_source(self, index: QModelIndex) -> None:
        if index.isValid():
            self._source.show_line(self._rows.line_of(index.row()))

    def _show_row(self, line: int) -> None:
        row = self._rows.row_at(line)
        if row is not None:
            self._table.show_row(row)

    def _show_doubt(self, notice: object) -> None:
        line = getattr(notice, "line", None)
        if line:
            self._show_row(line)
            self._source.show_line(line)


def _deed(draft: Draft) -> str:
    """What the button does, in numbers: "Bring in 11 actions"."""
    actions = sum(item.kind is ItemKind.ACTION for item in draft.items)
    if not draft.items:
        return "Nothing to bring in"
    return f"Bring in {count(actions, 'action')}" if actions else f"Bring in {count(len(draft.items), 'row')}"


def _split(way: Qt.Orientation, one: QWidget, other: QWidget, sizes: tuple[int, int] = (60, 40)) -> QSplitter:
    """Two parts whose shares, in hundredths, can be changed; the upper one grows with the window."""
    made = QSplitter(way)
    made.addWidget(one)
    made.addWidget(other)
    made.setChildrenCollapsible(False)
    if way == Qt.Orientation.Vertical:
        made.setStretchFactor(0, 1)
    made.setSizes([12 * size for size in sizes])
    return made


def _titled(title: QLabel, inside: QWidget) -> QWidget:
    """A part of the dialogue with its title above it."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(6))
    layout.addWidget(title)
    layout.addWidget(inside, 1)
    return box
