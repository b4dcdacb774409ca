from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.asking.nesting import in_outline
from mkplanner.models.asking.sorting import rank_of
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.outline import outline
from mkplanner.models.plan import ItemKind
from tests.builders import empty_plan, example_plan, written

EXAMPLE = example_plan()
KEYS = ["number", "title", "by_when", "status", "owners", "percent", "slippage", "kind"]


def plan():
    def row(title, words, above):
        return AddItem(title, parent=above, fields=(("by_when", words),) if words else (), id=title)

    return written(
        AddItem("A", ItemKind.THEME, id="A"),
        row("A1", "By 30 June 2027", "A"),
        row("A2", "By 31 March 2027", "A"),
        row("A3", "", "A"),
        AddItem("B", ItemKind.THEME, id="B"),
        row("B1", "", "B"),
        row("B11", "By 31 January 2027", "B1"),
        row("B12", "By 31 December 2026", "B1"),
        plan=empty_plan(start=date(2026, 4, 1), end=date(2028, 3, 31)),
    )


def titles(key, backwards=False):
    made = plan()
    return [entry.item.title for entry in in_outline(made, outline(made), key, backwards)]


def test_rows_are_sorted_below_the_row_they_belong_to_and_that_by_the_first_of_them():
    assert titles("by_when") == ["B", "B1", "B12", "B11", "A", "A2", "A1", "A3"]


def test_backwards_those_with_nothing_to_compare_still_stand_last():
    assert titles("by_when", backwards=True) == ["A", "A1", "A2", "A3", "B", "B1", "B11", "B12"]


def test_by_number_rows_stand_as_in_the_plan_or_turned_round_on_every_level():
    assert titles("number") == [entry.item.title for entry in outline(plan())]
    assert titles("number", backwards=True) == ["B", "B1", "B12", "B11", "A", "A3", "A2", "A1"]


@settings(deadline=None)
@given(st.sampled_from(KEYS), st.booleans())
def test_every_row_stays_below_its_own_and_neighbours_are_in_order(key, backwards):
    lines = in_outline(EXAMPLE, outline(EXAMPLE), key, backwards)
    assert sorted(lines, key=lambda entry: entry.item.id) == sorted(outline(EXAMPLE), key=lambda entry: entry.item.id)
    above: list[str] = []
    by_parent: dict[str | None, list] = {}
    for entry in lines:
        del above[entry.depth :]
        assert entry.item.parent == (above[-1] if above else None)
        above.append(entry.item.id)
        by_parent.setdefault(entry.item.parent, []).append(entry.item)
    if key == "number":
        return
    leaves = {id_ for id_ in EXAMPLE.items if not EXAMPLE.children.get(id_)}
    for rows in by_parent.values():
        ranks = [rank_of(key)(EXAMPLE, row) for row in rows if row.id in leaves]
        known = [rank for rank in ranks if rank is not None]
        assert known == sorted(known, reverse=backwards)
        assert ranks[: len(known)] == known
