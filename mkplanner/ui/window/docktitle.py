"""The title of a panel beside the plan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.parts import label


class DockTitle(QWidget):
    """The word, a badge with a number where there is one, and a cross. `closed` says that the cross was pressed."""

    closed = Signal()

    def __init__(self, words: str, extra: QWidget | None = None) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(34))
        self._badge = QLabel()
        self._badge.setObjectName("badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setVisible(False)
        title = label(words)
        title.setFont(theme.font(13, bold=True))
        close = QToolButton()
        close.setProperty("role", "tool")
        close.setAutoRaise(True)
        self._close = close
        close.setToolTip(self.tr("Close; View brings it back"))
        close.setAccessibleName(self.tr("Close {0}").replace("{0}", words))
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(2), theme.px(6), theme.px(2))
        layout.addWidget(title)
        layout.addWidget(self._badge)
        layout.addStretch()
        if extra is not None:
            layout.addWidget(extra)
        layout.addWidget(close)
        self._count = 0
        self.dress()
        dressing = theme.news()
        if dressing is not None:
            dressing.changed.connect(self.dress)

    def dress(self) -> None:
        """Take colours and measures of the theme."""
        self.setFixedHeight(theme.px(34))
        self._close.setIcon(icon("close"))
        self._close.setIconSize(QSize(theme.px(12), theme.px(12)))
        self.show_count(self._count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.setPen(theme.colour("grid2"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def show_count(self, count: int) -> None:
        """Show the number in the badge; none hides it."""
        self._count = count
        self._badge.setVisible(bool(count))
        self._badge.setText(f"{count:,}")
        palette = theme.current()
        self._badge.setStyleSheet(
            f"background: {palette['accent']}; color: {palette['accent_text']}; font-weight: 600; font-size: {theme.px(11)}px;"
            f"border-radius: {theme.px(18) // 2}px; padding: 0 {theme.px(6)}px;"
        )
        self._badge.setFixedHeight(theme.px(18))
        self._badge.setMinimumWidth(theme.px(18))
