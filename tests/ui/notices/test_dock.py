from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QWidget

from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.notice import Notice, Remedy, Severity
from mkplanner.ui.itemmodels.noticelist import FIRST, NOTICE, PAGE
from mkplanner.ui.look import theme
from mkplanner.ui.notices.dock import NoticesPanel
from mkplanner.ui.notices.links import RemedyLinks

NOTICES = (
    Notice("no-accountable", Severity.ERROR, "1.1 has nobody Accountable.", "a"),
    Notice("outside-parent", Severity.WARNING, "1.2 ends after 1, which it is part of; look at both dates.", "b"),
    Notice("unreadable", Severity.INFO, "1.3 has no date: “Once agreed”.", "c"),
)


@pytest.fixture
def panel(qtbot, dressed):
    made = NoticesPanel()
    qtbot.addWidget(made)
    made.resize(250, 300)
    made.show_notices(NOTICES)
    made.show()
    return made


def listing(panel):
    return panel.findChild(QListView, "notices")


def test_enter_goes_to_the_chosen_notice(panel, qtbot):
    with qtbot.waitSignal(panel.chosen) as heard:
        qtbot.keyClick(listing(panel), Qt.Key.Key_Return)

    assert heard.args == [NOTICES[0]]


def test_a_double_click_goes_there_too(panel, qtbot):
    view = listing(panel)
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.chosen) as heard:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert heard.args == [NOTICES[2]]


def test_f8_goes_round(panel, qtbot):
    heard = []
    panel.chosen.connect(lambda notice: heard.append(notice.item))

    for _ in range(4):
        panel.go_to_next()

    assert heard == ["a", "b", "c", "a"]


def test_the_chosen_notice_stays_chosen_when_others_go(panel):
    view = listing(panel)
    view.setCurrentIndex(view.model().index(1, 0))

    panel.show_notices(NOTICES[1:])

    assert view.currentIndex().data() == NOTICES[1].sentence


def test_with_nothing_to_say_it_says_so(panel):
    panel.show_notices(())

    assert not listing(panel).isVisible()
    assert "every row is in order" in panel.findChild(QLabel).text()
    panel.go_to_next()


def test_long_sentences_get_the_height_they_need(panel):
    view = listing(panel)

    assert view.visualRect(view.model().index(1, 0)).height() > view.visualRect(view.model().index(0, 0)).height()


def test_thousands_of_notices_are_laid_out_by_the_page_as_the_list_is_scrolled(panel, qtbot):
    panel.show_notices([replace(NOTICES[1], item=str(number)) for number in range(3 * PAGE)])
    view = listing(panel)
    QApplication.processEvents()
    assert view.model().rowCount() == FIRST

    for handed_out in (PAGE, 2 * PAGE):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        QApplication.processEvents()
        assert view.model().rowCount() == handed_out


def test_a_panel_with_room_for_more_than_the_first_few_is_filled(panel, qtbot):
    panel.resize(300, 4000)
    panel.show_notices([replace(NOTICES[1], item=str(number)) for number in range(3 * PAGE)])
    view = listing(panel)

    qtbot.waitUntil(lambda: view.model().rowCount() == PAGE)
    last = view.visualRect(view.model().index(PAGE - 1, 0))
    assert last.bottom() > view.viewport().height()


def test_the_end_is_the_last_of_all_notices(panel, qtbot):
    panel.show_notices([replace(NOTICES[1], item=str(number)) for number in range(3 * PAGE)])
    qtbot.keyClick(listing(panel), Qt.Key.Key_End)

    assert listing(panel).currentIndex().data(NOTICE).item == str(3 * PAGE - 1)


def test_the_next_notice_about_a_row_may_be_far_below(panel):
    panel.show_notices([*(replace(NOTICES[1], item=None, party=str(number)) for number in range(PAGE)), NOTICES[2]])
    panel.go_to_next()

    assert listing(panel).currentIndex().data(NOTICE) == NOTICES[2]


def test_the_chosen_notice_stays_chosen_however_far_down_it_gets(panel):
    view = listing(panel)
    view.setCurrentIndex(view.model().index(2, 0))

    panel.show_notices([*(replace(NOTICES[1], item=str(number)) for number in range(PAGE)), NOTICES[2]])

    assert view.currentIndex().data(NOTICE) == NOTICES[2]


def test_nothing_is_said_to_be_in_order_before_the_plan_was_looked_through(qtbot, dressed):
    made = NoticesPanel()
    qtbot.addWidget(made)
    made.say_looking()
    assert made.findChild(QLabel).text() == "Looking through the plan…"

    made.show_notices(())
    assert "every row is in order" in made.findChild(QLabel).text()


REMEDIES = (Remedy("Move 1.2", DeleteItem(("b",))), Remedy("Extend 1 & all of it", DeleteItem(("a",))))


@pytest.fixture
def asked():
    return []


@pytest.fixture
def helpful(qtbot, dressed, asked):
    def remedies_of(notice):
        asked.append(notice.item)
        return REMEDIES if notice.item == "b" else ()

    made = NoticesPanel(None, remedies_of)
    qtbot.addWidget(made)
    made.resize(250, 300)
    made.show_notices(NOTICES)
    made.show()
    choose(made, 1)
    qtbot.waitUntil(lambda: links(made).isVisible() and links(made).height() > 0)
    return made


def choose(panel, row):
    listing(panel).setCurrentIndex(listing(panel).model().index(row, 0))
    QApplication.processEvents()


def links(panel):
    return panel.findChild(RemedyLinks)


def menu_of(panel):
    return panel.findChild(QMenu, "remedy_menu")


def test_only_the_chosen_notice_is_asked_for_its_ways_out(helpful, asked):
    listing(helpful).viewport().repaint()

    assert asked == ["a", "b"]


def test_the_ways_out_stand_under_the_sentence_inside_the_row(helpful):
    view = listing(helpful)
    row = view.visualRect(view.model().index(1, 0))

    assert row.contains(links(helpful).geometry())
    assert "Move 1.2" in links(helpful).text()
    assert "Extend 1 &amp; all of it" in links(helpful).text()


def test_a_notice_without_ways_out_takes_no_more_room(helpful):
    view = listing(helpful)
    tall = view.visualRect(view.model().index(1, 0)).height()
    choose(helpful, 0)

    assert not links(helpful).isVisible()
    assert view.visualRect(view.model().index(1, 0)).height() < tall


def test_a_link_is_taken(helpful, qtbot):
    with qtbot.waitSignal(helpful.remedy_taken) as heard:
        links(helpful).linkActivated.emit("1")

    assert heard.args == [REMEDIES[1]]


def test_a_click_on_a_link_is_a_click_on_the_remedy(helpful, qtbot):
    with qtbot.waitSignal(helpful.remedy_taken) as heard:
        qtbot.mouseClick(links(helpful), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    assert heard.args == [REMEDIES[0]]


def test_alt_and_enter_show_the_ways_out_as_a_menu(helpful, qtbot):
    view = listing(helpful)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    override.ignore()
    QApplication.sendEvent(view, override)
    assert override.isAccepted()
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    menu = menu_of(helpful)
    assert [action.text() for action in menu.actions()] == [
        "&Move 1.2",
        "&Extend 1 && all of it",
        "",
        "&Go to the row\tEnter",
    ]
    with qtbot.waitSignal(helpful.remedy_taken) as heard:
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert heard.args == [REMEDIES[0]]


def test_the_menu_key_offers_at_least_the_row(helpful, qtbot):
    choose(helpful, 0)
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place)
    QApplication.sendEvent(listing(helpful), event)
    with qtbot.waitSignal(helpful.entered) as heard:
        menu_of(helpful).actions()[-1].trigger()

    assert heard.args == [NOTICES[0]]
    menu_of(helpful).close()


def test_when_a_notice_is_settled_the_next_is_chosen(helpful):
    helpful.show_notices((NOTICES[0], NOTICES[2]))

    assert listing(helpful).currentIndex().data() == NOTICES[2].sentence


def test_no_notice_stands_out_before_somebody_turns_to_the_list(qtbot, dressed):
    page = QWidget()
    qtbot.addWidget(page)
    field, panel = QLineEdit(page), NoticesPanel(page)
    panel.setGeometry(0, 40, 250, 300)
    panel.show_notices(NOTICES)
    page.show()
    field.setFocus()

    def ground():
        row = listing(panel).visualRect(listing(panel).model().index(0, 0))
        return listing(panel).viewport().grab().toImage().pixelColor(row.right() - 4, row.top() + 3).name()

    assert ground() != theme.colour("selection").name()
    panel.go_to_next()
    assert ground() == theme.colour("selection").name()
