"""Parts become a draft."""

from mkplanner.models.formats.assemble import assemble, with_columns
from mkplanner.models.formats.base import Column
from mkplanner.models.formats.parts import Columns, Front, Group, Part, Record, Remark
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext

HEADS = Columns((Column("Action", "action"), Column("By when", "date")), 3)


def test_a_remark_with_a_label_becomes_a_column_and_an_outcome() -> None:
    parts: list[Part] = [
        Front("Saltway plan", 1),
        Group(ItemKind.PRIORITY, "Join up", 2, "SAL01", "Priority"),
        Remark("Fewer buildings", 3, "Outcomes", "outcome"),
        HEADS,
        Record(("Move in", "May 2026"), 4),
    ]
    draft = assemble(parts, PlanContext())
    assert draft.title == "Saltway plan"
    assert [(outcome.text, outcome.items) for outcome in draft.outcomes] == [("Fewer buildings", (0,))]
    assert Column("Outcomes", "outcome") in draft.columns
    assert draft.items[1].parent == 0


def test_numbers_in_front_of_most_titles_are_references() -> None:
    rows: list[Part] = [HEADS, Record(("1.1 Move in", ""), 4), Record(("1.2 Move out", ""), 5)]
    assert [(item.ref, item.title) for item in assemble(rows, PlanContext()).items] == [
        ("1.1", "Move in"),
        ("1.2", "Move out"),
    ]


def test_a_number_in_front_of_one_title_is_a_word() -> None:
    rows: list[Part] = [HEADS, Record(("2.5 posts to fill", ""), 4), Record(("Move", ""), 5), Record(("Out", ""), 6)]
    assert assemble(rows, PlanContext()).items[0].title == "2.5 posts to fill"


def test_rows_that_are_no_table_are_left_as_front_matter() -> None:
    parts = with_columns([Record(("Tel", "01632 960001"), 1)], PlanContext())
    assert parts == [Front("Tel 01632 960001", 1)]
