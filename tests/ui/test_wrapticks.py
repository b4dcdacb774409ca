import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from mkplanner.ui.wrapticks import WrappingChoice, WrappingTick

LONG = "&Sub-actions take all letters of their action, faint, until they have their own"


@pytest.mark.parametrize("kind", [WrappingTick, WrappingChoice])
def test_long_words_take_more_lines_where_there_is_less_room(kind, qtbot, dressed):
    tick = kind(LONG)
    qtbot.addWidget(tick)
    wide = tick.sizeHint().width()
    one, more = tick.heightForWidth(wide), tick.heightForWidth(wide // 2)

    assert one <= tick.sizeHint().height()
    assert more >= one + tick.fontMetrics().height()
    assert tick.minimumSizeHint().width() < wide / 2


@pytest.mark.parametrize("kind", [WrappingTick, WrappingChoice])
def test_every_line_is_painted(kind, qtbot, dressed):
    tick = kind(LONG)
    qtbot.addWidget(tick)
    tick.resize(220, tick.heightForWidth(220))
    picture = QImage(tick.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    tick.render(picture)
    inked = {y for y in range(picture.height()) for x in range(60, 220) if picture.pixelColor(x, y).lightness() < 120}

    assert max(inked) - min(inked) > 2 * tick.fontMetrics().height()


def test_a_click_on_the_words_ticks(qtbot, dressed):
    tick = WrappingTick(LONG)
    qtbot.addWidget(tick)
    tick.resize(220, tick.heightForWidth(220))
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())

    assert tick.isChecked()
