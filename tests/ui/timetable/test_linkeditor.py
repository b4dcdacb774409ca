import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from mkplanner.models.commands.links import ChangeLink, LinkItems, Unlink
from mkplanner.models.edit import Edit
from mkplanner.models.plan import LinkType
from mkplanner.ui.timetable.linkeditor import LinkEditor
from tests.ui.saltway import saltway_plan


@pytest.fixture
def plan():
    edit = Edit(saltway_plan())
    LinkItems("a11", "a25").apply(edit)
    LinkItems("s111", "s112").apply(edit)
    return edit.plan


@pytest.fixture
def opened(qtbot, plan):
    def open_(before):
        orders = []
        link = next(link for link in plan.links if link.before == before)
        editor = LinkEditor(plan, link, orders.append)
        qtbot.addWidget(editor)
        editor.show_near(QPoint(200, 200))
        return editor, link, orders

    return open_


def test_another_sort_and_days_between_are_one_order(qtbot, opened):
    editor, link, orders = opened("s111")
    editor.sort.setCurrentIndex(1)
    editor.days.setValue(10)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert orders == [ChangeLink(link.id, LinkType.SS, 10)]


def test_what_stays_the_same_is_no_order_and_escape_neither(qtbot, opened):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        editor, _, orders = opened("s111")
        qtbot.keyClick(editor, key)
        assert orders == []


def test_it_can_be_removed(opened):
    editor, link, orders = opened("s111")
    editor.findChild(QPushButton, "remove_link").click()

    assert orders == [Unlink(link.id)]


def test_a_broken_link_says_why_and_offers_to_move_the_later_row(qtbot, opened):
    editor, _, _ = opened("a11")
    with qtbot.waitSignal(editor.move_wanted) as asked:
        editor.findChild(QPushButton, "move_row").click()
    assert asked.args == ["a25"]
    editor, _, _ = opened("s111")
    assert editor.findChild(QPushButton, "move_row") is None


def test_names_of_fields_stand_at_the_middle_of_their_fields_and_lead_there_by_key(opened):
    editor, _, _ = opened("s111")
    captions = [caption for caption in editor.findChildren(QLabel) if caption.buddy() is not None]
    assert [caption.buddy() for caption in captions] == [editor.sort, editor.days]
    for caption in captions:
        assert abs(caption.geometry().center().y() - caption.buddy().geometry().center().y()) <= 1
