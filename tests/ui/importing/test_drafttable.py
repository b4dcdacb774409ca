import pytest

from mkplanner.models.formats.base import Draft, DraftItem, DraftOwner
from mkplanner.models.plan import ItemKind
from mkplanner.ui.importing.draftrows import OWNER, TITLE, DraftRows
from mkplanner.ui.importing.drafttable import DraftTable

LONG = "Put a collaboration agreement in place for every service that the three councils share, old and new alike"


@pytest.fixture
def table(qtbot, dressed):
    rows = DraftRows()
    made = DraftTable(rows)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    rows.show_draft(Draft(items=(DraftItem(ItemKind.ACTION, "Short"), DraftItem(ItemKind.ACTION, LONG))))
    made.fit()
    qtbot.waitUntil(lambda: made.rowHeight(1) > made.rowHeight(0))
    return made


def test_long_words_wrap_and_their_row_grows(table):
    assert table.rowHeight(1) >= 2 * table.fontMetrics().lineSpacing()


def test_a_column_that_nobody_fills_takes_no_room(table):
    assert table.isColumnHidden(OWNER)

    table.model().show_draft(Draft(items=(DraftItem(ItemKind.ACTION, "Short", owners=(DraftOwner("HR Manager"),)),)))
    table.fit()

    assert not table.isColumnHidden(OWNER)


def test_a_row_can_be_shown_without_telling_anybody(table, qtbot):
    with qtbot.assertNotEmitted(table.selectionModel().currentRowChanged):
        table.show_row(1)

    assert table.currentIndex().row() == 1


def test_sub_actions_are_set_in(table):
    flat = table.grab().toImage()
    items = (DraftItem(ItemKind.ACTION, "Short"), DraftItem(ItemKind.SUB_ACTION, LONG, 0))
    table.model().show_draft(Draft(items=items))

    assert table.grab().toImage() != flat
    assert table.model().index(1, TITLE).data() == LONG
