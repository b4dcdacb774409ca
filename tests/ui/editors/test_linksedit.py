import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import SetField
from mkplanner.models.plan import LinkType
from mkplanner.ui.editors.linksedit import LinkLine
from mkplanner.ui.editors.panel import DetailsPanel
from mkplanner.ui.editors.rowpicker import RowEdit


def links(panel: DetailsPanel) -> list[str]:
    return [line.accessibleName() for line in panel.row.links.findChildren(LinkLine)]


def type_row(panel: DetailsPanel, qtbot, words: str) -> None:
    edit = panel.row.links.findChild(RowEdit, "new_link")
    edit.setFocus()
    qtbot.keyClicks(edit, words)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("words", ["1.2", "Put a collaboration agreement in place", "collaboration"])
def test_a_row_is_followed_by_typing_its_number_or_title(panel, qtbot, words):
    panel.show_item("a21")
    type_row(panel, qtbot, words)

    (link,) = panel._bridge.plan.links
    assert (link.before, link.after, link.type) == ("a12", "a21", LinkType.FS)
    assert links(panel) == ["Follows 1.2 Put a collaboration agreement in place"]
    panel.show_item("a12")
    assert links(panel) == ["Comes before 2.1 Appoint the Head of Shared Legal Services"]


@pytest.mark.parametrize("words", ["nothing of the kind", "the"])
def test_words_that_fit_no_row_or_several_stay_with_a_sentence(panel, qtbot, words):
    panel.show_item("a21")
    type_row(panel, qtbot, words)

    assert panel._bridge.plan.links == ()
    trouble = panel.row.links.findChild(QLabel, "link_trouble")
    assert trouble.isVisible()
    assert words in trouble.text()
    assert panel.row.links.findChild(RowEdit, "new_link").text() == words


def test_a_link_that_makes_no_sense_is_refused_in_a_sentence(panel, qtbot, recorder):
    panel.show_item("a21")
    type_row(panel, qtbot, "2.1")

    assert "itself" in str(recorder.errors[0])
    assert panel._bridge.plan.links == ()


def test_delete_removes_the_link_and_undo_brings_it_back(panel, qtbot):
    bridge = panel._bridge
    bridge.run(LinkItems("a12", "a25"))
    panel.show_item("a25")
    line = panel.row.links.findChild(LinkLine)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert links(panel) == []
    bridge.undo()
    assert len(links(panel)) == 1


def test_the_menu_changes_the_sort_and_the_days_between(panel):
    bridge = panel._bridge
    bridge.run(LinkItems("a12", "a25"))
    panel.show_item("a25")
    line = panel.row.links.findChild(LinkLine)
    line.days.setValue(10)
    line._keep_days()
    assert links(panel) == ["Follows 1.2 (10 days between) Put a collaboration agreement in place"]
    line = panel.row.links.findChild(LinkLine)
    sort = next(action for action in line.menu().actions() if "(SS)" in action.text())
    sort.trigger()
    assert bridge.plan.links[0].type is LinkType.SS
    assert bridge.plan.links[0].lag_days == 10


def test_a_broken_link_offers_to_move_the_row_and_says_what_would_move(panel, qtbot):
    bridge = panel._bridge
    bridge.run(LinkItems("a11", "a25"))
    panel.show_item("a25")
    (move,) = panel.row.links.findChildren(QPushButton)
    assert move.text() == "Move 2.5 to start on 1 April 2026"
    assert move.toolTip() == "2.5: Spring 2026 → April 2026 to June 2026"
    panel.remedy_taken.connect(lambda remedy: bridge.run(remedy.command))
    move.click()
    assert bridge.plan.items["a25"].by_when.words == "April 2026 to June 2026"
    assert panel.row.links.findChildren(QPushButton) == []


def test_what_is_being_typed_stays_when_somebody_else_changes_the_plan(panel, qtbot):
    panel.show_item("a21")
    edit = panel.row.links.findChild(RowEdit, "new_link")
    edit.setFocus()
    qtbot.keyClicks(edit, "1.")
    panel._bridge.run(LinkItems("a12", "a25"))
    assert panel.row.links.findChild(RowEdit, "new_link").text() == "1."


def test_headings_are_not_asked_for_links(panel):
    panel.show_item("t1")
    assert not panel.row.links.isVisible()


def test_a_way_out_is_offered_to_whoever_shows_what_it_would_move(panel):
    panel._bridge.run(LinkItems("a22", "a25"))
    panel._bridge.run(SetField("a22", "by_when", "By 30 June 2026"))
    panel.show_item("a25")
    taken = []
    panel.remedy_taken.connect(taken.append)
    button = next(b for b in panel.row.links.findChildren(QPushButton) if "_remedy_" in b.objectName())
    button.click()

    assert taken[0].title == button.text()
    assert panel._bridge.plan.items["a25"].by_when.words == "Spring 2026"
