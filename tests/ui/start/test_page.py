from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import keep_template
from mkplanner.models.beginnings.templates import TEMPLATES
from mkplanner.models.commands.rows import AddItem
from mkplanner.settings import RecentPlan
from mkplanner.ui.files.recent import known_plans
from mkplanner.ui.start.cards import Card
from mkplanner.ui.start.page import StartPage
from tests.builders import written

NOW = datetime(2026, 11, 22, 10, 42)


@pytest.fixture
def page(qtbot, dressed):
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


def test_without_plans_one_sentence_says_what_to_do(page):
    page.show_plans(())

    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No plans yet") for text in words)


def test_recent_plans_take_the_place_of_the_sentence(page):
    page.show_plans(known_plans([RecentPlan("/a.mkplan", "Audit plan", "2026-11-22T09:00")], NOW))

    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not any(text.startswith("No plans yet") for text in words)
    assert [row.known.plan.title for row in page.findChild(object_type(), "recent_plans").rows] == ["Audit plan"]


def test_every_layout_has_its_card(page, qtbot):
    cards = page.findChildren(Card)
    assert [card.accessibleName() for card in cards] == [template.title for template in TEMPLATES.values()]

    with qtbot.waitSignal(page.template_chosen) as heard:
        qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)

    assert heard.args == ["timetable"]


@pytest.mark.parametrize(
    ("button", "name"),
    [("open_example_button", "open_example"), ("paste_button", "paste_table"), ("choose_text_button", "choose_text")],
)
def test_each_button_asks_for_its_command(page, qtbot, button, name):
    with qtbot.waitSignal(page.asked) as heard:
        qtbot.mouseClick(page.findChild(QPushButton, button), Qt.MouseButton.LeftButton)

    assert heard.args == [name]


def test_the_cursor_begins_at_the_newest_plan_or_the_first_layout(page, qtbot):
    page.show_plans(())
    page.focus_first()
    assert page.focusWidget().accessibleName() == "Gantt timetable"

    page.show_plans(known_plans([RecentPlan("/a.mkplan", "Audit plan")], NOW))
    page.focus_first()
    assert page.focusWidget().accessibleName().startswith("Audit plan")


def test_nothing_on_it_promises_what_is_not_there(page):
    words = " ".join([label.text() for label in page.findChildren(QLabel)])

    assert "Merge" not in words
    assert "Word file" not in words


def object_type():
    from mkplanner.ui.start.planlist import PlanList

    return PlanList


def test_on_a_narrow_window_the_cards_stand_two_by_two(page, qtbot):
    def rows():
        return len({card.y() for card in page.findChildren(Card)})

    assert rows() == 2
    page.resize(900, 500)
    qtbot.waitUntil(lambda: rows() == 3)
    page.resize(1366, 700)
    qtbot.waitUntil(lambda: rows() == 2)


def test_my_templates_stand_below_the_layouts(qtbot, dressed):
    keep_template(written(AddItem("Agree terms")), "Joint working", Keeping())
    page = StartPage()
    qtbot.addWidget(page)
    button = page.findChild(QPushButton, "own_Joint working")
    assert button.accessibleName() == "New plan from my template Joint working"
    with qtbot.waitSignal(page.template_chosen) as heard:
        button.click()
    assert heard.args == ["own:Joint working"]


def test_a_plan_one_has_can_be_the_beginning(page, qtbot):
    with qtbot.waitSignal(page.asked) as heard:
        page.findChild(QPushButton, "start_new_from_plan").click()
    assert heard.args == ["new_from_plan"]
