"""What is wrong with the letters, as a list to go through: choosing a line goes to its row or its column."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mkplanner.models.checks.registry import check
from mkplanner.models.checks.rules import RULES
from mkplanner.models.notice import Notice
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import REST
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.rasic.heads import SIGNS

MOST = 200
"""More lines than this nobody reads; how many there are in all stands above them."""
_IDS = frozenset(id_ for rule in RULES for id_, _ in rule.ids)


def is_about_letters(notice: Notice) -> bool:
    """Whether a notice belongs to the RASIC matrix."""
    return notice.field == "rasic" or notice.id in _IDS


class ProblemList(QWidget):
    """The RASIC notices of the plan; `place_wanted` brings row and party of the line that somebody chose.

    It is written afresh when the keys rest: letters appear first, then what they mean for the checks.
    """

    place_wanted = Signal(str, str)

    def __init__(self, bridge: SessionBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: tuple[Notice, ...] | None = None
        self._title = QLabel("", self)
        self._title.setFont(theme.font(13, bold=True))
        self._title.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setObjectName("rasic_problems")
        self._list.setAccessibleName("Problems with letters")
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        # Qt leaves the padding at the sides out when it wraps words, and then cuts the last of them off.
        self._list.setStyleSheet("QListWidget::item { padding: 3px 0; }")
        self._list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setProperty("frame", "none")
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        layout.addStretch()
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self.read)
        bridge.changed.connect(lambda _changes: self._soon.start())
        self.read()

    def read(self) -> None:
        """List the plan's RASIC notices afresh, if they are others than before."""
        notices = tuple(notice for notice in check(self._bridge.plan) if is_about_letters(notice))
        if notices == self._shown:
            return
        self._shown = notices
        self._title.setText(f"To look at: {len(notices)}" if notices else "No problems with the letters")
        self._list.setVisible(bool(notices))
        self._list.clear()
        for notice in notices[:MOST]:
            line = QListWidgetItem(icon(*SIGNS[notice.severity]), notice.sentence, self._list)
            line.setData(Qt.ItemDataRole.UserRole, (notice.item or "", notice.party or ""))

    def _choose(self, line: QListWidgetItem) -> None:
        item, party = line.data(Qt.ItemDataRole.UserRole)
        if item or party:
            self.place_wanted.emit(item, party)
