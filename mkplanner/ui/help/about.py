"""What this program is: version, licences of what it is made of, and text to copy for the help desk."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import mkplanner
from mkplanner.logs import log_folder
from mkplanner.paths import profile_folder, resource_folder
from mkplanner.ui.crash import diagnostics
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import application_icon
from mkplanner.ui.parts import label, primary

MADE_OF = (
    ("Qt for Python", "LGPL 3"),
    ("SQLAlchemy", "MIT"),
    ("SQLite", "public domain"),
    ("ReportLab", "BSD"),
    ("matplotlib", "PSF style"),
    ("platformdirs", "MIT"),
    ("python-dateutil", "Apache 2, BSD"),
    ("holidays", "MIT"),
    ("Pillow", "MIT-CMU"),
    ("fontTools", "MIT"),
    ("lxml", "BSD"),
    ("python-docx", "MIT"),
    ("XlsxWriter", "BSD"),
    ("openpyxl", "MIT"),
    ("icalendar", "BSD"),
    ("Liberation Sans", "SIL OFL 1.1"),
    ("DejaVu Sans", "Bitstream Vera licence"),
)


class AboutDialog(FittingDialog):
    """Tells what runs here; nothing of it leaves the computer unless somebody copies it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About MK Planner"))
        self.setMinimumWidth(theme.px(480))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._head())
        words = QTextBrowser()
        words.setAccessibleName(self.tr("Versions, places and licences"))
        words.setPlainText(about_text())
        words.setMinimumHeight(theme.px(120))
        layout.addWidget(words)
        self.add_foot(layout, self._buttons())

    def _head(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(application_icon().pixmap(theme.px(48)))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("MK Planner", "h1"))
        words.addWidget(
            label(self.tr("Version {0}. Works without a network.").replace("{0}", mkplanner.__version__), "muted")
        )
        row.addLayout(words)
        row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("&Copy diagnostics"))
        copy.setObjectName("copy_diagnostics")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(about_text()))
        close = primary(QPushButton(self.tr("Close")))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(close)
        return row


def about_text() -> str:
    """Return versions, places and licences as plain text."""
    places = f"Settings and working copies: {profile_folder()}\nLog: {log_folder()}"
    licences = "\n".join(f"{name}: {licence}" for name, licence in MADE_OF)
    return f"{diagnostics()}\n\n{places}\n\nMade with\n{licences}\n\nLicence texts: {resource_folder() / 'licences'}"
