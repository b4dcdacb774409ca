import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.ui.timetable.splitbar import SplitBar


@pytest.fixture
def bar(qtbot, dressed):
    table, chart, around = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(around)
    for part in (table, chart):
        part.setMinimumWidth(60)
    made = SplitBar(table, chart, lambda: 600, around)
    around.resize(1000, 400)
    made.resize(1000, 300)
    around.show()
    QApplication.processEvents()
    yield made


def drag(bar, to):
    handle = bar.handle(1)
    at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at + QPoint(to - bar.sizes()[0], 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def test_the_table_is_as_wide_as_its_columns_but_leaves_the_chart_its_share(bar):
    assert bar.sizes()[0] == 601
    bar.resize(800, 300)
    assert bar.sizes()[0] == 512
    assert not bar.own_width


@pytest.mark.parametrize("width", [683, 416, 330])
def test_the_chart_is_never_a_sliver_unless_somebody_made_it_one(bar, width):
    bar.resize(width, 300)

    assert bar.sizes()[1] >= 210
    drag(bar, width - 100)
    narrow = bar.sizes()[1]
    assert narrow < 210
    bar.resize(width + 1, 300)
    bar.resize(width, 300)
    assert bar.sizes()[1] == narrow


@pytest.mark.parametrize("between", [[416], [416, 330, 700], [250, 683]])
def test_the_bar_comes_back_to_where_it_was_put_when_there_is_room_again(bar, between):
    drag(bar, 480)
    put = bar.sizes()[0]
    for width in between:
        bar.resize(width, 300)
    bar.resize(1000, 300)

    assert bar.sizes()[0] == put == bar.own_width


def test_what_was_chosen_is_taken_up_again_also_where_it_has_no_room_now(bar):
    bar.resize(416, 300)
    bar.restore(480)
    assert bar.sizes()[1] == 210
    bar.resize(1000, 300)
    assert bar.sizes()[0] == 480


def test_a_width_that_nobody_can_have_chosen_changes_nothing(bar):
    before = bar.sizes()
    bar.restore(3)

    assert bar.sizes() == before
    assert not bar.own_width
