from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from mkplanner.ui.editors.popupplace import beside, near, room_beside

WINDOW = QRect(0, 0, 800, 600)


def test_it_stands_below_where_there_is_room_else_above():
    size = QSize(300, 200)

    assert near(QRect(100, 100, 80, 20), size, WINDOW).y() > 120
    assert near(QRect(100, 500, 80, 20), size, WINDOW).y() < 300
    assert near(QRect(100, 200, 80, 300), QSize(300, 250), WINDOW) is None


def test_beside_a_cell_it_takes_the_wider_side():
    size = QSize(200, 500)

    assert beside(QRect(100, 100, 80, 20), size, WINDOW).x() > 180
    assert beside(QRect(600, 100, 80, 20), size, WINDOW).x() == 600 - 6 - 200
    assert room_beside(QRect(600, 100, 80, 20), WINDOW) == 600 - 10


@given(st.integers(0, 700), st.integers(0, 560), st.integers(50, 780), st.integers(50, 590))
def test_it_never_hides_its_cell_nor_leaves_the_window(x, y, width, height):
    cell = QRect(x, y, 90, 30)
    place = near(cell, QSize(width, height), WINDOW)
    if place is not None:
        popup = QRect(QPoint(place), QSize(width, height))
        assert WINDOW.contains(popup)
        assert not popup.intersects(cell)
