"""Widths read straight from TrueType files."""

from __future__ import annotations

from mkplanner.charts.font_file import read_advances
from mkplanner.charts.fonts import font_path


def test_a_text_face_has_widths_for_its_letters_and_none_for_those_it_lacks() -> None:
    advances = read_advances(font_path("regular"))
    assert advances[ord("M")] > advances[ord("i")] > 0
    assert ord("ŵ") in advances
    assert ord("汉") not in advances


def test_characters_beyond_the_first_plane_are_read_too() -> None:
    assert 0x1F600 in read_advances(font_path("symbols"))


def test_all_figures_are_equally_wide_so_that_dates_stand_in_line() -> None:
    advances = read_advances(font_path("bold"))
    assert len({advances[ord(figure)] for figure in "0123456789"}) == 1
