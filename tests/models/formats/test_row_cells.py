"""Each cell's words find their field."""

from mkplanner.models.formats.row_cells import Row
from mkplanner.models.plan import ItemKind
from mkplanner.models.status import Status


def filled(*cells: tuple[str | None, str, str]) -> Row:
    row = Row(ItemKind.ACTION, "Move", None, 1)
    known: set[str] = set()
    for name, heading, text in cells:
        row.fill(name, heading, text, known)
    return row


def test_a_second_date_goes_on_a_new_line() -> None:
    assert filled(("date", "By when", "May"), ("date", "By when", "June")).date == "May\nJune"


def test_a_status_is_read_and_words_that_say_more_are_kept() -> None:
    row = filled(("status", "Status", "On target"))
    assert (row.status, row.notes) == (Status.ON_TRACK, ["Status: On target"])
    assert filled(("status", "Status", "Off target")).notes == ["Status: Off target"]
    assert filled(("rag", "RAG", "complete")).notes == []


def test_prose_under_owner_is_a_note() -> None:
    text = "To be agreed at the meeting. This will depend on the interests of the members."
    row = filled(("owner", "Who", text))
    assert (row.owners, row.notes) == ((), [f"Who: {text}"])


def test_accountable_and_consulted_columns_give_their_letters() -> None:
    row = filled(("accountable", "Portfolio holder", "Greta Holm"), ("consulted", "Consulted", "Staff Forum"))
    assert [owner.letters for owner in row.owners] == ["A", "C"]


def test_a_target_is_a_date_or_a_note() -> None:
    assert filled(("target", "Target", "June 2026")).date == "June 2026"
    assert filled(("target", "Target", "40 visits")).notes == ["Target: 40 visits"]


def test_a_row_finishes_as_a_draft_item() -> None:
    item = filled(("tags", "Tags", "front, back"), (None, "Cost", "12")).finish()
    assert (item.tags, item.notes, item.line) == (("front", "back"), "Cost: 12", 1)
