from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mkplanner.models.formats.base import Draft, DraftItem, DraftOwner
from mkplanner.models.plan import ItemKind
from mkplanner.ui.importing.draftrows import OWNER, READING, REF, TITLE, WORDS, DraftRows, kind_words

PROPOSER = DraftOwner("HR Manager", part="Proposals")
ITEMS = (
    DraftItem(ItemKind.THEME, "Governance", line=1),
    DraftItem(ItemKind.ACTION, "Agree one audit team", 0, date="By 31 March 2027", line=2),
    DraftItem(ItemKind.SUB_ACTION, "Consult the staff", 1, date="March 27", owners=(PROPOSER,), line=3),
    DraftItem(ItemKind.ACTION, "Publish a leaflet", 0, ref="G7", date="Once the branding is agreed", line=7),
)  # fmt: skip


@pytest.fixture
def rows(qapp):
    made = DraftRows()
    made.show_draft(Draft(start=date(2026, 4, 1), end=date(2028, 3, 31), items=ITEMS))
    return made


def text(rows, row, column, role=Qt.ItemDataRole.DisplayRole):
    return rows.index(row, column).data(role)


def test_qt_finds_no_fault_with_the_model(rows):
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show_draft(Draft())

    assert tester.model() is rows


def test_rows_are_numbered_as_they_would_stand(rows):
    assert [text(rows, row, REF) for row in range(4)] == ["1", "1.1", "1.1.1", "G7"]
    assert [rows.depth(row) for row in range(4)] == [0, 1, 2, 1]


def test_words_stay_and_the_reading_stands_beside_them(rows):
    assert text(rows, 1, WORDS) == "By 31 March 2027"
    assert "31 March 2027" in text(rows, 1, READING)
    assert text(rows, 0, READING) == ""


def test_words_without_a_date_are_kept_and_said_to_be(rows):
    assert text(rows, 3, WORDS) == "Once the branding is agreed"
    assert "no date" in text(rows, 3, READING).lower() or "words" in text(rows, 3, READING).lower()


def test_a_doubtful_reading_ends_in_a_question_mark(rows):
    assert text(rows, 2, READING).endswith("?")
    assert rows.dated_count() == 2


def test_owners_carry_their_part(rows):
    assert text(rows, 2, OWNER) == "Proposals by HR Manager"
    assert rows.has_owners()


def test_a_screen_reader_hears_heading_and_value(rows):
    spoken = text(rows, 1, TITLE, Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Action: Agree one audit team"
    assert text(rows, 1, OWNER, Qt.ItemDataRole.AccessibleTextRole) == "Owner: none"


def test_lines_of_the_source_lead_to_rows(rows):
    assert [rows.row_at(line) for line in (0, 1, 3, 5, 9)] == [None, 0, 2, 2, 3]
    assert rows.line_of(3) == 7


def test_what_was_found_is_said_in_words():
    assert kind_words(ITEMS) == "1 theme, 2 actions, 1 sub-action"
    assert kind_words(()) == ""
