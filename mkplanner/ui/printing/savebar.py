"""The foot of the export dialogue: what the file is called, where it goes, and what happens when it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from mkplanner.charts.formats import FORMATS
from mkplanner.charts.outputs.writing import page_paths
from mkplanner.settings import SettingsFile
from mkplanner.ui import messages
from mkplanner.ui.files.names import free_path
from mkplanner.ui.look import theme
from mkplanner.ui.parts import primary
from mkplanner.ui.printing.choices import PRINT

OPEN, FOLDER, NOTHING = "open", "folder", "nothing"


class SaveBar(QFrame):
    """Asks for a file name. `made`, `kept` and `cancelled` are its buttons: make the file, keep the choices, go away."""

    made = Signal()
    kept = Signal()
    cancelled = Signal()

    def __init__(self, settings: SettingsFile, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._settings, self._folder = settings, folder
        self._ending = ""
        self.name = QLineEdit()
        self.name.setObjectName("file_name")
        self._then = QComboBox()
        self._then.setObjectName("afterwards")
        self._then.setAccessibleName(self.tr("When done"))
        for key, said in ((OPEN, "Open it when done"), (FOLDER, "Show its folder"), (NOTHING, "Only save it")):
            self._then.addItem(self.tr(said), key)
        now = settings.now
        then = FOLDER if now.folder_after_export else OPEN if now.open_after_export else NOTHING
        self._then.setCurrentIndex(self._then.findData(then))
        self.make = primary(QPushButton())
        self.make.setObjectName("make_pdf")
        self.make.clicked.connect(self.made)
        self._lay_out()

    def show_kind(self, ending: str) -> None:
        """Show what belongs to a kind of file, by its ending; paper from a printer has no name."""
        self._ending = ending
        prints = ending == PRINT
        for widget in self._of_files:
            widget.setVisible(not prints)
        self.make.setText(self.tr("Print…") if prints else self.tr("Make {0}").replace("{0}", FORMATS[ending].words))
        if not prints and self.name.isModified():
            self._write(Path(self.name.text()).with_suffix(ending).name)

    def propose(self, stem: str) -> None:
        """Propose a name that no file has yet, as long as the user has not written one."""
        if not self.name.isModified() and self._ending != PRINT:
            self.name.setText(free_path(self._folder, stem, self._ending).name)
            self.name.setCursorPosition(0)
            self._tell_place()

    def target(self, pages: int = 1) -> Path | None:
        """Return where the file goes; one that is there already is only replaced when the user says so.

        Drawings have a file for each of so many `pages`, whose names all begin with this one.
        """
        name = self.name.text().strip() or f"Plan{self._ending}"
        path = self._folder / (name if name.lower().endswith(self._ending) else f"{name}{self._ending}")
        taken = self._taken(path, pages)
        if taken is None:
            return path
        answer = messages.choose(
            self,
            self.tr("There is already a file “{0}”.").replace("{0}", taken.name),
            self.tr("Keeping both gives the new one a number."),
            self.tr("Keep both"),
            self.tr("Replace it"),
        )
        if answer is None:
            return None
        if answer == 1:
            return path
        number = 2
        while self._taken(path.with_stem(f"{path.stem} {number}"), pages):
            number += 1
        return path.with_stem(f"{path.stem} {number}")

    def _taken(self, path: Path, pages: int) -> Path | None:
        """The first file that is in the way, if there is any."""
        paths = page_paths(path, pages) if FORMATS[self._ending].has_pages else [path]
        return next((one for one in paths if one.exists()), None)

    def remember(self, path: Path) -> None:
        """Remember the folder, and what is to happen when a file is made."""
        then = self._then.currentData()
        self._settings.change(
            open_after_export=then == OPEN, folder_after_export=then == FOLDER, last_folder=str(path.parent)
        )

    def choose_folder(self) -> None:
        """Ask the system's own dialogue for another place."""
        kinds = f"{FORMATS[self._ending].words} (*{self._ending})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(self._folder / self.name.text()), kinds)
        if chosen:
            path = Path(chosen)
            self._folder = path.parent
            self._write(path.name)

    def _write(self, name: str) -> None:
        self.name.setText(name)
        self.name.setModified(True)
        self._tell_place()

    def _tell_place(self) -> None:
        """The whole name, which may be longer than its field, and the folder it goes to."""
        self.name.setToolTip(f"{self.name.text()}\n{self._folder}")

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("Sa&ve as"))
        caption.setProperty("role", "muted")
        caption.setBuddy(self.name)
        folder = self._button(self.tr("&Folder…"))
        folder.clicked.connect(self.choose_folder)
        keep = self._button(self.tr("Save se&ttings…"))
        keep.clicked.connect(self.kept)
        cancel = self._button(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        self._of_files = (caption, self.name, folder, self._then)
        self.file = QWidget()
        self._grid = QGridLayout(self.file)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(10))
        self.stack(is_narrow=False)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        row.setSpacing(theme.px(10))
        row.addWidget(self.file, 1)
        row.addSpacing(theme.px(12))
        for button in (keep, cancel, self.make):
            row.addWidget(button)

    def stack(self, *, is_narrow: bool) -> None:
        """Put name, folder and what happens then on one line, or below each other for a narrow column."""
        places = (
            ((0, 0, 2), (1, 0, 2), (2, 0, 1), (2, 1, 1)) if is_narrow else ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1))
        )
        for widget, (row, column, across) in zip(self._of_files, places, strict=True):
            self._grid.addWidget(widget, row, column, 1, across)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(theme.px(4))

    def give_file(self) -> QWidget:
        """Hand over what is asked about the file, stacked for a narrow column; only the buttons stay here."""
        self.stack(is_narrow=True)
        self._row.insertStretch(0, 1)
        return self.file

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button
