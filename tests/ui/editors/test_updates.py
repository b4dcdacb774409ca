from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.status import Rag
from mkplanner.ui.editors.updates import UpdatesEdit, update_heading
from tests.ui.editors.reading import plan_of, words


def test_an_update_is_added_and_stands_first(qtbot, panel):
    panel._bridge.run(AddUpdate("a22", "Older news", Rag.GREEN, date(2025, 9, 1), "HR Manager"))
    panel.show_item("a22")
    qtbot.mouseClick(panel.row.updates.opener, Qt.MouseButton.LeftButton)
    panel.row.updates.form.text.setPlainText("Trainer booked")
    qtbot.mouseClick(panel.row.updates.form.rag.buttons["green"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.row.updates.form.add, Qt.MouseButton.LeftButton)

    newest = plan_of(panel).updates_of["a22"][-1]
    assert (newest.text, newest.rag) == ("Trainer booked", Rag.GREEN)
    said = words(panel.row.updates)
    assert said.index("Trainer booked") < said.index("Older news")
    assert "Latest update" in said
    assert not panel.row.updates.form.isVisible()


def test_an_update_is_signed_by_who_uses_the_program_unless_another_name_is_typed(panel):
    panel._bridge.author = "Ann Miles"
    panel.show_item("a22")
    form = panel.row.updates.form
    for name in ("Ann Miles", "HR Manager"):
        panel.row.updates.open_form()
        assert form.by.text() == "Ann Miles"
        form.by.setText(name)
        form.text.setPlainText(f"Told by {name}")
        form.given.emit()
    assert [update.author for update in plan_of(panel).updates_of["a22"]] == ["Ann Miles", "HR Manager"]


def test_a_changed_update_keeps_its_author_until_another_is_typed(panel):
    panel._bridge.author = "Ann Miles"
    panel._bridge.run(AddUpdate("a22", "News", None, date(2025, 11, 3), "Head of Legal"))
    panel.show_item("a22")
    form = panel.row.updates.form
    panel.row.updates.open_form(plan_of(panel).updates_of["a22"][0])
    assert form.by.text() == "Head of Legal"
    form.text.setPlainText("More news")
    form.given.emit()
    assert plan_of(panel).updates_of["a22"][0].author == "Head of Legal"


@pytest.mark.parametrize("rag", ["amber", "red"])
def test_amber_and_red_need_a_comment(qtbot, panel, rag):
    panel.show_item("a22")
    panel.row.updates.open_form()
    qtbot.mouseClick(panel.row.updates.form.rag.buttons[rag], Qt.MouseButton.LeftButton)
    assert not panel.row.updates.form.add.isEnabled()
    assert "need a comment" in panel.row.updates.form.hint.text()
    panel.row.updates.form.text.setPlainText("The trainer is ill")
    assert panel.row.updates.form.add.isEnabled()
    assert not panel.row.updates.form.hint.isVisible()


def test_only_the_newest_updates_stand_there_until_all_are_wanted(qtbot, panel):
    for day in range(1, 7):
        panel._bridge.run(AddUpdate("a22", f"Note {day}", None, date(2025, 9, day)))
    panel.show_item("a22")
    assert "Note 6" in words(panel.row.updates)
    assert "Note 1" not in words(panel.row.updates)
    qtbot.mouseClick(panel.row.updates.findChild(QPushButton, "older_updates"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Note 1" in words(panel.row.updates))


def test_the_heading_of_an_update_tells_when_and_by_whom(panel):
    panel._bridge.run(AddUpdate("a22", "News", None, date(2025, 11, 3), "Head of Legal"))
    update = plan_of(panel).updates_of["a22"][0]

    assert update_heading(update, True) == "Latest update · 3 November 2025 · Head of Legal"
    assert update_heading(update, False) == "3 November 2025 · Head of Legal"


def test_cancel_puts_the_form_away_and_nothing_is_added(qtbot, panel):
    panel.show_item("a22")
    assert isinstance(panel.row.updates, UpdatesEdit)
    panel.row.updates.open_form()
    panel.row.updates.form.text.setPlainText("half a thought")
    qtbot.mouseClick(panel.row.updates.findChild(QPushButton, "cancel_update"), Qt.MouseButton.LeftButton)

    assert not panel.row.updates.form.isVisible()
    assert plan_of(panel).updates == {}


def test_a_form_half_filled_for_a_row_is_not_taken_to_another(panel):
    panel.show_item("a22")
    panel.row.updates.open_form()
    panel.row.updates.form.text.setPlainText("about training")
    panel.show_item("a23")

    assert panel.row.updates.form.text.toPlainText() == ""


def test_an_update_is_changed_and_amber_still_needs_a_comment(panel):
    update = panel._bridge.run(AddUpdate("a22", "All wel", Rag.GREEN, date(2025, 11, 3), "HR Manager")).id
    panel.show_item("a22")
    panel.row.updates.findChild(QToolButton, f"change_{update}").click()
    form = panel.row.updates.form
    assert form.isVisible()
    form.rag.buttons["amber"].click()
    form.text.setPlainText("")
    assert not form.add.isEnabled()
    form.text.setPlainText("The trainer is ill")
    form.add.click()

    now = plan_of(panel).updates[update]
    assert (now.text, now.rag, now.date, now.author) == (
        "The trainer is ill",
        Rag.AMBER,
        date(2025, 11, 3),
        "HR Manager",
    )
    assert not form.isVisible()


def test_an_update_is_deleted_and_undo_brings_it_back(panel):
    update = panel._bridge.run(AddUpdate("a22", "All well", None, date(2025, 11, 3))).id
    panel.show_item("a22")
    button = panel.row.updates.findChild(QToolButton, f"delete_{update}")
    assert button.accessibleName() == "Delete the update of 3 November 2025"
    button.click()
    assert "No update yet." in words(panel.row.updates)
    panel._bridge.undo()
    assert "All well" in words(panel.row.updates)
