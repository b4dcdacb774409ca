"""What stands under a progress update while it is typed."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from mkplanner.models.status import Rag
from mkplanner.ui.editors.lightpopup import LightPopup


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


def test_a_light_is_pressed_and_told(window):
    popup, told = LightPopup("", window), []
    popup.light_chosen.connect(lambda: told.append(popup.light))
    popup.choose(Rag.RED)
    popup.choose(None)
    assert told == [Rag.RED, None]


def test_it_says_what_is_lacking(window):
    popup = LightPopup("", window)
    popup.choose(Rag.AMBER)
    assert not popup.judge(has_words=False)
    assert "need a comment" in popup.hint.text()
    assert popup.judge(has_words=True)
    assert popup.hint.text() == ""


def test_a_very_long_former_update_is_shortened(window):
    popup = LightPopup("word " * 100, window)
    said = [label.text() for label in popup.findChildren(type(popup.hint))]
    (last,) = [words for words in said if words.startswith("Said before")]
    assert last.endswith("…")
    assert len(last) < 200


@pytest.mark.parametrize("cell", [QRect(300, 100, 300, 40), QRect(300, 540, 300, 40), QRect(600, 0, 300, 600)])
def test_it_hides_neither_the_cell_nor_its_own_end(window, cell):
    popup = LightPopup("Trainer booked", window)
    popup.stand_by(cell)
    assert popup.isVisible()
    assert window.rect().contains(popup.geometry())
    assert cell.height() == 600 or not popup.geometry().intersects(cell)
