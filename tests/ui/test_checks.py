import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView

from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.checks import NoticesPanel, severity_icon

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


def test_severities_differ_in_shape_not_only_in_colour(dressed):
    from mkplanner.ui.checks import SEVERITY_ICONS

    assert len({name for name, _ in SEVERITY_ICONS.values()}) == 3
    assert not severity_icon("error").isNull()
