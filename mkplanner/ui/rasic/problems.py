"""What is wrong with the letters, as a list to go through: choosing a line goes to its row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mkplanner.models.checks.registry import check
from mkplanner.models.notice import Notice, Severity
from mkplanner.ui import theme
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.icons import icon

_SIGNS = {
    Severity.ERROR: ("error", "error"),
    Severity.WARNING: ("warning", "warning"),
    Severity.INFO: ("info", "accent"),
}
_IDS = ("nobody-accountable", "retired-holds-letters")


def is_about_letters(notice: Notice) -> bool:
    """Whether a notice belongs to the RASIC matrix."""
    return notice.field == "rasic" or notice.id in _IDS


class ProblemList(QWidget):
    """The RASIC notices of the plan; `row_wanted` brings the id of the row that somebody chose."""

    row_wanted = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._title = QLabel("", self)
        self._title.setFont(theme.font(13, bold=True))
        self._list = QListWidget(self)
        self._list.setObjectName("rasic_problems")
        self._list.setAccessibleName("Problems with letters")
        self._list.setWordWrap(True)
        self._list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setProperty("frame", "none")
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        bridge.changed.connect(self.read)
        self.read()

    def read(self, *_: object) -> None:
        """List the plan's RASIC notices afresh."""
        notices = [notice for notice in check(self._bridge.plan) if is_about_letters(notice)]
        self._title.setText(f"Notices: {len(notices)}" if notices else "No problems with the letters")
        self._list.setVisible(bool(notices))
        self._list.clear()
        for notice in notices:
            line = QListWidgetItem(icon(*_SIGNS[notice.severity]), notice.sentence, self._list)
            line.setData(Qt.ItemDataRole.UserRole, notice.item)

    def _choose(self, line: QListWidgetItem) -> None:
        item = line.data(Qt.ItemDataRole.UserRole)
        if item:
            self.row_wanted.emit(item)
