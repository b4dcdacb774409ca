from PySide6.QtCore import Qt

from mkplanner.ui.itemmodels.cellflags import EDITABLE, LEAF, PLAIN, ROW
from mkplanner.ui.itemmodels.columns import COLUMNS, TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from tests.ui.saltway import bridge_of

NEVER = Qt.ItemFlag.ItemNeverHasChildren


def test_each_column_can_be_written_or_not_as_its_field_says():
    assert [bool(flags & Qt.ItemFlag.ItemIsEditable) for flags in ROW] == [c.is_editable for c in COLUMNS]
    assert [flags & ~NEVER for flags in LEAF] == list(ROW)
    assert PLAIN & EDITABLE == PLAIN


def test_only_rows_without_rows_below_say_that_they_never_have_any():
    model = PlanTree(bridge_of())
    stack = [model.index(row, 0) for row in range(model.rowCount() - 1)]
    seen = set()
    while stack:
        index = stack.pop()
        seen.add(model.hasChildren(index))
        assert bool(index.siblingAtColumn(TITLE).flags() & NEVER) is not model.hasChildren(index)
        stack += [model.index(row, 0, index) for row in range(model.rowCount(index))]

    assert seen == {True, False}
