import re
from pathlib import Path

import pytest

from mkplanner.charts.palette import CONTRAST, DARK, LIGHT
from mkplanner.ui.look.style import early_sheet, style_sheet


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_every_token_becomes_a_colour(palette):
    sheet = style_sheet(palette)

    assert "$" not in sheet
    assert palette["focus"] in sheet


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_every_little_picture_is_there(palette):
    pictures = re.findall(r"url\((.*?)\)", style_sheet(palette))

    assert len(pictures) >= 4
    assert [path for path in pictures if not Path(path).is_file()] == []


def test_a_tick_on_a_pale_accent_is_dark():
    assert "tick-light.svg" in style_sheet(LIGHT)
    assert re.search(r"QCheckBox::indicator:checked \{[^}]*tick-dark\.svg", style_sheet(DARK))


def test_lengths_grow_but_hair_lines_stay():
    sheet = style_sheet(LIGHT, 2.0)

    assert "min-height: 52px" in sheet
    assert "border: 1px solid" in sheet
    assert "border: 2px solid" in sheet


def test_focus_is_drawn_on_everything_that_takes_it():
    sheet = style_sheet(LIGHT)

    for kind in ("QPushButton", "QLineEdit", "QComboBox", "QCheckBox", "QRadioButton", "QTabBar::tab"):
        assert f"{kind}:focus" in sheet


def test_the_early_sheet_is_a_small_part_of_the_whole():
    assert early_sheet(LIGHT).strip() in style_sheet(LIGHT)
    assert len(early_sheet(LIGHT)) < len(style_sheet(LIGHT)) / 3
