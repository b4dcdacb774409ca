from PySide6.QtCore import QRect

from mkplanner.ui.notices.noticepaint import SEVERITY_ICONS, severity_icon, words_box


def test_severities_differ_in_shape_not_only_in_colour(dressed):
    assert len({name for name, _ in SEVERITY_ICONS.values()}) == 3
    assert not severity_icon("error").isNull()


def test_the_words_stand_beside_the_mark(dressed):
    assert words_box(QRect(0, 0, 200, 40)).left() > 16
