"""Tables with tabs."""

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.text_tabs import cut_tabs, is_tabbed


def test_a_cell_in_quotation_marks_may_span_lines() -> None:
    rows = cut_tabs(lines_of('Move\t"By May\nOngoing ""after"""\tKL\nOpen\tJune\tMN'))
    assert [row.cells for row in rows] == [("Move", 'By May\nOngoing "after"', "KL"), ("Open", "June", "MN")]


def test_a_lone_quotation_mark_swallows_nothing() -> None:
    rows = cut_tabs(lines_of('Move\t"By May\nOpen\tJune'))
    assert [row.cells for row in rows] == [("Move", '"By May'), ("Open", "June")]


def test_a_page_that_ended_in_between_is_remembered() -> None:
    rows = cut_tabs([line for line in lines_of("a\tb\nhead\nc\td") if line.number != 2], [2])
    assert [row.after_break for row in rows] == [False, True]


def test_a_single_tab_is_no_table() -> None:
    assert is_tabbed(lines_of("a\tb\nc\td"))
    assert not is_tabbed(lines_of("To:\tall\nWe met.\nWe talked.\nWe left.\nThat was it."))
