"""Which notices are on show: all, only what should be mended, or only those about the chosen row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from mkplanner.ui.look import theme
from mkplanner.ui.mnemonics import give_letters

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice

CHOICES = {"all": "&All notices", "serious": "&Errors and warnings", "row": "About the chosen &row"}
SHORT = {"all": "All", "serious": "To mend", "row": "This row"}


class NoticeFilter(QToolButton):
    """A button with the choice in a word, and the choices in a menu. `chosen` says that another one was made."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_filter")
        self.setProperty("role", "tool")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(self.tr("Which notices are shown"))
        menu = QMenu(self)
        group = QActionGroup(self)
        for key, words in CHOICES.items():
            action = menu.addAction(self.tr(words))
            action.setObjectName(f"notices_{key}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, key=key: self.choose(key))
        give_letters(menu)
        self.setMenu(menu)
        self.key = "all"
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Give way on a narrow screen; the menu is the same."""
        return QSize(theme.px(30), super().minimumSizeHint().height())

    def choose(self, key: str) -> None:
        """Choose "all", "serious" or "row"."""
        self.key = key
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        self.setText(self.tr(SHORT[self.key]))
        self.setAccessibleName(self.tr("Notices shown: {0}").replace("{0}", SHORT[self.key]))
        for action in self.menu().actions():
            action.setChecked(action.objectName() == f"notices_{self.key}")


def shown(notices: Sequence[Notice], key: str, rows: Sequence[str]) -> tuple[Notice, ...]:
    """Return the notices that a choice shows, in their order."""
    if key == "serious":
        return tuple(notice for notice in notices if notice.severity != "info")
    if key == "row":
        return tuple(notice for notice in notices if notice.item in rows)
    return tuple(notices)
