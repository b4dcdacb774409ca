from mkplanner.models.outline import outline
from mkplanner.ui.itemmodels.treechange import compare, runs
from mkplanner.ui.itemmodels.treerows import Serials, build
from tests.ui.saltway import saltway_plan


def test_rows_in_another_order_are_moved_and_none_has_come_or_gone():
    serials = Serials()
    plan = saltway_plan()
    tops = [entry for entry in outline(plan) if entry.depth == 0]
    difference = compare(build(tops, serials), build(tuple(reversed(tops)), serials))

    assert difference.moved
    assert not difference.gone | difference.come


def test_neighbours_that_go_together_are_one_run():
    serials = Serials()
    rows = build(outline(saltway_plan()), serials)
    t2 = serials.of("t2")
    gone = frozenset(serials.of(id_) for id_ in ("a22", "a23", "a25"))

    assert runs(gone, rows) == [(t2, 4, 4), (t2, 1, 2)]
