"""The one mouth of the program: errors, questions and passing notes. Tests put a recorder in its place.

Qt's message box is only loaded when there is something to say; the start does without.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mkplanner.errors import PlannerError
from mkplanner.ui.asking import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget


class Link(NamedTuple):
    """What a passing note offers to do: the words to click, and what they do."""

    words: str
    deed: Callable[[], object]


class Mouth(Protocol):
    """Whoever tells the user something."""

    def error(self, parent: QWidget | None, trouble: PlannerError) -> None:
        """Show what happened, what to do, and that nothing was lost."""
        ...

    def note(self, parent: QWidget | None, words: str, link: Link | None = None) -> None:
        """Show a passing note that needs no answer; it may offer something to click."""
        ...

    def choose(self, parent: QWidget | None, question: str, detail: str, choices: tuple[str, ...]) -> int | None:
        """Ask one question; return the place of the chosen button, or None for Cancel."""
        ...


class Windows:
    """Message boxes for what stops the user, the status bar for what does not."""

    def error(self, parent: QWidget | None, trouble: PlannerError) -> None:
        """Show a box with the sentence in large and the advice below it."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, "MK Planner", trouble.sentence, parent=parent)
        box.setObjectName("error_box")
        _draw_sign(box, "warning", "warning")
        box.setInformativeText(trouble.advice)
        box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)  # a desktop would write Qt's own in its language
        if trouble.detail:
            box.setDetailedText(trouble.detail)
        ask(box)

    def note(self, parent: QWidget | None, words: str, link: Link | None = None) -> None:
        """Show the words in the window's status bar for ten seconds, for twenty where there is something to click."""
        window = parent.window() if parent is not None else None
        found = getattr(window, "statusBar", None)
        if found is None:
            return
        bar = found()
        if link is not None and hasattr(bar, "show_linked"):
            bar.show_linked(words, link.words, link.deed)
        else:
            bar.showMessage(words, 10_000)

    def choose(self, parent: QWidget | None, question: str, detail: str, choices: tuple[str, ...]) -> int | None:
        """Ask with a button for each choice, the first of them ready for Enter."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Question, "MK Planner", question, parent=parent)
        box.setObjectName("question_box")
        _draw_sign(box, "help", "accent")
        box.setInformativeText(detail)
        buttons = [box.addButton(words, QMessageBox.ButtonRole.AcceptRole) for words in choices]
        box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(buttons[0])
        ask(box)
        clicked = box.clickedButton()
        return next((place for place, button in enumerate(buttons) if button is clicked), None)


def _draw_sign(box: QMessageBox, name: str, token: str) -> None:
    """Put one of the program's own icons in place of Qt's."""
    from mkplanner.ui.look import icons, theme

    box.setIconPixmap(icons.pixmap(name, theme.px(32), token))


class Recorder:
    """Keeps what would have been said, and answers questions with prepared choices (None when there are none left)."""

    def __init__(self, answers: list[int | None] | None = None) -> None:
        self.errors: list[PlannerError] = []
        self.notes: list[str] = []
        self.questions: list[str] = []
        self.answers = answers if answers is not None else []
        self.links: list[Link] = []

    def error(self, parent: QWidget | None, trouble: PlannerError) -> None:
        """Keep the error."""
        self.errors.append(trouble)

    def note(self, parent: QWidget | None, words: str, link: Link | None = None) -> None:
        """Keep the note, and what it offers."""
        self.notes.append(words)
        if link is not None:
            self.links.append(link)

    def choose(self, parent: QWidget | None, question: str, detail: str, choices: tuple[str, ...]) -> int | None:
        """Keep the question and give the next prepared answer."""
        self.questions.append(question)
        return self.answers.pop(0) if self.answers else None


_mouth: Mouth = Windows()


def use(mouth: Mouth) -> Mouth:
    """Let `mouth` speak from now on, and return who spoke before."""
    global _mouth
    before, _mouth = _mouth, mouth
    return before


def error(parent: QWidget | None, trouble: PlannerError) -> None:
    """Tell the user about trouble they can do something about."""
    _mouth.error(parent, trouble)


def note(parent: QWidget | None, words: str, link: Link | None = None) -> None:
    """Tell the user something in passing."""
    _mouth.note(parent, words, link)


def choose(parent: QWidget | None, question: str, detail: str, *choices: str) -> int | None:
    """Ask the user to choose; returns the place of the choice, or None for Cancel."""
    return _mouth.choose(parent, question, detail, choices)
