"""What must hold of a dialogue on a small screen: it fits, its buttons are in sight, nothing is cut or scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from mkplanner.ui.fitting import FRAME
from mkplanner.ui.readingorder import stops_in


def troubles(window: QWidget, screen: QSize) -> list[str]:
    """Everything that is wrong with a window on a screen of this size, in words; nothing where all is well."""
    return [*outside(window, screen), *hidden_buttons(window), *sideways(window), *cut(window), *out_of_sight(window)]


def outside(window: QWidget, screen: QSize) -> Iterator[str]:
    """A window with its frame is no larger than the screen."""
    if window.size().boundedTo(screen - FRAME) != window.size():
        yield f"{window.size().toTuple()} is larger than {screen.toTuple()}"


def hidden_buttons(window: QWidget) -> Iterator[str]:
    """The buttons in the foot of a dialogue are wholly in sight."""
    foot = getattr(window, "foot", None)
    for button in foot.findChildren(QAbstractButton) if foot is not None else ():
        if button.isVisible() and not is_in_sight(button, window):
            yield f"button “{button.text()}” is not wholly in sight"


def sideways(window: QWidget) -> Iterator[str]:
    """Nothing scrolls sideways."""
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > area.horizontalScrollBar().minimum():
            yield f"{type(area).__name__} {area.objectName()} scrolls sideways by {area.horizontalScrollBar().maximum()}"


def cut(window: QWidget) -> Iterator[str]:
    """No words are cut: labels, ticks and buttons are as large as they ask to be."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and (label.pixmap().isNull()):
            wanted = label.sizeHint()
            if label.hasHeightForWidth():
                wanted = QSize(0, label.heightForWidth(label.width()))
            if wanted.width() > label.width() or wanted.height() > label.height():
                yield f"label “{label.text()}” has {label.size().toTuple()} of {wanted.toTuple()}"
    for button in window.findChildren(QAbstractButton):
        if (
            isinstance(button, QPushButton | QCheckBox | QRadioButton | QToolButton)
            and button.isVisible()
            and button.text()
        ):
            needed = button.heightForWidth(button.width()) if button.hasHeightForWidth() else button.sizeHint().height()
            wide = 0 if button.hasHeightForWidth() else button.sizeHint().width()
            if wide > button.width() or needed > button.height() + 2:
                yield f"button “{button.text()}” has {button.size().toTuple()} of {(wide, needed)}"
    for box in window.findChildren(QComboBox):
        needed = box.fontMetrics().horizontalAdvance(box.currentText())
        if box.isVisible() and not box.isEditable() and needed > box.width() - 30:
            yield f"“{box.currentText()}” needs {needed} of {box.width()}"


def out_of_sight(window: QWidget) -> Iterator[str]:
    """Whatever the keyboard comes to is in sight, however it comes there: of what is high at least the upper end."""
    for stop in list(stops_in(window)):
        if not stop.isVisible():
            continue
        stop.setFocus()
        QApplication.processEvents()
        if not stop.hasFocus():
            continue
        if not is_in_sight(stop, window, high=window.height() // 4):
            yield f"{type(stop).__name__} {stop.objectName()} {stop.accessibleName()} has the cursor out of sight"


def is_in_sight(widget: QWidget, window: QWidget, high: int = 10_000) -> bool:
    """Whether a widget, or so many pixels of it from above, can be seen in its window."""
    place = QRect(QPoint(0, 0), QSize(widget.width(), min(widget.height(), high)))
    above: QWidget | None = widget
    while above is not None and above is not window:
        parent = above.parentWidget()
        place.translate(above.pos())
        if parent is None or not parent.rect().contains(place):
            return False
        above = parent
    return True
