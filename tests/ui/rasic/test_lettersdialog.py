"""Letters, their meaning and checks of a plan, changed in one dialogue and taken back with one undo."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mkplanner.models.checks.registry import check
from mkplanner.models.checks.rules import is_on, limit_of
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.ui.rasic.legend import LegendLine, LetterButton
from mkplanner.ui.rasic.lettersdialog import LettersDialog
from mkplanner.ui.rasic.rulesbox import RulesBox
from mkplanner.ui.rasic.straysbox import StraysBox
from mkplanner.ui.rasic.view import RasicView
from mkplanner.ui.rasic.wordsbox import WordsBox


def dialog_of(view: RasicView, qtbot: QtBot) -> LettersDialog:
    dialog = LettersDialog(view, view._bridge)
    qtbot.addWidget(dialog)
    return dialog


def choose(dialog: LettersDialog, name: str) -> None:
    box = dialog.findChild(QComboBox, "letter_sets")
    box.setCurrentIndex(box.findData(name))


def test_keeping_without_a_change_changes_nothing(view: RasicView, qtbot: QtBot) -> None:
    before = view.model.matrix.plan
    dialog_of(view, qtbot).accept()
    assert view.model.matrix.plan is before


def test_another_set_tells_what_has_no_place_and_the_view_follows(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    assert isinstance(dialog._strays, StraysBox)
    assert dialog.findChild(QComboBox, "stray_S") is None
    choose(dialog, "DACI")
    box = dialog.findChild(QComboBox, "stray_S")
    assert box is not None
    assert [box.itemText(place) for place in range(box.count())][1] == "become D, Driver"
    box.setCurrentIndex(box.findData("C"))
    assert dialog.findChild(QCheckBox, "rule_one-accountable").text() == "Exactly one Approver"
    dialog.accept()
    assert letter_set(view.model.matrix.plan).name == "DACI"
    assert not any("S" in cell.letters for cell in view.model.matrix.plan.assignments.values())
    assert [button.accessibleName() for button in view._side._letters.findChildren(LetterButton)][-4:] == [
        "Driver",
        "Approver",
        "Contributor",
        "Informed",
    ]
    view._bridge.undo()
    assert letter_set(view.model.matrix.plan).name == "RASIC"
    assert any("S" in cell.letters for cell in view.model.matrix.plan.assignments.values())


def test_letters_that_stay_are_marked_and_told(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    choose(dialog, "RACI")
    dialog.accept()
    assert any(notice.id == "letter-without-place" for notice in check(view.model.matrix.plan))
    cell = next(cell for cell in view.model.matrix.plan.assignments.values() if "S" in cell.letters)
    assert view.model.matrix.is_doubtful(cell.item, cell.party)


def test_the_plans_own_words_are_kept_and_an_emptied_field_is_usual_again(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    assert isinstance(dialog._words, WordsBox)
    dialog.findChild(QLineEdit, "word_S").setText("Signs off")
    dialog.findChild(QLineEdit, "meaning_S").setText("signs the paper")
    dialog.accept()
    assert letter_set(view.model.matrix.plan).letter("S").meaning == "signs the paper"
    assert "Signs off: signs the paper" in [line.accessibleName() for line in view.findChildren(LegendLine)]
    dialog = dialog_of(view, qtbot)
    dialog.findChild(QLineEdit, "word_S").setText("")
    dialog.findChild(QLineEdit, "meaning_S").setText("")
    dialog.accept()
    assert letter_set(view.model.matrix.plan).word("S") == "Support"
    assert not view.model.matrix.plan.settings


def test_checks_and_limits_are_switched_and_come_back_with_one_undo(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    assert isinstance(dialog._rules, RulesBox)
    dialog.findChild(QCheckBox, "rule_one-accountable").click()
    dialog.findChild(QCheckBox, "rule_separate").click()
    dialog.findChild(QLineEdit, "limit_to-do").setText("3")
    dialog.accept()
    plan = view.model.matrix.plan
    assert not any(notice.id == "no-accountable" for notice in check(plan))
    assert is_on(plan, "separate")
    assert limit_of(plan, "to-do") == 3
    view._bridge.undo()
    plan = view.model.matrix.plan
    assert any(notice.id == "no-accountable" for notice in check(plan))
    assert limit_of(plan, "to-do") == 10
    assert not plan.settings


def test_a_limit_without_a_number_is_the_usual_one(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    dialog.findChild(QLineEdit, "limit_to-do").setText("")
    dialog.accept()
    assert limit_of(view.model.matrix.plan, "to-do") == 10


def test_parts_take_all_letters_of_their_action(view: RasicView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, qtbot)
    dialog._inherit.setChecked(True)
    dialog.accept()
    assert view.model.matrix.inherits_all
