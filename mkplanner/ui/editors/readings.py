"""The ways in which a date may be read, as a list to choose from: the likeliest first, words alone last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from mkplanner.models.timeframes.timeframe import Segment, Timeframe
from mkplanner.ui.editors.marksample import MarkSample
from mkplanner.ui.editors.readingwords import reading_sentence
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, restyle

Reading = tuple[Segment, ...]


def readings_of(frame: Timeframe) -> list[Reading]:
    """Return every way to read a date, the one that was taken first; the empty one, words alone, comes last."""
    found = [frame.segments] if frame.segments else []
    found += [other for other in frame.alternatives if other not in found]
    return [*found, ()] if found else []


def settled(frame: Timeframe, choice: int | None) -> Timeframe:
    """Return a date with the reading that was chosen, so that nobody is asked again; None leaves the doubt open."""
    if choice is None:
        return frame
    return replace(frame, segments=readings_of(frame)[choice], alternatives=())


class ReadingList(QWidget):
    """Shows the readings of one date. `chosen` brings the place of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readings")
        self._group = QButtonGroup(self)
        self._shown: tuple[Sequence[Reading], int] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_readings(self, readings: Sequence[Reading], chosen: int) -> None:
        """Show these readings with one of them chosen."""
        if self._shown == (readings, chosen):
            return
        self._shown = (readings, chosen)
        cleared(self._layout)
        self._group = QButtonGroup(self)
        lines = [self._line(place, reading, place == chosen) for place, reading in enumerate(readings)]
        put_in(self._layout, label(self.tr("Ways to read it"), "label"), *lines)

    def _line(self, place: int, reading: Reading, is_chosen: bool) -> QFrame:
        line = QFrame()
        line.setProperty("role", "note")
        restyle(line, tone="info" if is_chosen else "none")
        if not is_chosen:
            line.setStyleSheet("QFrame { background: transparent; border-color: transparent; }")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(theme.px(6), theme.px(2), theme.px(8), theme.px(2))
        layout.setSpacing(theme.px(8))
        words = reading_sentence(reading)
        button = QRadioButton()
        button.setObjectName(f"reading_{place + 1}")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setChecked(is_chosen)
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._group.addButton(button)
        layout.addWidget(button)
        layout.addWidget(MarkSample(reading[0] if reading else None))
        said = label(words, "strong" if is_chosen else "", wrap=True)
        layout.addWidget(said, 1)
        layout.addWidget(label(f"Alt+{place + 1}", "label"))
        return line
