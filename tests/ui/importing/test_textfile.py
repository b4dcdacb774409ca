import pytest

from mkplanner.errors import PlannerError
from mkplanner.ui.importing.textfile import decoded, read_text_file

WORDS = "Action – by 31 March £5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_are_read_however_they_were_saved(tmp_path, encoding):
    path = tmp_path / "table.txt"
    path.write_bytes(WORDS.encode(encoding))

    assert read_text_file(path, 1000) == WORDS


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"PK\x03\x04rest", "not plain text"),
        (b"%PDF-1.7", "not plain text"),
        (b"GIF89a\x00\x00\x01", "not a text file"),
        (b"x" * 2000, "too large"),
    ],
)
def test_what_is_no_table_gets_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "table.txt"
    path.write_bytes(content)

    with pytest.raises(PlannerError, match=sentence):
        read_text_file(path, 1000)


def test_a_missing_file_gets_one_sentence(tmp_path):
    with pytest.raises(PlannerError, match="cannot be read"):
        read_text_file(tmp_path / "gone.txt", 1000)


def test_bytes_that_no_alphabet_has_are_still_shown():
    assert decoded(b"caf\xe9 \x81") == "café �"
