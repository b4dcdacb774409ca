"""A field for each thing that can be chosen about a report, made from what the report says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.reports.options import Day, Flag, OneOf, Option, Several, Whole, Words
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.wording import count
from mkplanner.ui.mnemonics import give_letters
from mkplanner.ui.parts import Segments, restyle

_SIDE_BY_SIDE = 22
"""Choices whose words have no more letters than this together stand side by side instead of in a list."""


class _Framed(QWidget):
    """Holds the one thing in which an option is chosen; `changed` says that it has another value."""

    changed = Signal()

    def __init__(self, option: Option[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.setObjectName(f"option_{option.key}")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setToolTip(option.help)

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        widget.setAccessibleName(self.option.words)
        widget.setAccessibleDescription(self.option.help)
        self.setFocusProxy(widget)


class FlagField(_Framed):
    """A tick."""

    def __init__(self, option: Flag) -> None:
        super().__init__(option)
        self._box = QCheckBox(option.words)
        self._box.toggled.connect(lambda _on: self.changed.emit())
        self._add(self._box)

    def value(self) -> bool:
        """Return what is chosen."""
        return self._box.isChecked()

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._box.blockSignals(True)
        self._box.setChecked(value)
        self._box.blockSignals(False)


class SegmentField(_Framed):
    """A few choices side by side."""

    def __init__(self, option: OneOf) -> None:
        super().__init__(option)
        self._segments = Segments(tuple((choice.key, choice.words) for choice in option.choices), option.words)
        self._segments.chosen.connect(lambda _key: self.changed.emit())
        self._add(self._segments)
        self._row.addStretch()

    def value(self) -> str:
        """Return what is chosen."""
        return self._segments.choice()

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        if value in self._segments.buttons:
            self._segments.choose(value)


class ListField(_Framed):
    """Choices in a list that opens."""

    def __init__(self, option: OneOf | Whole) -> None:
        super().__init__(option)
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(5)
        if isinstance(option, Whole):
            for number in range(option.least, option.most + 1):
                alone = option.alone if number == 1 else ""
                self._box.addItem(alone or count(number, option.noun), number)
        else:
            for choice in option.choices:
                self._box.addItem(choice.words, choice.key)
        self._box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._add(self._box)

    def value(self) -> Any:
        """Return what is chosen."""
        return self._box.currentData()

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._box.blockSignals(True)
        self._box.setCurrentIndex(max(self._box.findData(value), 0))
        self._box.blockSignals(False)


class SeveralField(_Framed):
    """A button that says what is ticked, with the ticks in its menu."""

    def __init__(self, option: Several) -> None:
        super().__init__(option)
        self._button = QPushButton()
        self._button.setProperty("role", "list")
        self._button.setAutoDefault(False)
        self._button.setSizePolicy(self._button.sizePolicy().Policy.Expanding, self._button.sizePolicy().Policy.Fixed)
        self._menu = QMenu(self._button)
        self._ticks = {}
        for choice in option.choices:
            tick = self._menu.addAction(choice.words)
            tick.setData(choice.words)
            tick.setCheckable(True)
            tick.toggled.connect(lambda _on: self._tell())
            self._ticks[choice.key] = tick
        give_letters(self._menu)
        self._button.setMenu(self._menu)
        self._add(self._button)

    def value(self) -> tuple[str, ...]:
        """Return what is chosen."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        for key, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(key in value)
            tick.blockSignals(False)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = [str(tick.data()) for tick in self._ticks.values() if tick.isChecked()]
        nothing = self.tr("Every one") if not self.option.default else self.tr("None")
        words = ", ".join(chosen) if chosen else nothing
        short = words if len(words) <= 34 else self.tr("{0} chosen").replace("{0}", str(len(chosen)))
        self._button.setText(f"  {short}")  # the style gives words at the left of a button no air
        self._button.setToolTip(", ".join(chosen) or self.option.help)


class WordsField(_Framed):
    """A line to write on."""

    def __init__(self, option: Option[Any], hint: str = "") -> None:
        super().__init__(option)
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        self._line.setClearButtonEnabled(True)
        self._line.textEdited.connect(lambda _words: self._edited())
        self._add(self._line)

    def value(self) -> Any:
        """Return what is chosen."""
        return " ".join(self._line.text().split())

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._line.setText(value)

    def _edited(self) -> None:
        self.changed.emit()


class NamesField(_Framed):
    """A line to write on that offers names, such as those of marks; `hint` says what an empty line means."""

    def __init__(self, option: Option[Any], names: Sequence[str], hint: str) -> None:
        super().__init__(option)
        self._box = QComboBox(editable=True)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(5)
        self._box.addItems(["", *names])
        line = self._box.lineEdit()
        if line is not None:
            line.setPlaceholderText(hint)
        self._box.editTextChanged.connect(lambda _words: self.changed.emit())
        self._add(self._box)

    def value(self) -> str:
        """Return what is chosen or written."""
        return " ".join(self._box.currentText().split())

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._box.blockSignals(True)
        self._box.setEditText(value)
        self._box.blockSignals(False)


class DayField(WordsField):
    """A line to write a day on, in words as elsewhere; `at_end` takes the last day of what is written, else the first."""

    def __init__(self, option: Day, *, at_end: bool) -> None:
        super().__init__(option, self.tr("the last") if at_end else self.tr("the first"))
        self._at_end = at_end

    def value(self) -> date | None:
        """Return what is chosen."""
        words = super().value()
        if not words:
            return None
        frame = parse(words)
        return frame.last_day if self._at_end else frame.first_day or frame.last_day

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._line.setText(long_date(value) if value else "")
        self._mark()

    def _edited(self) -> None:
        self._mark()
        super()._edited()

    def _mark(self) -> None:
        """Say in words what is understood, or that nothing is."""
        day, words = self.value(), self._line.text().strip()
        restyle(self._line, trouble="true" if words and day is None else "")
        self._line.setToolTip(long_date(day) if day else self.tr("Not read as a day.") if words else self.option.help)


OptionField = FlagField | SegmentField | ListField | SeveralField | WordsField | NamesField
"""Shows one option: `value` is what is chosen, `show_value` shows another without telling anybody."""


def field_for(option: Option[Any], names: Sequence[str] | None = None) -> OptionField:
    """Return the field that suits an option; `names` are what a plan offers for it."""
    if names is not None:
        return NamesField(option, names, option.hint if isinstance(option, Words) else "")
    if isinstance(option, Flag):
        return FlagField(option)
    if isinstance(option, OneOf):
        letters = sum(len(choice.words) for choice in option.choices)
        return SegmentField(option) if letters <= _SIDE_BY_SIDE else ListField(option)
    if isinstance(option, Whole):
        return ListField(option)
    if isinstance(option, Several):
        return SeveralField(option)
    if isinstance(option, Day):
        return DayField(option, at_end=option.key == "to")
    return WordsField(option, option.hint if isinstance(option, Words) else "")
