from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.ui.itemmodels.columns import COLUMNS
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.touched import has_other_refs, retold_ends
from tests.builders import empty_plan, written
from tests.ui.saltway import bridge_of

LINKS = next(place for place, column in enumerate(COLUMNS) if column.field.key == "follows")


def five_rows_two_links():
    rows = [AddItem(name, id=name) for name in "abcde"]
    return written(*rows, LinkItems("a", "b"), LinkItems("c", "d"), plan=empty_plan())


def test_only_links_whose_rows_have_other_numbers_are_told_afresh():
    bridge = bridge_of(five_rows_two_links())
    before = bridge.plan
    bridge.run(AddItem("between", after="b", id="x"))

    assert retold_ends(before, bridge.plan) == {"c", "d"}
    assert retold_ends(bridge.plan, bridge.plan) == set()


def test_a_cell_tells_of_the_row_before_by_its_number_of_today(qapp):
    bridge = bridge_of(five_rows_two_links())
    model = PlanTree(bridge)

    def told():
        return model.text(model.index_of("d").internalId(), LINKS)

    assert told().startswith("3")
    bridge.run(AddItem("above", after=None, id="x"))
    assert told().startswith("4")
    bridge.run(DeleteItem(("x",)))
    assert told().startswith("3")
    bridge.run(DeleteItem(("c",)))
    assert told() == ""


def test_another_reference_means_other_numbers():
    before = five_rows_two_links()
    after = written(SetField("a", "ref", "RES01"), plan=before)

    assert has_other_refs(before, after, ["b", "a"])
    assert not has_other_refs(before, after, ["b", "gone"])
