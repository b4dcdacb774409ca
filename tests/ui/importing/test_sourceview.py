import pytest
from PySide6.QtGui import QTextCursor

from mkplanner.ui.importing.sourceview import SourceView
from mkplanner.ui.look import theme

WORDS = "Action\n\nAgree one audit team\nBy 31 March 2027\n"


@pytest.fixture
def source(qtbot, dressed):
    made = SourceView(WORDS)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_the_words_are_all_there_and_cannot_be_changed(source):
    assert source.toPlainText() == WORDS
    assert source.isReadOnly()


def test_doubtful_lines_are_tinted(source):
    source.mark_doubtful([3, 99, 4])

    lines = [mark.cursor.blockNumber() + 1 for mark in source.extraSelections()]
    assert lines == [3, 4]


def test_going_to_a_line_tells_nobody(source, qtbot):
    with qtbot.assertNotEmitted(source.pointed):
        source.show_line(3)

    assert source.textCursor().blockNumber() == 2
    source.show_line(0)
    source.show_line(99)
    assert source.textCursor().blockNumber() == 2


def test_a_click_into_the_text_tells_its_line(source, qtbot):
    with qtbot.waitSignal(source.pointed) as heard:
        source.setTextCursor(QTextCursor(source.document().findBlockByNumber(3)))

    assert heard.args == [4]


def test_lines_are_numbered_beside_the_text(source):
    assert source.gutter_width() > 0
    assert source.viewportMargins().left() == source.gutter_width()


def test_doubtful_lines_stand_out_in_high_contrast_too(source, dressed):
    dressed.dress("contrast", 100)
    source.mark_doubtful([3])
    (mark,) = source.extraSelections()
    assert mark.format.foreground().color() == theme.colour("warning")
    assert mark.format.foreground().color() != theme.colour("text")
