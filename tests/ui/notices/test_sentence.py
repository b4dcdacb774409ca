import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from mkplanner.ui.look import theme
from mkplanner.ui.notices.sentence import draw_sentence, more_for_place, place_of


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("3.1 has nobody Accountable.", "3.1"),
        ("RES16.15 is dated 31 March 2008.", "RES16.15"),
        ("1 has nobody Accountable.", "1"),
        ("Partnership Lead has 12 letters.", ""),
        ("“Oct 26” can be read in two ways.", ""),
    ],
)
def test_a_sentence_begins_with_the_number_of_its_row_or_with_a_word(sentence, place):
    assert place_of(sentence) == place


def test_a_bold_number_asks_for_more_room_and_a_word_for_none(dressed):
    assert more_for_place("RES16.15 is dated") > 0
    assert more_for_place("Nobody is Accountable") == 0


def test_long_sentences_are_wrapped_inside_their_box(dressed):
    picture = QImage(200, 120, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("base"))
    painter = QPainter(picture)
    painter.setPen(theme.colour("text"))
    draw_sentence(painter, QRect(20, 10, 120, 100), "RES16.15 is dated 31 March 2008, before the plan starts in April")
    painter.end()
    ground = theme.colour("base").rgb()
    inked = {(x, y) for x in range(200) for y in range(120) if picture.pixel(x, y) != ground}

    assert inked
    assert all(20 <= x <= 142 and y >= 10 for x, y in inked)
    assert max(y for _, y in inked) > 30
