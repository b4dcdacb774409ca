"""Our faces as they go into a PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from mkplanner.charts.fonts import FILES, width
from mkplanner.charts.pdf.file import PdfFile
from mkplanner.charts.pdf.fonts import FontBook, font_file


def no_pages(file: PdfFile) -> str:
    return f"/Pages {file.add('<</Type/Pages/Count 0/Kids[]>>')} 0 R"


@pytest.mark.parametrize("face", FILES)
def test_paper_measures_words_as_the_layout_does(face: str) -> None:
    for words in ("Quarterly (from July 2025)", "Gŵyl – £1,200"):
        wide = sum(font_file(face).getCharWidth(ord(character)) for character in words) / 100
        assert wide == pytest.approx(width(words, face, 10), abs=0.05)


def test_a_file_is_read_once() -> None:
    assert font_file("bold") is font_file("bold")


def test_an_unknown_face_is_a_slip_of_ours() -> None:
    with pytest.raises(KeyError):
        font_file("comic")


def test_plain_words_stand_for_themselves_and_brackets_are_kept_apart() -> None:
    book = FontBook()
    assert book.plain("regular", "By March") == ("/F1+0", "By March")
    assert book.plain("regular", "(tbc)") == ("/F1+0", r"\(tbc\)")
    assert book.plain("bold", "Ref")[0] == "/F2+0"


def test_far_characters_get_codes_of_their_own_and_blanks_that_do_not_break_are_blanks() -> None:
    book = FontBook()
    assert book.split("regular", "Gŵyl ŷ ŵ") == [("/F1+0", r"G\177yl \200 \177")]
    assert book.split("regular", "version\u00a07") == [("/F1+0", "version 7")]


def test_more_characters_than_one_part_holds_go_into_another() -> None:
    book, far = FontBook(), [chr(code) for code in range(0x100, 0x100 + 300)]
    names = {name for character in far for name, _ in book.split("symbols", character)}
    assert names == {"/F1+0", "/F1+1"}
    file = PdfFile()
    root = file.add(f"<</Type/Catalog{no_pages(file)}/Fonts<<{book.write(file)}>>>>")
    with pikepdf.open(BytesIO(file.made(root, root, lambda *_: None))) as pdf:
        maps = b"".join(font.ToUnicode.read_bytes() for font in pdf.Root.Fonts.values())
    assert all(f"<{ord(character):04X}>".encode() in maps for character in far)
