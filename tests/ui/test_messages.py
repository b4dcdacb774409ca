"""The one mouth of the program."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from mkplanner.errors import PlannerError
from mkplanner.ui import messages


def answer_with(words: str | None, seen: list[QMessageBox]) -> None:
    """Press a button of the box that comes up next, or close it."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        for button in box.buttons():
            if button.text().replace("&", "") == words:
                button.click()
                return
        box.reject()

    QTimer.singleShot(50, press)


def test_an_error_shows_sentence_advice_and_detail(qtbot: QtBot) -> None:
    seen: list[QMessageBox] = []
    answer_with(None, seen)
    messages.Windows().error(None, PlannerError("The disk is full.", "Make room; nothing was lost.", "errno 28"))
    assert seen[0].text() == "The disk is full."
    assert seen[0].informativeText() == "Make room; nothing was lost."
    assert seen[0].detailedText() == "errno 28"


def test_a_question_answers_with_the_place_of_the_choice_or_none(qtbot: QtBot) -> None:
    for words, place in (("Open it", 0), ("Keep both", 1), ("Cancel", None)):
        answer_with(words, [])
        assert messages.Windows().choose(None, "Which?", "Both are whole.", ("Open it", "Keep both")) == place


def test_a_note_passes_by_in_the_status_bar(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    messages.Windows().note(window, "All is in the plan file.")
    assert window.statusBar().currentMessage() == "All is in the plan file."
    messages.Windows().note(None, "Said to nobody")


def test_whoever_speaks_can_be_replaced_and_put_back(qtbot: QtBot) -> None:
    kept = messages.Recorder(answers=[1])
    before = messages.use(kept)
    try:
        messages.note(None, "Noted")
        messages.error(None, PlannerError("Refused."))
        assert messages.choose(None, "Which?", "", "A", "B") == 1
        assert messages.choose(None, "Which now?", "", "A", "B") is None
    finally:
        assert messages.use(before) is kept
    assert (kept.notes, kept.questions) == (["Noted"], ["Which?", "Which now?"])
    assert kept.errors[0].sentence == "Refused."
