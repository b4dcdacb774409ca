import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from mkplanner.charts.shapes import Document, Node
from mkplanner.ui.printing.preview import PagePreview, smallest_type, thumbnail


@pytest.fixture
def preview(qtbot, dressed, document):
    made = PagePreview()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.show_page(document.pages[0], "Page 1 of 2")
    return made


def test_the_whole_page_fits_at_first(preview, document):
    page = document.pages[0]

    assert page.height * preview.scale() <= preview.viewport().height()
    assert preview.verticalScrollBar().maximum() == 0


def test_the_page_is_drawn_on_white(preview):
    picture = preview.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() - 60)

    assert middle.lightness() > 240
    assert picture.pixelColor(3, 3).lightness() < 240


def test_zooming_in_brings_scroll_bars_and_whole_page_takes_them_away(preview, qtbot):
    with qtbot.waitSignal(preview.zoomed):
        preview.zoom(6)
    assert preview.verticalScrollBar().maximum() > 0

    preview.fit()
    assert preview.verticalScrollBar().maximum() == 0


def test_zoom_has_its_limits(preview):
    preview.zoom(100)
    assert preview.scale() == 4.0
    preview.zoom(-100)
    assert preview.scale() == 0.2


def test_page_keys_turn_pages(preview, qtbot):
    heard = []
    preview.page_asked.connect(heard.append)
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)

    assert heard == [1, -1]


def test_ctrl_and_wheel_zoom(preview):
    before = preview.scale()
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    preview.wheelEvent(event)

    assert preview.scale() > before


def test_without_a_page_words_stand_in_its_place(preview):
    preview.show_page(None, "There is nothing to print.")

    assert preview.accessibleDescription() == "There is nothing to print."
    assert not preview.grab().isNull()


def test_a_thumbnail_shows_the_page(qapp, document):
    picture = thumbnail(document.pages[0], 86, 2.0)

    assert picture.width() == 172
    assert len({picture.toImage().pixel(x, 40) for x in range(0, 172, 3)}) > 1


def test_the_smallest_words_are_found(document):
    assert smallest_type(document) >= 8
    assert smallest_type(Document("", [], Node("Document"))) == 0


def test_as_wide_as_there_is_room_and_never_huge(preview, document):
    preview.fit_width()
    page = document.pages[0]
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview.verticalScrollBar().maximum() > 0
    preview.resize(3000, 500)
    assert page.width * preview.scale() < 1200
    preview.fit()
    assert preview.verticalScrollBar().maximum() == 0


def test_page_down_reads_a_large_page_to_its_end_before_it_turns(qtbot, preview):
    heard = []
    preview.page_asked.connect(heard.append)
    preview.fit_width()
    bar = preview.verticalScrollBar()
    while bar.value() < bar.maximum():
        assert heard == []
        before = bar.value()
        qtbot.keyClick(preview, Qt.Key.Key_PageDown)
        assert bar.value() > before
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert heard == [1]


def test_a_turned_page_is_read_from_its_top(qtbot, preview, document):
    preview.page_asked.connect(lambda _step: preview.show_page(document.pages[1]))
    preview.fit_width()
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() == 0
