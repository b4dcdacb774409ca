"""The few questions before a new plan: what it begins with, what it is called, which years it covers, where it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.records import frozen
from mkplanner.ui.files.names import free_path
from mkplanner.ui.files.recent import place_words
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme
from mkplanner.ui.start.beginnings import Beginning
from mkplanner.ui.wrapticks import WrappingTick

_BEFORE, _AFTER = 12, 8


@frozen
class NewPlan:
    """What was answered; both days are inclusive."""

    title: str
    start: date
    end: date
    path: Path
    beginning: Beginning
    keeping: Keeping


class NewPlanDialog(FormDialog):
    """Asks what to begin with, for title, financial years and folder; `answer()` is valid once it was accepted.

    `forget_asked` brings one of one's own templates that is to be deleted.
    """

    forget_asked = Signal(object)

    def __init__(
        self, parent: QWidget | None, choices: Sequence[Beginning], chosen: str, folder: Path, today: date
    ) -> None:
        super().__init__(parent, "New plan")
        self.setObjectName("new_plan")
        self._folder = folder
        first = today.year if today.month >= 4 else today.year - 1
        self._from = QComboBox()
        self._from.setObjectName("start_from")
        for choice in choices:
            self._from.addItem(choice.title, choice)
        self._from.setCurrentIndex(next((n for n, choice in enumerate(choices) if choice.key == chosen), 0))
        self._people = WrappingTick(self.tr("Keep &people and their letters"))
        self._people.setChecked(True)
        self._dates = WrappingTick(self.tr("Keep the words of &dates"))
        self._title = QLineEdit(self.beginning.proposed)
        self._title.setObjectName("title")
        self._title.selectAll()
        self._start, self._end = _years(first, first), _years(first, first + 1)
        self._place = QLabel()
        self._place.setProperty("role", "muted")
        self._make = QPushButton(self.tr("Make the plan"))
        self._make.setObjectName("make")
        self._lay_out()
        self._title.textChanged.connect(self._follow)
        self._from.currentIndexChanged.connect(self._begin_otherwise)
        self._start.currentIndexChanged.connect(self._keep_order)
        self._show_keeping()
        self._follow()
        self._title.setFocus()

    @property
    def beginning(self) -> Beginning:
        """What is chosen to begin with."""
        found = self._from.currentData()
        assert isinstance(found, Beginning)
        return found

    def answer(self) -> NewPlan:
        """Return what was answered."""
        start, end = int(self._start.currentData()), int(self._end.currentData())
        keeping = Keeping(self._people.isChecked(), self._dates.isChecked())
        years = date(start, 4, 1), date(end + 1, 3, 31)
        return NewPlan(self._words(), *years, self._path(), self.beginning, keeping)

    def _lay_out(self) -> None:
        years = QHBoxLayout()
        years.setSpacing(theme.px(8))
        years.addWidget(self._start, 1)
        years.addWidget(QLabel(self.tr("to")))
        years.addWidget(self._end, 1)
        change = QPushButton(self.tr("&Folder…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._choose_folder)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(change)
        keeping = QVBoxLayout()
        keeping.setSpacing(0)
        keeping.addWidget(self._people)
        keeping.addWidget(self._dates)
        self.add_row(self.tr("&Start from"), self._from)
        self._keeping = self.add_row(self.tr("With its rows"), keeping)
        self.add_row(self.tr("&Title"), self._title)
        self.add_row(self.tr("&Years"), years, self._start)
        self._end.setAccessibleName(self.tr("Last financial year"))
        self.add_row(self.tr("Kept as"), place, change)
        self._forget = QPushButton(self.tr("Delete this template"))
        self._forget.setObjectName("forget_template")
        self._forget.clicked.connect(self._ask_forgetting)
        self.finish(self._make, self._forget)

    def _begin_otherwise(self) -> None:
        """Propose the title that goes with another beginning, unless somebody has typed one."""
        if not self._title.isModified():
            self._title.setText(self.beginning.proposed)
        self._show_keeping()

    def _show_keeping(self) -> None:
        """A plan's people and dates may stay; layouts have neither."""
        for widget in (self._keeping, self._people, self._dates):
            widget.setVisible(self.beginning.is_plan)
        self._forget.setVisible(self.beginning.is_own)

    def _ask_forgetting(self) -> None:
        self.forget_asked.emit(self.beginning)
        self._from.removeItem(self._from.currentIndex())

    def _words(self) -> str:
        return " ".join(self._title.text().split())

    def _path(self) -> Path:
        return free_path(self._folder, self._words())

    def _follow(self) -> None:
        path = self._path()
        self._place.setText(f"{place_words(path.parent)} › {path.name}")
        self._place.setToolTip(str(path))
        self._make.setEnabled(bool(self._words()))

    def _keep_order(self) -> None:
        if self._end.currentIndex() < self._start.currentIndex():
            self._end.setCurrentIndex(self._start.currentIndex())

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the plan is kept"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._follow()


def _years(first: int, chosen: int) -> QComboBox:
    """A box of financial years about this one, by the year in which each starts."""
    box = QComboBox()
    for year in range(first - _BEFORE, first + _AFTER):
        box.addItem(f"{year}/{(year + 1) % 100:02d}", year)
    box.setCurrentIndex(box.findData(chosen))
    return box
