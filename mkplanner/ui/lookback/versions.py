"""Previous versions: the dated copies of a plan on this computer, to restore or to open as a copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.errors import PlannerError
from mkplanner.models.store.opening import Backup, OpenPlan
from mkplanner.ui import messages
from mkplanner.ui.files.names import ENDING, free_path
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.moments import backup_words
from mkplanner.ui.parts import label

USUAL = QSize(560, 420)


class VersionsDialog(FittingDialog):
    """Lists backups, newest first. `copied` is the copy that was made and is to be opened, or None."""

    def __init__(self, parent: QWidget | None, opened: OpenPlan, folder: Path) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle(self.tr("Previous versions"))
        self.copied: Path | None = None
        self._opened = opened
        self._folder = folder
        self._backups = opened.backups()
        self._list = QListWidget()
        self._list.setObjectName("version_list")
        self._list.setAccessibleName(self.tr("Previous versions"))
        for backup in self._backups:
            entry = QListWidgetItem(backup_words(backup.at), self._list)
            entry.setSizeHint(QSize(0, theme.px(28)))
        self._list.setCurrentRow(0)
        self._restore = QPushButton(self.tr("&Restore this version"))
        self._restore.setObjectName("restore")
        self._restore.clicked.connect(self._bring_back)
        self._copy = QPushButton(self.tr("Open as a &copy…"))
        self._copy.setObjectName("open_copy")
        self._copy.clicked.connect(self._open_copy)
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(10))
        words = self.tr(
            "A version is kept on this computer on the first edit of a day, and before a merge or another restore. "
            "Restoring is a step like any other: Undo takes it back, and History tells it."
        )
        layout.addWidget(label(words, "muted", wrap=True))
        layout.addWidget(self._list, 1)
        if not self._backups:
            layout.addWidget(
                label(self.tr("There is none yet: the first is made with the first edit of a day."), "muted")
            )
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in (self._restore, self._copy):
            button.setEnabled(bool(self._backups))
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        self.add_foot(layout, row)
        self.resize(USUAL)

    def _chosen(self) -> Backup | None:
        row = self._list.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _bring_back(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        try:
            done = self._opened.restore(backup.path)
        except PlannerError as trouble:
            messages.error(self, trouble)
            return
        same = self.tr("The plan is just as it was then.")
        words = self.tr("The plan is as it was on {0}; Undo takes that back.").replace("{0}", backup_words(backup.at))
        messages.note(self.parentWidget(), same if done.seq is None else words)
        self.accept()

    def _open_copy(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        title = self._opened.plan.info.title or self._opened.path.stem
        proposed = free_path(self._folder, f"{title} {backup.at:%Y-%m-%d %H.%M}")
        words = self.tr("Plans ({0})").replace("{0}", f"*{ENDING}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Keep the version as"), str(proposed), words)
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}{ENDING}")
        if path.resolve() == self._opened.path:
            advice = self.tr("Choose another name for the copy.")
            messages.error(self, PlannerError(self.tr("That is the plan itself."), advice))
            return
        try:
            _write_copy(backup.path, path)
        except PlannerError as trouble:
            messages.error(self, trouble)
            return
        self.copied = path
        self.accept()


def _write_copy(source: Path, path: Path) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(source.read_bytes())
        beside.replace(path)
    except OSError as trouble:
        beside.unlink(missing_ok=True)
        raise PlannerError(
            f"“{path.name}” cannot be written to {path.parent}.", "Choose another folder.", str(trouble)
        ) from trouble
