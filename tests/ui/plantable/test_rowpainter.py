import pytest
from PySide6.QtCore import QPoint

from mkplanner.charts.palette import CONTRAST, DARK, LIGHT
from mkplanner.ui.itemmodels.columns import STATUS, TITLE
from mkplanner.ui.plantable.rowpainter import RowLook
from tests.ui.plantable.pictures import cell, colours, painted


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST])
def test_a_row_is_drawn_in_the_colours_of_its_palette(view, palette):
    picture = painted(view, "a12", palette)

    assert palette["base"].lower() in colours(picture, cell(view, TITLE, 20))
    assert palette["text"].lower() in colours(picture, cell(view, TITLE, 20))


def test_a_selected_row_has_a_bar_at_its_left(view):
    picture = painted(view, "a12", ground="selection")

    assert picture.pixelColor(1, 10).name() == LIGHT["selection_bar"].lower()
    assert picture.pixelColor(5, 3).name() == LIGHT["selection"].lower()


def test_in_high_contrast_a_selected_row_is_framed_and_a_theme_ruled(view):
    picture = painted(view, "a12", CONTRAST, "selection")
    assert picture.pixelColor(60, 0).name() == CONTRAST["selection_frame"].lower()
    assert painted(view, "t2", CONTRAST, "theme_row").pixelColor(60, 0).name() == CONTRAST["theme_rule"].lower()


def test_a_status_is_a_lozenge_and_in_a_narrow_column_its_shape_alone(view):
    tint, fill = LIGHT["status_G_tint"].lower(), LIGHT["status_G_fill"].lower()
    wide = colours(painted(view, "a12"), cell(view, STATUS, 30))
    assert {tint, fill} <= wide
    view.table.head.resizeSection(STATUS, 40)
    narrow = colours(painted(view, "a12"), cell(view, STATUS, 30))
    assert fill in narrow
    assert tint not in narrow


def test_only_rows_with_rows_below_have_a_sign_to_open_them(view):
    painter = view.table.painter
    for id_, has_sign in (("a11", True), ("a12", False)):
        serial = view.model.index_of(id_).internalId()
        middle = painter.chevron_rect(serial, 0).center()
        assert painter.hits_chevron(serial, 0, QPoint(middle.x(), 5)) is has_sign


def test_the_ground_tells_selection_before_pointer_before_theme():
    look = RowLook(LIGHT)

    assert look.ground(True, True, True) == "selection"
    assert look.ground(True, False, True) == "hover"
    assert look.ground(True, False, False) == "theme_row"
    assert look.ground(False, False, False) == "base"


def test_the_line_for_a_new_action_has_faint_words(view):
    assert LIGHT["text3"].lower() in colours(painted(view, None), cell(view, TITLE, 22))
