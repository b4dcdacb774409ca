"""E-mailing a copy: the copy is written beside other plans, and the mail program opened, or the file shown. No network here."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from mkplanner.ui.files.recent import place_words
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.wrapticks import WrappingTick


class EmailDialog(FormDialog):
    """Says which file is written and what happens then; `without_history` is chosen for people outside."""

    def __init__(self, parent: QWidget | None, path: Path) -> None:
        super().__init__(parent, "E-mail a copy")
        self.setObjectName("email_copy")
        place = QLabel(f"{place_words(path.parent)} › {path.name}")
        place.setWordWrap(True)
        place.setToolTip(str(path))
        self.add_row(self.tr("The copy"), place)
        self._clean = WrappingTick(self.tr("Leave out the &history (for people outside)"))
        self.add_row(self.tr("For whom"), self._clean)
        self.add_words(
            self.tr(
                "The copy is written, and your mail program opens with a message for it. Where that cannot attach files "
                "by itself, the folder opens too: put the file into the message. What comes back is merged, change by change."
            )
        )
        deed = QPushButton(self.tr("Write the copy"))
        deed.setObjectName("write_copy")
        self.finish(deed)

    @property
    def without_history(self) -> bool:
        """Whether the copy is for people outside."""
        return self._clean.isChecked()


def offer_mail(path: Path, title: str) -> bool:
    """Open the mail program with a message about a copy; True where the file is attached already.

    Else the folder is opened beside it, and the path lies on the clipboard. Nothing is sent by this program.
    """
    subject = f"{title}: copy of the plan"
    tool = shutil.which("xdg-email")
    if tool is not None and QProcess.startDetached(tool, ["--subject", subject, "--attach", str(path)])[0]:
        return True
    QApplication.clipboard().setText(str(path))
    body = f"The plan is attached: {path.name}.\r\nOpen it with MK Planner; send it back, and it is merged."
    QDesktopServices.openUrl(QUrl(f"mailto:?subject={quote(subject)}&body={quote(body)}"))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
    return False
