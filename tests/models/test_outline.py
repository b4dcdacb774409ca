"""Order, nesting and numbers of rows."""

from dataclasses import replace

from mkplanner.models.commands.rows import AddItem
from mkplanner.models.edit import Edit
from mkplanner.models.outline import ancestors, descendants, kind_below, numbers, outline
from mkplanner.models.plan import Item, ItemKind, Place
from tests.builders import empty_plan, titled, written


def small_plan():
    return written(
        AddItem("Money", ItemKind.THEME, id="t"),
        AddItem("Budgets", parent="t", id="a"),
        AddItem("Formula", parent="a", id="s1"),
        AddItem("Close the books", parent="a", id="s2"),
        AddItem("Pay", parent="t", id="b", fields=(("ref", "HR7"),)),
        AddItem("Grades", parent="b", id="s3"),
    )


def test_rows_are_numbered_by_level_and_a_reference_stands_for_its_number() -> None:
    plan = small_plan()
    assert [(entry.number, entry.depth, entry.item.title) for entry in outline(plan)] == [
        ("1", 0, "Money"),
        ("1.1", 1, "Budgets"),
        ("1.1.1", 2, "Formula"),
        ("1.1.2", 2, "Close the books"),
        ("HR7", 1, "Pay"),
        ("HR7.1", 2, "Grades"),
    ]
    assert numbers(plan)["s2"] == "1.1.2"


def test_what_belongs_below_a_row_depends_on_the_row() -> None:
    plan = small_plan()
    assert plan.items["a"].kind is ItemKind.ACTION
    assert plan.items["s1"].kind is ItemKind.SUB_ACTION
    assert kind_below(None) is ItemKind.ACTION


def test_rows_above_and_below_are_found() -> None:
    plan = small_plan()
    assert [row.id for row in ancestors(plan, "s1")] == ["a", "t"]
    assert [row.id for row in descendants(plan, "t")] == ["a", "s1", "s2", "b", "s3"]


def test_a_row_whose_parent_is_gone_stands_at_the_top() -> None:
    plan = small_plan()
    edit = Edit(plan)
    edit.remove(plan.items["a"])
    orphaned, _ = edit.finish("")
    assert {entry.item.id for entry in outline(orphaned)} == {"t", "s1", "s2", "b", "s3"}


def test_a_loop_of_parents_loses_no_row() -> None:
    plan = small_plan()
    edit = Edit(plan)
    edit.put(replace(titled(plan, "Money"), place=Place("s1", "V")))
    looped, _ = edit.finish("")
    shown = [entry.item.id for entry in outline(looped)]
    assert sorted(shown) == sorted(looped.items)
    assert list(ancestors(looped, "s1"))


def test_a_plan_without_rows_has_an_empty_outline() -> None:
    assert outline(empty_plan()) == ()
    assert Item("x").parent is None
