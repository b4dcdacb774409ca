"""Objects to the bytes of a PDF, read back by a stranger's library."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from mkplanner.charts.pdf.file import PdfFile, number, text


def no_pages(file: PdfFile) -> str:
    return f"/Pages {file.add('<</Type/Pages/Count 0/Kids[]>>')} 0 R"


def opened(file: PdfFile, root: int, info: int) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(file.made(root, info, lambda *_: None)))


@pytest.mark.parametrize(
    "words", ["By March", "(tbc) \\ and \\n", "line\nbreak\rreturn", "Gŵyl \U0001f600", "½ (half)", "", "half \ud800"]
)
def test_words_come_back_as_they_were(words: str) -> None:
    file = PdfFile()
    root = file.add(f"<</Type/Catalog{no_pages(file)}>>")
    info = file.add(f"<</Title {text(words)}>>")
    with opened(file, root, info) as pdf:
        assert str(pdf.docinfo.Title) == words.encode("utf-8", "replace").decode("utf-8")


def test_numbers_are_written_as_shortly_as_they_can() -> None:
    assert [number(value) for value in (12, 12.0, 12.5, 12.346, 0.1, -3.0)] == [
        "12",
        "12",
        "12.5",
        "12.35",
        "0.1",
        "-3",
    ]


def test_thousands_of_objects_and_streams_are_found_again() -> None:
    file = PdfFile()
    root, later = file.reserve(), file.reserve()
    numbers = [file.add(f"<</N {at}>>") for at in range(1500)]
    stream = file.add_stream(b"words " * 500, "/Kind/Test")
    file.put(later, f"[{' '.join(f'{each} 0 R' for each in numbers)}]")
    file.put(root, f"<</Type/Catalog{no_pages(file)}/All {later} 0 R/Stream {stream} 0 R>>")
    with opened(file, root, file.add("<<>>")) as pdf:
        assert [int(each.N) for each in pdf.Root.All] == list(range(1500))
        assert pdf.Root.Stream.read_bytes() == b"words " * 500
        assert str(pdf.Root.Stream.Kind) == "/Test"


def test_the_same_objects_give_the_same_bytes_and_others_another_identity() -> None:
    def made(word: str) -> bytes:
        file = PdfFile()
        root = file.add(f"<</Type/Catalog{no_pages(file)}/Word({word})>>")
        return file.made(root, root, lambda *_: None)

    assert made("one") == made("one")
    with pikepdf.open(BytesIO(made("one"))) as one, pikepdf.open(BytesIO(made("two"))) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])
