from PySide6.QtCore import Qt

from mkplanner.ui.itemmodels.celltext import NEW_ACTION
from mkplanner.ui.itemmodels.columns import BY_WHEN, REF, STATUS, TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.spokencells import spoken_cell
from tests.ui.saltway import bridge_of, saltway_plan


def about(tree: PlanTree, id_: str, column: int) -> str:
    return tree.index_of(id_, column).data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_cell_without_words_speaks_all_the_same():
    plan = saltway_plan()

    assert spoken_cell(plan, plan.items["a22"], STATUS, "", "2.2") == "Status: empty"
    assert spoken_cell(plan, plan.items["t1"], TITLE, "Governance", "1") == "Action: 1 Governance, heading"
    assert spoken_cell(plan, None, TITLE, NEW_ACTION, "") == NEW_ACTION


def test_an_action_tells_its_level_its_place_and_what_is_below():
    tree = PlanTree(bridge_of())
    assert about(tree, "t2", TITLE) == "Level 1, 2 of 2, open, 5 rows below"
    assert about(tree, "s112", TITLE) == "Level 3, 2 of 2"
    tree.is_open = lambda _serial: False
    assert about(tree, "a11", TITLE) == "Level 2, 1 of 2, shut, 2 rows below"


def test_other_cells_tell_which_row_they_are_of():
    tree = PlanTree(bridge_of())
    assert about(tree, "a22", STATUS) == "2.2 Joint training for managers"
    assert about(tree, "t1", REF) == "1 Governance and decision-making"
    assert about(tree, "s111", BY_WHEN) == "Read as 18 September 2025; 1.1.1 Options paper to Board"
