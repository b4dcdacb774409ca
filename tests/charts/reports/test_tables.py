"""Tables over many pages: what fits, what is split, and what is said again."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.table_fit import Going
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, WordLine, set_apart
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Content, Decoration, Node, Page, Text

STYLE = TableStyle()
COLUMNS = [Column("Action", 36, 150), Column("Sub action(s)", 186, 250), Column("Date", 436, 120)]


def lines(count: int, words: str = "word") -> list[WordLine]:
    return [WordLine(f"{words} {number} ", "regular", 10) for number in range(count)]


def table_on(bottom: float, blocks: list[Block]) -> list[Page]:
    flow = Flow(Sheet.of("A4", "portrait"), bottom, lambda flow: 50.0)
    Table(flow, Node("Document"), COLUMNS, STYLE).set(blocks)
    flow.close_page()
    return flow.pages


def read(page: Page) -> list[str]:
    parts = [part for part in page.content if isinstance(part, Content)]
    return [shape.words.strip() for part in parts for shape in part.shapes if isinstance(shape, Text)]


def seen(page: Page) -> list[str]:
    return [shape.words.strip() for part in page.content for shape in part.shapes if isinstance(shape, Text)]


def row(count: int, words: str = "word") -> Block:
    return Block([Row([Cell(0, lines(count, words)), Cell(1, []), Cell(2, [])])])


def stacked(parts: int, title: int = 1, date: int = 1) -> Block:
    """An action over so many sub-actions, with so many lines of title and of date."""
    rows = [Row([Cell(1, lines(1, f"part {number},"))]) for number in range(parts)]
    again = [WordLine("title (continued)", "bold", 10)]
    rows[0].cells[:0] = [Cell(0, lines(title, "title"), rows=parts, is_head=True, again=again)]
    rows[0].cells.append(Cell(2, lines(date, "date"), rows=parts))
    return Block(rows)


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    block = Block([Row([Cell(0, lines(1)), Cell(1, lines(4)), Cell(2, lines(2))])])
    assert Going(block, STYLE).height() == STYLE.height(lines(4))


def test_the_last_row_grows_where_the_cell_beside_the_rows_is_higher() -> None:
    assert Going(stacked(2, title=9), STYLE).height() == STYLE.height(lines(9))
    assert Going(stacked(9, title=2), STYLE).height() == 9 * STYLE.height(lines(1))


def test_a_short_block_moves_overleaf_whole() -> None:
    pages = table_on(250, [row(9), stacked(3)])
    assert not any(words.startswith("part") for words in read(pages[0]))
    assert sum(words.startswith("part") for words in read(pages[1])) == 3


def test_a_long_block_is_split_between_rows_and_its_title_said_again() -> None:
    pages = table_on(300, [stacked(30)])
    assert len(pages) > 2
    parts = [words for page in pages for words in read(page) if words.startswith("part")]
    assert parts == [f"part {number}, 0" for number in range(30)]
    assert "title (continued)" in seen(pages[1])
    assert "title (continued)" not in read(pages[1])


def test_a_cell_higher_than_a_page_goes_on_overleaf_and_loses_no_line() -> None:
    pages = table_on(300, [row(70), row(1, "last")])
    found = [words for page in pages for words in read(page)]
    assert [words for words in found if words.startswith("word")] == [f"word {number}" for number in range(70)]
    assert found[-1] == "last 0"


def test_a_title_longer_than_its_rows_flows_on_beside_nothing() -> None:
    pages = table_on(300, [stacked(2, title=40, date=25)])
    found = [words for page in pages for words in read(page)]
    assert [words for words in found if words.startswith("title")] == [f"title {number}" for number in range(40)]
    assert [words for words in found if words.startswith("date")] == [f"date {number}" for number in range(25)]


def test_a_heading_stays_with_the_row_that_follows() -> None:
    heading = Block([Row([Cell(0, lines(1, "heading"), columns=3)])], leads=True)
    pages = table_on(250, [row(11), heading, row(2, "below")])
    assert "heading 0" in read(pages[1])
    assert "below 1" in read(pages[1])


def test_headings_are_said_again_where_a_page_begins_below_them() -> None:
    heading = Block([Row([Cell(0, lines(1, "heading"), columns=3)])], leads=True)
    heading.rows[0].cells[0].again = [WordLine("heading (continued)", "bold", 10)]
    rows = [row(2) for _ in range(12)]
    for block in rows:
        block.below = (heading,)
    pages = table_on(300, [heading, *rows])
    assert all(seen(page).count("heading (continued)") == 1 for page in pages[1:])


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    """Blocks of one to six rows; each column is single cells, or one cell over all rows."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        count = draw(st.integers(1, 6))
        rows = [Row([]) for _ in range(count)]
        for column in range(3):
            if draw(st.booleans()):
                words = lines(draw(st.integers(0, 45)), f"{number}/{column} tall")
                rows[0].cells.append(Cell(column, words, rows=count, again=lines(draw(st.integers(0, 3)), "again")))
                continue
            for at, row in enumerate(rows):
                row.cells.append(Cell(column, lines(draw(st.integers(0, 30)), f"{number}/{column}/{at}")))
        found.append(Block(rows, leads=draw(st.booleans())))
    return found


@settings(deadline=None)
@given(blocks(), st.integers(140, 500))
def test_whatever_the_blocks_every_line_is_read_once_in_order_and_on_the_page(found: list[Block], bottom: int) -> None:
    expected = Counter(
        line.words.strip() for block in found for row in block.rows for c in row.cells for line in c.lines
    )
    pages = table_on(bottom, found)
    said = [words for page in pages for words in read(page)][3:]
    assert Counter(said) == expected
    for cell in {words.rsplit(" ", 1)[0] for words in expected}:
        numbers = [int(words.rsplit(" ", 1)[1]) for words in said if words.rsplit(" ", 1)[0] == cell]
        assert numbers == sorted(numbers)
    for page in pages:
        assert all(s.y <= bottom for part in page.content for s in part.shapes if isinstance(s, Text))


def test_every_page_has_a_head_and_it_is_read_on_the_first_alone() -> None:
    pages = table_on(300, [row(3) for _ in range(20)])
    assert all("Sub action(s)" in seen(page) for page in pages)
    assert ["Sub action(s)" in read(page) for page in pages] == [True] + [False] * (len(pages) - 1)


def test_rows_do_not_reach_below_the_bottom() -> None:
    pages = table_on(300, [stacked(30, title=12), row(50), row(3)])
    for page in pages:
        texts = [shape for part in page.content for shape in part.shapes if isinstance(shape, Text)]
        assert all(shape.y <= 300 for shape in texts)


def test_a_table_without_rows_is_a_head() -> None:
    pages = table_on(300, [])
    assert read(pages[0]) == ["Action", "Sub action(s)", "Date"]


def test_repeated_words_are_decoration() -> None:
    pages = table_on(300, [stacked(30)])
    kinds = {
        part.kind
        for part in pages[1].content
        if isinstance(part, Decoration)
        for shape in part.shapes
        if isinstance(shape, Text)
    }
    assert kinds == {"Pagination"}


def test_the_authors_lines_open_a_little_space_and_keep_words_apart() -> None:
    found = STYLE.lines("By 31 March\n\nOngoing", 200)
    assert [(line.words, line.before) for line in found] == [("By 31 March ", 0.0), ("Ongoing", STYLE.paragraph_gap)]
    assert STYLE.lines("", 200) == []


def test_labels_are_set_apart() -> None:
    assert [shape.words for shape in set_apart([Text(0, 0, "31 Mar", "regular", 8)])] == ["31 Mar "]
