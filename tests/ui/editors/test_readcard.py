from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mkplanner.models.commands.rows import SetField
from mkplanner.models.timeframes.parse import parse
from mkplanner.ui.editors.readcard import ReadCard, WordyButton
from tests.ui.editors.reading import plan_of, words


def test_the_card_shows_each_part_of_the_date_as_it_was_read(panel):
    panel.show_item("a12")

    assert "Existing services: due Wed 31 December 2025" in words(panel.row.date.card)
    assert "New services: ongoing" in words(panel.row.date.card)


def test_words_without_a_date_are_said_to_be_that(panel):
    panel.show_item("a23")

    assert "ords only, no date" in words(panel.row.date.card)


def test_another_reading_can_be_chosen(qtbot, panel):
    panel._bridge.run(SetField("a22", "by_when", "March 14"))
    first = plan_of(panel).items["a22"].by_when
    assert first.is_ambiguous
    panel.show_item("a22")
    button = panel.row.date.card.findChild(QPushButton, "reading_0")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    now = plan_of(panel).items["a22"].by_when
    assert now.segments == first.alternatives[0]
    assert now.words == "March 14"
    assert not now.is_ambiguous
    assert panel.row.date.card.findChild(QPushButton, "reading_0") is None


def test_the_reading_that_is_shown_can_be_confirmed(qtbot, panel):
    panel._bridge.run(SetField("a22", "by_when", "March 14"))
    first = plan_of(panel).items["a22"].by_when
    panel.show_item("a22")
    qtbot.mouseClick(panel.row.date.card.findChild(QPushButton, "confirm_reading"), Qt.MouseButton.LeftButton)

    assert plan_of(panel).items["a22"].by_when.segments == first.segments
    assert not plan_of(panel).items["a22"].by_when.is_ambiguous


def test_a_long_reading_wraps_inside_its_button(qtbot):
    button = WordyButton("26 October 2026 to 27 January 2027, subject to each Cabinet's approval", None)
    qtbot.addWidget(button)

    assert button.heightForWidth(120) > button.heightForWidth(600)


def test_doubts_about_a_date_are_said(qtbot):
    card = ReadCard()
    qtbot.addWidget(card)
    card.show()
    card.show_frame(parse("By 31 Feb 2026"))
    assert "no such day" in words(card)
    card.show_frame(None)
    assert not card.isVisible()
