"""Fields for the plan's own words: a line for each letter, its word and what it means here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import LetterSet, with_words, words_setting
from mkplanner.ui.look import theme


class WordsBox(QWidget):
    """Shows one set at a time; an emptied field goes back to the usual word."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._set: LetterSet | None = None
        self._fields: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)

    def show_set(self, usual: LetterSet) -> None:
        """Show the letters of a set with the plan's words for them."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        self._set, self._fields = usual, {}
        for row, letter in enumerate(with_words(usual, self._plan).letters):
            mark = QLabel(letter.key)
            mark.setFont(theme.font(13, bold=True))
            plain = usual.letter(letter.code)
            word, meaning = self._field(letter.word, plain.word), self._field(letter.meaning, plain.meaning)
            word.setAccessibleName(f"Word for {letter.key}")
            word.setObjectName(f"word_{letter.code}")
            meaning.setAccessibleName(f"What {letter.key} means")
            meaning.setObjectName(f"meaning_{letter.code}")
            word.setFixedWidth(theme.px(120))
            for column, widget in enumerate((mark, word, meaning)):
                self._grid.addWidget(widget, row, column)
            self._fields[letter.code] = (word, meaning)

    def _field(self, words: str, usual: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setPlaceholderText(usual)
        return field

    def letters(self) -> LetterSet:
        """Return the set that is shown, in the plan's words."""
        assert self._set is not None
        return with_words(self._set, self._plan)

    def commands(self) -> Iterator[Command]:
        """Yield what keeps the words that were changed."""
        assert self._set is not None
        for code, (word, meaning) in self._fields.items():
            usual = self._set.letter(code)
            wanted = (word.text().strip() or usual.word, meaning.text().strip() or usual.meaning)
            name = words_setting(self._set, code)
            kept = None if wanted == (usual.word, usual.meaning) else list(wanted)
            if kept != self._plan.setting(name):
                yield SetSetting(name, kept, "Change what a letter means")
