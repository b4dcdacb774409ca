"""Small parts that several windows are made of: labels by their role, the one primary button, segmented choices, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox

_SIZES = {"h1": 20.0, "h2": 14.0, "label": 11.0}
_BOLD = ("h1", "h2", "strong")
_QUIET = ("label", "muted")
PANEL_LEAST = 266
"""Pixels that a panel beside a plan needs: in a narrower one its words and buttons would be cut."""


def label(words: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the sheet's roles: h1, h2, strong, label, muted, warning, error."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
        made.setFont(theme.font(_SIZES.get(role, theme.DESIGN_PIXELS), bold=role in _BOLD))
    if role in _QUIET:
        made.setForegroundRole(QPalette.ColorRole.BrightText)
    return made


def primary(button: QPushButton) -> QPushButton:
    """Make a button the one that names the deed of its window, ready for Enter."""
    button.setProperty("primary", "true")
    button.setDefault(True)
    theme.dress_early(button)
    return button


def rule() -> QFrame:
    """Return a thin line across."""
    made = _line()
    made.setFixedHeight(1)
    return made


def upright_rule() -> QFrame:
    """Return a thin line from top to bottom."""
    made = _line()
    made.setFixedWidth(1)
    return made


def _line() -> QFrame:
    made = QFrame()
    made.setAutoFillBackground(True)
    made.setBackgroundRole(QPalette.ColorRole.Mid)
    return made


def number_box(name: str, spoken: str, most: int, value: int = 0) -> QSpinBox:
    """Return a field for a whole number from `-most` to `most`, as high as other fields and with their room before it.

    The sheet's padding does not reach the line inside, so it has its room here.
    """
    from PySide6.QtWidgets import QSpinBox  # for dialogues; the start page has none

    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.setRange(-most, most)
    box.setValue(value)
    box.setFixedHeight(theme.px(28))
    box.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    return box


def upright_scroll(inside: QWidget, name: str, parent: QWidget | None = None) -> QScrollArea:
    """Return a widget as a page that scrolls up and down where the window is too low for it."""
    area = QScrollArea(parent, widgetResizable=True)
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if inside.minimumWidth() == inside.maximumWidth():
        area.setFixedWidth(inside.minimumWidth())
    area.setWidget(inside)
    return area


def note(words: str, tone: str = "info") -> tuple[QFrame, QLabel]:
    """Return a tinted note ("info", "ok", "warning", "error") and the label inside it."""
    frame = QFrame()
    frame.setProperty("role", "note")
    frame.setProperty("tone", tone)
    inside = label(words, wrap=True)
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(10, 8, 10, 8)
    layout.addWidget(inside)
    return frame, inside


def restyle(widget: QWidget, **properties: str) -> None:
    """Give a widget other properties and have the style sheet look at it again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Pages(QStackedWidget):
    """Pages one of which is on show; only that one needs room, where Qt would ask for that of the hidden ones too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _page: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()


class Segments(QFrame):
    """A choice between a few things, side by side, one of them pressed. `chosen` brings the key of the new choice."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for place, (key, words) in enumerate(choices):
            layout.addWidget(self._button(key, words, _end(place, len(choices))))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(28))

    def _button(self, key: str, words: str, end: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setChecked(end == "first")
        button.setObjectName(f"choice_{key}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(theme.px(18), theme.px(18)))
        button.setProperty("place", end)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[key] = button
        return button

    def set_icon(self, key: str, icon: QIcon) -> None:
        """Put an icon before the words of a choice."""
        self.buttons[key].setIcon(icon)

    def choice(self) -> str:
        """Return the key of what is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Press a choice without telling anybody."""
        self.buttons[key].setChecked(True)


def _end(place: int, count: int) -> str:
    """What the style sheet calls a button at an end of the row."""
    return "first" if place == 0 else "last" if place == count - 1 else ""
