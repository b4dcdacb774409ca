from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.outline import ancestors, outline
from mkplanner.ui.itemmodels.shutrows import without_shut
from tests.ui.saltway import saltway_plan

PLAN = saltway_plan()
ROWS = tuple(outline(PLAN))


def test_without_shut_rows_all_stay():
    assert without_shut(ROWS, ()) is ROWS


@given(st.sets(st.sampled_from(sorted(PLAN.items))))
def test_a_row_stays_where_none_above_it_is_shut(shut):
    shown = [entry.item.id for entry in without_shut(ROWS, shut)]
    wanted = [entry.item.id for entry in ROWS if not any(above.id in shut for above in ancestors(PLAN, entry.item.id))]
    assert shown == wanted
