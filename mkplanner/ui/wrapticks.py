"""Ticks and round choices whose words wrap where there is little room; Qt's own would be cut or push the window wide."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from mkplanner.ui.look import theme

_LEAST = 150
"""Pixels below which words are not wrapped any more: lines of one word are no easier to read."""
_WORDS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrappingTick(QCheckBox):
    """A tick whose words take as many lines as they need."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        _prepare(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self, super().sizeHint())

    def heightForWidth(self, width: int) -> int:
        return _height(self, super().sizeHint(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = QStyle
        _paint(self, option, style.ControlElement.CE_CheckBox, style.SubElement.SE_CheckBoxContents)


class WrappingChoice(QRadioButton):
    """One of several choices, whose words take as many lines as they need."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        _prepare(self)

    def minimumSizeHint(self) -> QSize:
        return _least(self, super().sizeHint())

    def heightForWidth(self, width: int) -> int:
        return _height(self, super().sizeHint(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = QStyle
        _paint(self, option, style.ControlElement.CE_RadioButton, style.SubElement.SE_RadioButtonContents)


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _around(button: QAbstractButton, usual: QSize) -> QSize:
    """What the box and the air around the words take, `usual` being the size with all words on one line."""
    button.ensurePolished()
    words = button.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    return usual - QSize(words.width(), button.fontMetrics().height())


def _least(button: QAbstractButton, usual: QSize) -> QSize:
    around = _around(button, usual)
    longest = max(button.text().split() or [""], key=len)
    word = button.fontMetrics().horizontalAdvance(longest)
    return QSize(min(usual.width(), around.width() + max(word, theme.px(_LEAST))), usual.height())


def _height(button: QAbstractButton, usual: QSize, width: int) -> int:
    around = _around(button, usual)
    room = QRect(0, 0, max(1, width - around.width()), 10_000)
    return around.height() + button.fontMetrics().boundingRect(room, int(_WORDS), button.text()).height()


def _paint(
    button: QAbstractButton, option: QStyleOptionButton, element: QStyle.ControlElement, words: QStyle.SubElement
) -> None:
    said, option.text = option.text, ""
    style, painter = button.style(), QPainter(button)
    style.drawControl(element, option, painter, button)
    place = style.subElementRect(words, option, button)
    shows = style.styleHint(QStyle.StyleHint.SH_UnderlineShortcut, option, button)
    flags = _WORDS if shows else Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic
    role = button.foregroundRole()
    style.drawItemText(painter, place, int(_AT) | int(flags), button.palette(), button.isEnabled(), said, role)
    painter.end()
