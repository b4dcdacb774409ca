"""Tables with pipes."""

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.text_pipes import cut_pipes, is_piped
from tests.models.formats import samples


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in cut_pipes(lines_of(text)) if row.is_table]


def test_a_markdown_table_is_read_line_by_line() -> None:
    assert rows("| Action | By when |\n|---|:--:|\n| Move | May \\| June |\n") == [
        ("Action", "By when"),
        ("Move", "May | June"),
    ]


def test_rows_over_several_lines_are_counted_off() -> None:
    found = rows(samples.PIPES)
    assert len(found) == 3
    assert found[2] == ("Stage 2 – Think", "1st October 2025 – 30th October 2025", "4 weeks", "Read the answers.")


def test_a_stray_pipe_is_no_table() -> None:
    assert is_piped(lines_of(samples.PIPES)) and not is_piped(lines_of("either | or\nnothing"))
