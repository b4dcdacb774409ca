"""The card that says how a date was read: each stretch of time with its mark, other readings to choose, doubts in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mkplanner.models.timeframes.timeframe import Segment, Timeframe
from mkplanner.ui.editors.iconbutton import icon_button
from mkplanner.ui.editors.marksample import MarkSample
from mkplanner.ui.editors.readingwords import reading_sentence, segment_sentence
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class ReadCard(QFrame):
    """`reading_chosen` brings the number of another reading, or None to confirm the one that is shown.

    With `has_doings` each part of the date can be changed (`part_asked` brings its number, from 0) or taken away
    (`part_refused`).
    """

    reading_chosen = Signal(object)
    part_asked = Signal(int)
    part_refused = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, has_doings: bool = False) -> None:
        super().__init__(parent)
        self._has_doings = has_doings
        self.setObjectName("read_as")
        self.setProperty("role", "note")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(7), theme.px(6), theme.px(7), theme.px(6))
        self._layout.setSpacing(theme.px(3))

    def show_frame(self, frame: Timeframe | None) -> None:
        """Show how a date was read; nothing for a row without one."""
        cleared(self._layout)
        self.setVisible(frame is not None)
        if frame is None:
            return
        put_in(self._layout, label(self.tr("Read as"), "label"))
        for number, segment in enumerate(frame.segments or (None,)):
            put_in(self._layout, self._line(segment, number))
        for remark in frame.remarks:
            put_in(self._layout, label(remark, "warning", wrap=True))
        if frame.is_ambiguous:
            self._offer(frame)
        spoken = reading_sentence(frame.segments)
        self.setAccessibleName(self.tr("Read as"))
        self.setAccessibleDescription(spoken)

    def _offer(self, frame: Timeframe) -> None:
        put_in(self._layout, label(self.tr("It could also mean"), "label"))
        for number, segments in enumerate(frame.alternatives):
            put_in(self._layout, self._button(reading_sentence(segments), number, segments))
        put_in(self._layout, self._button(self.tr("Yes, it is as read above"), None, frame.segments))

    def _line(self, segment: Segment | None, number: int) -> QWidget:
        """A mark and its words, and what can be done with that part of the date."""
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(MarkSample(segment), 0, Qt.AlignmentFlag.AlignTop)
        said = segment_sentence(segment) if segment else "Words only, no date"
        layout.addWidget(label(said, wrap=True), 1)
        if self._has_doings and segment is not None:
            change = icon_button("edit", self.tr("Change the part “{}”").format(said), f"change_part_{number}")
            change.clicked.connect(lambda: self.part_asked.emit(number))
            remove = icon_button("delete", self.tr("Remove the part “{}”").format(said), f"remove_part_{number}")
            remove.clicked.connect(lambda: self.part_refused.emit(number))
            for button in (change, remove):
                layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _button(self, words: str, choice: int | None, segments: tuple[Segment, ...]) -> QWidget:
        sample = MarkSample(segments[0] if segments else None) if choice is not None else None
        button = WordyButton(words, sample)
        button.setObjectName("confirm_reading" if choice is None else f"reading_{choice}")
        button.clicked.connect(lambda: self.reading_chosen.emit(choice))
        return button


class WordyButton(QPushButton):
    """A button whose words wrap, with a small picture before them."""

    def __init__(self, words: str, picture: QWidget | None) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(theme.px(7), theme.px(4), theme.px(6), theme.px(4))
        self._inside.setSpacing(theme.px(6))
        for widget, share in ((picture, 0), (label(words, wrap=True), 1)):
            if widget is not None:
                widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._inside.addWidget(widget, share)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(24))
