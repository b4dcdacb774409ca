"""Files are read whatever program saved them, and refused in one sentence where they hold no text."""

from pathlib import Path

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.formats.registry import READERS, decode, read_source, reader_for

TABLE = "Action\tBy when\nMove – the caf\u00e9\tMay 2026\nOpen\tJune 2026\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(TABLE.encode(encoding))
    assert read_source(file).items[0].title == "Move – the caf\u00e9"


def test_the_ending_chooses_the_reader_and_a_format_overrules_it(tmp_path: Path) -> None:
    assert reader_for(Path("plan.CSV")).id == "csv"
    assert reader_for(Path("plan.unknown")).id == "text"
    assert reader_for(Path("plan.txt"), "csv").id == "csv"
    assert len({reader.id for reader in READERS}) == len(READERS)
    file = tmp_path / "plan.csv"
    file.write_text("Action,By when\nMove,May 2026\n", "utf-8")
    assert read_source(file).items[0].date == "May 2026"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"SQLite format 3\x00" + bytes(100), "is a database"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
        (b"PK\x03\x04" + bytes(50), "Word, Excel or zip"),
        (bytes(range(256)) * 20, "is not a text file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(content)
    with pytest.raises(PlannerError, match=said) as trouble:
        read_source(file)
    assert str(trouble.value).endswith(".")
    assert "\n" not in str(trouble.value)


def test_a_missing_file_a_folder_and_an_unknown_format_are_refused(tmp_path: Path) -> None:
    for path, format in ((tmp_path / "none.txt", None), (tmp_path, None), (tmp_path / "none.txt", "papyrus")):
        with pytest.raises(PlannerError):
            read_source(path, format=format)


def test_a_file_that_begins_like_a_program_but_reads_as_text_is_text(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("MZ plan\n" + TABLE, "utf-8")
    assert read_source(file).items


def test_bytes_of_a_windows_editor_are_decoded() -> None:
    assert decode(b"Move \x96 it") == "Move – it"
