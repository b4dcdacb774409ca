"""A button that looks like a link: for small doings inside the details panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

_STYLE = """
QPushButton { border: 2px solid transparent; border-radius: 3px; background: transparent; color: palette(link);
  padding: 0 1px; min-height: 0; text-align: left; }
QPushButton:hover { text-decoration: underline; background: transparent; }
QPushButton:focus { border: 2px solid palette(link); padding: 0 1px; min-height: 0; }
QPushButton:disabled { color: palette(placeholder-text); }
"""


def link_button(words: str, name: str) -> QPushButton:
    """Return a button in the colour of links, found by `name`."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setStyleSheet(_STYLE)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
