"""The bar of questions above the matrix, and the menu in which they are asked by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from mkplanner.models.people import Party
from mkplanner.models.rasic.questions import Asked, Question, say, say_answer
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.mnemonics import give_letters

MOST_COMPARED = 40


class QuestionBar(QFrame):
    """Says what is asked and how many rows answer. `asked` brings a new question; the menu asks about the cursor's party."""

    asked = Signal(object)

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model
        self._party = ""
        self.setProperty("role", "strip")
        self.setObjectName("question_bar")
        self.setFixedHeight(theme.px(34))
        self._menu = QMenu(self)
        self._menu.setObjectName("question_menu")
        self._gaps = self._toggle("Gaps only", "gaps", "Rows that need a look or have no letters yet")
        self._done = self._toggle("Hide done", "hide_done", "Leave out what is complete")
        self._button = self._tool("Question (?)", "ask_question", "Ask about the post at the cursor")
        self._words = QLabel("", self)
        self._words.setObjectName("question_words")
        self._clear = self._tool("Show all (Esc)", "clear_question", "Back to every row and column")
        self._lay_out()
        model.modelReset.connect(self.read)
        model.settled.connect(self.read)
        self.read()

    def _lay_out(self) -> None:
        self._gaps.clicked.connect(lambda on: self._ask(asked=Asked.GAPS if on else Asked.NOTHING))
        self._done.clicked.connect(lambda on: self._ask(hide_done=on))
        self._button.setIcon(icon("search", "text"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.clicked.connect(lambda: self.open(self._button.mapToGlobal(QPoint(0, self._button.height()))))
        self._clear.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(2))
        layout.setSpacing(theme.px(4))
        for widget in (self._button, self._gaps, self._done):
            layout.addWidget(widget)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._clear)

    def _tool(self, words: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setObjectName(name)
        button.setProperty("role", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _toggle(self, words: str, name: str, tip: str) -> QToolButton:
        button = self._tool(words, name, tip)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def about(self, party: str) -> None:
        """Ask about this party from now on."""
        self._party = party

    def read(self) -> None:
        """Say what is asked now and how many rows answer."""
        question, matrix = self._grid.question, self._grid.matrix
        said = say(matrix, question)
        words = f"{said}: {say_answer(matrix, question)}" if said else ""
        if question.words:
            words = f"{words} · with “{question.words}”" if words else f"Rows with “{question.words}”"
        if self._grid.hidden and question.asked is not Asked.COMPARE:
            hidden = self._grid.hidden
            words = f"{words} · " * bool(words) + f"{hidden} {'post is' if hidden == 1 else 'posts are'} hidden"
        self._words.setText(words)
        self._words.setToolTip(words)
        for button, on in ((self._gaps, question.asked is Asked.GAPS), (self._done, question.hide_done)):
            button.setChecked(on)
            button.setIcon(icon("tick", "accent") if on else icon("filter", "text2"))
        self._clear.setVisible(question.asked is not Asked.NOTHING or question.hide_done)

    def clear(self) -> None:
        """Show every row again; words in the filter box stay."""
        self.asked.emit(Question(words=self._grid.question.words))

    def open(self, place: QPoint) -> None:
        """Show the menu of questions here; every entry has a letter."""
        self._fill()
        self._menu.popup(place)
        self._menu.setActiveAction(self._menu.actions()[0])

    def _fill(self) -> None:
        self._menu.clear()
        party = self._grid.matrix.plan.parties.get(self._party)
        self._entry("&Gaps only", asked=Asked.GAPS)
        if party is not None:
            self._fill_party(party)
        self._menu.addSeparator()
        hidden = self._grid.question.hide_done
        self._entry("Show &done" if hidden else "Hide &done", hide_done=not hidden)
        self._menu.addAction("Show &all rows").triggered.connect(lambda _=False: self.clear())
        give_letters(self._menu)

    def _fill_party(self, party: Party) -> None:
        name = party.name.replace("&", "&&")
        self._entry(f"&Where is {name}? (any letter)", asked=Asked.WHERE, party=party.id, letters="")
        where = self._menu.addMenu(f"Where is {name}, by &letter")
        for letter in self._grid.letters.letters:
            self._entry(f"&{letter.key}  {letter.word}", where, asked=Asked.WHERE, party=party.id, letters=letter.code)
        self._entry(f"What does {name} &owe this quarter?", asked=Asked.OWES, party=party.id)
        self._fill_others(self._menu.addMenu(f"&Compare {name} with"), party)

    def _fill_others(self, menu: QMenu, party: Party) -> None:
        others: Sequence[Party] = [other for other in self._grid.matrix.parties if other.id != party.id]
        menu.setEnabled(bool(others))
        for other in others[:MOST_COMPARED]:
            name = other.name.replace("&", "&&")
            self._entry(name, menu, asked=Asked.COMPARE, party=party.id, other=other.id)

    def _entry(self, words: str, menu: QMenu | None = None, **changes: object) -> None:
        action = (menu or self._menu).addAction(words)
        action.triggered.connect(lambda _=False: self._ask(**changes))

    def _ask(self, **changes: object) -> None:
        self.asked.emit(replace(self._grid.question, **changes))  # type: ignore[arg-type]
