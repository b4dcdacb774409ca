"""Tables saved as the text of a web page."""

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.parts import Columns, Record
from mkplanner.models.formats.text_page import read_page
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.models.formats import samples


def records(text: str) -> list[Record]:
    return [part for part in read_page(lines_of(text), PlanContext()) if isinstance(part, Record)]


def test_each_bullet_begins_a_row_with_all_its_cells() -> None:
    rows = records(samples.PAGE)
    assert len(rows) == 9
    assert rows[0].cells == (
        "Write the Options Paper",
        "ask team leaders what works",
        "Edith Marlow (Programme Manager)\nTeam Leaders Tidemouth",
        "Options Paper circulated by 14 March",
        "Complete",
    )


def test_a_title_without_a_bullet_ends_where_its_continuation_says() -> None:
    row = next(row for row in records(samples.PAGE) if row.cells[0] == "Make a Joint Scorecard")
    assert row.cells[1] == "from the replies, agree what good looks like and how it is counted"


def test_bullets_inside_progress_stay_there() -> None:
    assert records(samples.PAGE)[-1].cells[4].splitlines()[:2] == ["Sessions held for:", "· Front desk staff May 2023"]


def test_other_texts_are_left_to_others() -> None:
    assert not read_page(lines_of(samples.PARAGRAPHS), PlanContext())
    assert not any(isinstance(part, Columns) for part in read_page(lines_of(samples.LETTER), PlanContext()))
