"""Beside the matrix: what the letters mean, what is chosen, and what is wrong, with a way to the plan's letters and checks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.checks.rules import RULES, is_on
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.look import theme
from mkplanner.ui.parts import rule
from mkplanner.ui.rasic.legend import Legend, LetterButtons
from mkplanner.ui.rasic.problems import ProblemList

WIDTH = 236


class SidePanel(QWidget):
    """Legend, choice and problems, one below the other.

    `letter_wanted` brings a code, `note_wanted`, `clear_wanted` and `letters_wanted` come from its buttons, `place_wanted`
    brings row and party of a problem that is chosen, either may be empty.
    """

    letter_wanted = Signal(str)
    note_wanted = Signal()
    clear_wanted = Signal()
    letters_wanted = Signal()
    place_wanted = Signal(str, str)

    def __init__(self, bridge: SessionBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setObjectName("rasic_side")
        self.setFixedWidth(theme.px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        layout.setSpacing(theme.px(7))
        self._add_legend(layout)
        layout.addWidget(rule())
        self._add_choice(layout)
        layout.addWidget(rule())
        self._notices = ProblemList(bridge, self)
        self._notices.place_wanted.connect(self.place_wanted)
        layout.addWidget(self._notices, 1)
        bridge.changed.connect(self._read)
        self._read()

    def _add_legend(self, layout: QVBoxLayout) -> None:
        self._heading = _title("Letters in this plan")
        self._legend = Legend(self)
        self._open = QPushButton("Letters and checks…", self)
        self._open.setObjectName("letters_and_checks")
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(lambda _=False: self.letters_wanted.emit())
        layout.addWidget(self._heading)
        layout.addWidget(self._legend)
        layout.addWidget(self._open)

    def _add_choice(self, layout: QVBoxLayout) -> None:
        self._choice = _title("Nothing chosen")
        self._cursor = QLabel("", self)
        self._cursor.setWordWrap(True)
        self._cursor.setObjectName("rasic_cursor_words")
        self._cursor.setTextFormat(Qt.TextFormat.PlainText)
        self._letters = LetterButtons(self)
        self._letters.wanted.connect(self.letter_wanted)
        layout.addWidget(self._choice)
        layout.addWidget(self._cursor)
        layout.addWidget(self._letters)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        for words, news in (("Add note…", self.note_wanted), ("Clear", self.clear_wanted)):
            button = QPushButton(words, self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, news=news: news.emit())
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def tell(self, heading: str, words: str) -> None:
        """Say what is chosen, and what stands at the cursor."""
        self._choice.setText(heading)
        self._cursor.setText(words)

    def _read(self, *_: object) -> None:
        plan = self._bridge.plan
        letters = letter_set(plan)
        self._heading.setText(f"{letters.name} in this plan")
        self._legend.show_letters(letters)
        self._letters.show_letters(letters)
        kept = sum(is_on(plan, found.key) for found in RULES)
        self._open.setToolTip(f"{kept} of {len(RULES)} checks are kept. Letters, their meaning and checks of this plan")


def _title(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(13, bold=True))
    label.setWordWrap(True)
    return label
