"""Beside the matrix: what the letters mean, which checks the plan wants, and what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mkplanner.charts.rasic_tokens import token
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.rasic import MEANINGS
from mkplanner.ui import theme
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.painting import paint
from mkplanner.ui.rasic.problems import ProblemList

ORDER = "RASIC"
CHECKS = (
    (("no-accountable", "two-accountable", "nobody-accountable"), "Exactly one Accountable"),
    (("no-responsible",), "At least one Responsible"),
    (("retired-holds-letters",), "Retired people hold none"),
)
WIDTH = 224


class SidePanel(QWidget):
    """Legend, checks, choice and problems, one below the other.

    `letter_wanted`, `note_wanted` and `clear_wanted` come from its buttons, `row_wanted` from a problem that is chosen.
    """

    letter_wanted = Signal(str)
    note_wanted = Signal()
    clear_wanted = Signal()
    row_wanted = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._boxes: list[tuple[tuple[str, ...], QCheckBox]] = []
        self.setObjectName("rasic_side")
        self.setFixedWidth(theme.px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        layout.setSpacing(theme.px(8))
        self._add_legend(layout)
        layout.addWidget(_rule())
        self._add_checks(layout)
        layout.addWidget(_rule())
        self._add_choice(layout)
        layout.addWidget(_rule())
        self._notices = ProblemList(bridge, self)
        self._notices.row_wanted.connect(self.row_wanted)
        layout.addWidget(self._notices, 1)
        bridge.changed.connect(self._read_checks)

    def _add_legend(self, layout: QVBoxLayout) -> None:
        layout.addWidget(_title("Letters in this plan"))
        for letter in ORDER:
            word, meaning = MEANINGS[letter]
            layout.addWidget(LegendLine(letter, f"{word}: {meaning}", self))
        layout.addWidget(LegendLine("a", "From the action above", self))

    def _add_checks(self, layout: QVBoxLayout) -> None:
        layout.addWidget(_title("Checks"))
        for ids, words in CHECKS:
            box = QCheckBox(words, self)
            box.setObjectName(f"check_{ids[0]}")
            box.clicked.connect(lambda wanted, ids=ids: self._switch(ids, wanted))
            layout.addWidget(box)
            self._boxes.append((ids, box))
        self._read_checks()

    def _add_choice(self, layout: QVBoxLayout) -> None:
        self._choice = _title("Nothing chosen")
        self._cursor = QLabel("", self)
        self._cursor.setWordWrap(True)
        self._cursor.setObjectName("rasic_cursor_words")
        layout.addWidget(self._choice)
        layout.addWidget(self._cursor)
        letters = QHBoxLayout()
        letters.setSpacing(theme.px(6))
        for letter in ORDER:
            letters.addWidget(self._letter_button(letter))
        letters.addStretch(1)
        layout.addLayout(letters)
        buttons = QGridLayout()
        for column, (words, news) in enumerate((("Add note…", self.note_wanted), ("Clear", self.clear_wanted))):
            button = QPushButton(words, self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, news=news: news.emit())
            buttons.addWidget(button, 0, column)
        layout.addLayout(buttons)

    def _letter_button(self, letter: str) -> QPushButton:
        button = LetterButton(letter, self)
        button.clicked.connect(lambda: self.letter_wanted.emit(letter))
        return button

    def tell(self, heading: str, words: str) -> None:
        """Say what is chosen, and what stands at the cursor."""
        self._choice.setText(heading)
        self._cursor.setText(words)

    def _read_checks(self, *_: object) -> None:
        off = set(self._bridge.plan.info.checks_off)
        for ids, box in self._boxes:
            box.setChecked(not off.intersection(ids))

    def _switch(self, ids: tuple[str, ...], wanted: bool) -> None:
        off = [id_ for id_ in self._bridge.plan.info.checks_off if id_ not in ids]
        if not wanted:
            off.extend(ids)
        self._bridge.run(
            SetPlanInfo((("checks_off", tuple(off)),), "Switch check on" if wanted else "Switch check off"), self
        )


class LegendLine(QWidget):
    """A letter as it looks in the matrix, and its meaning."""

    def __init__(self, letter: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = letter
        self._words = words
        self.setAccessibleName(words)
        self.setFixedHeight(theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw token and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inherited = self._letter.islower()
        paint(painter, token(self._letter, theme.px(11), self.height() / 2, theme.px(20), inherited), theme.current())
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text2" if inherited else "text"))
        place = QRect(theme.px(32), 0, self.width() - theme.px(32), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)


class LetterButton(QPushButton):
    """A button with a letter's token on it, for workshops held by mouse."""

    def __init__(self, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setAccessibleName(MEANINGS[letter][0])
        self.setToolTip(f"{MEANINGS[letter][0]} ({letter})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(theme.px(30), theme.px(30)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the token in its middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, token(self._letter, self.width() / 2, self.height() / 2, theme.px(20)), theme.current())


def _title(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(13, bold=True))
    label.setWordWrap(True)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
