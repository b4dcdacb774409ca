"""Widths and faces of the bundled fonts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mkplanner.charts.fonts import FILES, MISSING, Run, font_path, readable, runs, width


@pytest.mark.parametrize("face", FILES)
def test_every_width_is_that_of_the_font_file(face: str) -> None:
    tools = pytest.importorskip("fontTools.ttLib")
    font = tools.TTFont(font_path(face))
    unit, metrics = font["head"].unitsPerEm, font["hmtx"]
    for code, glyph in font.getBestCmap().items():
        assert width(chr(code), face, unit) == pytest.approx(metrics[glyph][0])


def test_width_grows_with_size_and_words() -> None:
    assert width("Board", "regular", 20) == pytest.approx(2 * width("Board", "regular", 10))
    assert width("Board", "bold", 10) > width("Board", "regular", 10)
    assert width("", "regular", 10) == 0


def test_welsh_letters_stand_in_the_text_face_itself() -> None:
    assert runs("Gŵyl Ŷd ŵŷŴŶ", "bold-italic") == [Run("bold-italic", "Gŵyl Ŷd ŵŷŴŶ")]


def test_a_symbol_the_text_face_lacks_comes_from_the_symbols_and_is_measured_there() -> None:
    assert runs("a ✓ b", "bold") == [Run("bold", "a "), Run("symbols-bold", "✓"), Run("bold", " b")]
    assert width("✓", "bold", 10) == width("✓", "symbols-bold", 10)


def test_what_no_font_has_becomes_a_square_and_keeps_its_meaning() -> None:
    assert runs("x 汉字 y", "regular") == [
        Run("regular", "x "),
        Run("regular", MISSING * 2, "汉字"),
        Run("regular", " y"),
    ]
    assert width("汉", "regular", 10) == width(MISSING, "regular", 10)


def test_half_a_character_from_damaged_text_is_marked_too() -> None:
    assert runs("\ud800", "regular") == [Run("regular", MISSING, "\ud800")]


def test_accents_join_their_letters_and_invisible_characters_go() -> None:
    assert readable("w\u0302") == "ŵ"
    assert readable("a\u200bb\u00adc\ufe0f") == "abc"
    assert readable("a\tb\x07c") == "a b c"


def test_measuring_needs_no_drawing_library() -> None:
    program = (
        "import sys; from mkplanner.charts.fonts import width; width('Board ✓', 'bold', 9);"
        "print([name for name in ('reportlab', 'fontTools', 'PySide6', 'pikepdf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_licence_of_each_family_is_bundled() -> None:
    folder = font_path("regular").parents[1] / "licences"
    assert "SIL OPEN FONT LICENSE" in (folder / "Liberation-Sans.txt").read_text(encoding="utf-8")
    assert "Bitstream" in (folder / "DejaVu-Sans.txt").read_text(encoding="utf-8")
