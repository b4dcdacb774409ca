from datetime import date

from mkplanner.models.asking.query import Query, answer
from mkplanner.ui.printing.screen import screen_of
from mkplanner.ui.printing.shownbox import ShownBox


def test_without_a_question_there_is_nothing_to_tick(qtbot, dressed):
    box = ShownBox(None)
    qtbot.addWidget(box)

    assert not box.is_on
    assert box.isHidden()


def test_what_the_window_shows_is_ticked_at_first_and_told(qtbot, dressed, plan):
    query = Query(group="owner")
    box = ShownBox(screen_of(plan, query, answer(plan, query, date(2026, 11, 3))))
    qtbot.addWidget(box)

    assert box.is_on
    assert box.box.accessibleDescription() == "Grouped by owner"
    box.box.click()
    assert not box.is_on
