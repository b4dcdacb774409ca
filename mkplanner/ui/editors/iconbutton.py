"""A small button with a drawing alone, for doings beside a line of the details."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon


def icon_button(drawing: str, words: str, name: str) -> QToolButton:
    """Return a button that shows `drawing`, says `words` to pointer and screen reader, and is found by `name`."""
    made = QToolButton()
    made.setObjectName(name)
    made.setProperty("role", "small")
    made.setIcon(icon(drawing, "text2"))
    made.setIconSize(QSize(theme.px(14), theme.px(14)))
    made.setFixedSize(theme.px(22), theme.px(20))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made
