import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.editors.markstrip import MarkStrip
from mkplanner.ui.merging.changeview import ENTRY
from mkplanner.ui.merging.review import ReviewDialog


@pytest.fixture
def dialog(qtbot, dressed, merged):
    made = ReviewDialog(None, merged, "From the Audit Manager", "HR Manager", merged.news_since({}))
    qtbot.addWidget(made)
    made.show()
    return made


def boxes(dialog):
    return {(box.conflict.item, box.conflict.field): box for box in dialog._boxes}


def choose(dialog, item, field, author):
    box = boxes(dialog)[item, field]
    choice = next(each for each in box.conflict.choices if each.author == author)
    dialog.findChild(QRadioButton, f"choice_{box.conflict.id}_{choice.n}_button").click()


def settle(dialog):
    return dialog.findChild(QPushButton, "settle")


def test_three_numbers_come_first(dialog, merged):
    whole, fitted, waiting = (int(number.text()) for number in dialog._numbers)

    assert waiting == len(merged.conflicts()) == 2
    assert whole == fitted + waiting


def test_conflicts_stand_in_the_order_of_their_rows(dialog):
    assert [box.conflict.item for box in dialog._boxes] == ["a", "b"]


def test_nothing_is_chosen_at_the_start(dialog):
    assert [box.answer() for box in dialog._boxes] == [None, None]
    assert settle(dialog).text() == "2 left to choose"
    assert not settle(dialog).isEnabled()


def test_the_button_counts_what_remains(dialog):
    choose(dialog, "a", "by_when", "Audit Manager")
    assert settle(dialog).text() == "Settle 1, 1 left"

    choose(dialog, "b", "title", "HR Manager")
    assert settle(dialog).text() == "Settle 2 conflicts"


def test_both_versions_stand_side_by_side_with_their_readings_and_marks(dialog):
    box = boxes(dialog)["a", "by_when"]
    names = [button.accessibleName() for button in box.findChildren(QRadioButton)]

    assert names[:2] == ["Yours: By 15 December 2026", "Audit Manager: By 31 January 2027"]
    assert len(box.findChildren(MarkStrip)) == 2
    first, second = (strip.span for strip in box.findChildren(MarkStrip))
    assert first == second


def test_each_conflict_settled_is_one_step_that_undo_takes_back(dialog, merged):
    choose(dialog, "a", "by_when", "Audit Manager")
    choose(dialog, "b", "title", "HR Manager")
    settle(dialog).click()

    assert dialog.result() == dialog.DialogCode.Accepted
    assert merged.conflicts() == ()
    assert merged.plan.items["a"].by_when.words == "By 31 January 2027"
    assert merged.plan.items["b"].title == "Share one switchboard"
    merged.session.undo()
    assert [conflict.field for conflict in merged.conflicts()] == ["title"]
    merged.session.undo()
    assert len(merged.conflicts()) == 2


def test_one_may_be_settled_and_the_other_left_for_later(dialog, merged):
    choose(dialog, "b", "title", "Audit Manager")
    settle(dialog).click()

    assert dialog.isVisible()
    assert [box.conflict.field for box in dialog._boxes] == ["by_when"]
    assert settle(dialog).text() == "1 left to choose"
    dialog.reject()
    assert len(merged.conflicts()) == 1


def test_a_third_version_is_typed_and_read_at_once(dialog, merged, qtbot):
    box = boxes(dialog)["a", "by_when"]
    field = dialog.findChild(QLineEdit, f"words_{box.conflict.id}")
    qtbot.keyClicks(field, "By 20 December 2026")

    assert box.answer() == "By 20 December 2026"
    assert "20 December 2026" in box._reading.text()
    settle(dialog).click()
    assert merged.plan.items["a"].by_when.words == "By 20 December 2026"


def test_the_keyboard_alone_is_enough(dialog, merged, qtbot):
    first = dialog._boxes[0]
    assert first.focusWidget() is first._group.buttons()[0]
    qtbot.keyClick(first._group.buttons()[0], Qt.Key.Key_Space)
    own = first.answer()
    qtbot.keyClick(first._group.buttons()[0], Qt.Key.Key_Right)
    assert {own, first.answer()} == {1, 2}

    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert [conflict.id for conflict in merged.conflicts()] != [first.conflict.id]
    assert len(merged.conflicts()) == 1


def test_words_that_cannot_be_taken_are_told_and_nothing_is_closed(dialog, merged, recorder, qtbot):
    choose(dialog, "b", "title", "Audit Manager")
    box = boxes(dialog)["b", "title"]
    merged.resolve(box.conflict.id, 1)  # in another window, meanwhile
    settle(dialog).click()

    assert "no conflict" in recorder.errors[0].sentence
    assert dialog.isVisible()
    assert [each.conflict.field for each in dialog._boxes] == ["by_when"]


def test_what_came_in_is_told_in_sentences_and_can_be_filtered(dialog):
    def shown():
        model = dialog._changes.model
        return [model.index(row, 0).data(ENTRY).words for row in range(model.rowCount())]

    assert shown()[0] == "Need your choice  2"
    assert any(words.startswith("Audit Manager set the status of") for words in shown())
    dialog._changes.filter.setText("complete")
    assert [words for words in shown() if "From" not in words][-1].startswith("Audit Manager set the status of")
    assert len(shown()) == 2


def test_the_dialogue_fits_a_small_screen(dialog):
    assert dialog.minimumSizeHint().height() <= 660
    assert dialog.width() <= 1180
    assert dialog.height() <= 660


def test_keeping_both_is_proposed_for_notes(qtbot, dressed, plan_path, copy_path, edit):
    edit(plan_path, "HR Manager", ("a", "notes", "Contract signed."))
    edit(copy_path, "Audit Manager", ("a", "notes", "The supplier is late."))
    opened = open_plan(plan_path, author="HR Manager")
    opened.merge(copy_path)
    dialog = ReviewDialog(None, opened, "Conflicts", "HR Manager")
    qtbot.addWidget(dialog)

    assert settle(dialog).text() == "Settle 1 conflict"
    settle(dialog).click()
    assert opened.plan.items["a"].notes == "Contract signed.\nThe supplier is late."
    opened.close()


def test_a_deletion_against_an_edit_offers_both_ways(qtbot, dressed, plan_path, copy_path, edit):
    from mkplanner.models.commands.rows import DeleteItem

    edit(copy_path, "Audit Manager", ("b", "title", "Share one telephone service"))
    opened = open_plan(plan_path, author="HR Manager")
    opened.session.run(DeleteItem(("b",)))
    opened.merge(copy_path)
    dialog = ReviewDialog(None, opened, "Conflicts", "HR Manager")
    qtbot.addWidget(dialog)

    (box,) = dialog._boxes
    assert box.answer() is None
    assert not box.findChildren(QLineEdit)
    dialog.findChild(QRadioButton, f"choice_{box.conflict.id}_2_button").click()
    settle(dialog).click()
    assert "b" not in opened.plan.items
    opened.close()


def test_a_row_can_be_asked_for(dialog, qtbot):
    with qtbot.waitSignal(dialog.row_chosen) as asked:
        dialog._changes._go(dialog._changes.model.index(dialog._changes.model.rowCount() - 1, 0).data(ENTRY))

    assert asked.args[0] in dialog._opened.plan.items


def test_what_both_started_from_is_said(dialog):
    from PySide6.QtWidgets import QLabel

    words = [each.text() for each in boxes(dialog)["a", "by_when"].findChildren(QLabel)]

    assert "You both started from: “By 31 March 2027”" in words


def test_undo_in_the_session_is_named(dialog, merged):
    choose(dialog, "a", "by_when", "HR Manager")
    settle(dialog).click()

    assert merged.session.history.undo_title == "Settle the date"
    merged.session.run(SetField("a", "by_when", "Ongoing"))
    assert len(merged.conflicts()) == 1


def test_versions_stand_below_each_other_where_the_room_is_small(dialog):
    for width, columns in ((1180, 2), (640, 1), (1180, 2)):
        dialog.resize(width, 500)
        assert [box._columns for box in dialog._boxes] == [columns] * len(dialog._boxes)
        page = dialog._scroll.widget()
        QApplication.sendPostedEvents()
        assert page.minimumSizeHint().width() <= dialog.width() - dialog._changes.width()
