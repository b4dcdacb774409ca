from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.asking.query import Query, answer
from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem, SetField
from mkplanner.models.outline import ancestors, outline
from mkplanner.ui.itemmodels.treerows import NEW_ROW, ROOT, Serials, build, rebuild, stretches
from tests.builders import session_of
from tests.ui.saltway import saltway_plan


def test_rows_keep_their_serials_whatever_order_they_stand_in():
    serials = Serials()
    plan = saltway_plan()
    rows = build(outline(plan), serials)
    again = build(tuple(reversed([e for e in outline(plan) if e.depth == 0])), serials)

    assert rows.kids[ROOT][-1] == again.kids[ROOT][-1] == NEW_ROW
    assert serials.ids[serials.of("a11")] == "a11"


def test_a_row_in_two_groups_has_two_serials_and_headings_have_none_of_a_row():
    serials = Serials()
    plan = saltway_plan()
    rows = build(answer(plan, Query(group="owner"), date(2025, 11, 12)).lines, serials)

    assert len([s for s in serials.all_of("a12") if s in rows.present]) == 2
    assert all(serials.ids[heading] == "" for heading in rows.headings)
    assert [rows.headings[s].title for s in rows.kids[ROOT] if s != NEW_ROW][-1] == "Nobody yet"


def test_many_rows_get_the_serials_that_each_alone_would_get():
    alone, together = Serials(), Serials()
    for serials in (alone, together):
        serials.of("c")
        serials.of_heading("h")

    assert together.of_all(["a", "c", "b"]) == [alone.of(id_) for id_ in ("a", "c", "b")]
    assert together.of_all(["d", "e"]) == [alone.of(id_) for id_ in ("d", "e")]
    assert together.ids == alone.ids


ROWS = st.integers(0, 30)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("amdr"), ROWS, ROWS), max_size=12))
def test_building_again_only_where_lines_differ_gives_what_building_afresh_does(story):
    session, _ = session_of(saltway_plan())
    serials = Serials()
    rows = build(outline(session.plan), serials)

    for kind, one, other in story:
        before = outline(session.plan)
        if not before:
            return
        row, target = before[one % len(before)].item.id, before[other % len(before)].item.id
        command = {
            "a": AddItem("New", parent=target if other % 3 else None),
            "m": MoveItem(row, target if other % 3 else None, None),
            "d": DeleteItem((row,)),
            "r": SetField(row, "ref", f"X{one}"),
        }[kind]
        try:
            session.run(command)
        except Exception:  # a row cannot move below itself
            continue
        rows = rebuild(rows, before, outline(session.plan), serials)
        assert_the_same(rows, build(outline(session.plan), serials))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sets(ROWS, max_size=6), min_size=1, max_size=5))
def test_rows_found_by_one_filter_after_another_stand_as_if_built_afresh(filters):
    plan, serials = saltway_plan(), Serials()
    every = outline(plan)
    before = every
    rows = build(before, serials)

    for wanted in filters:
        hits = {every[number % len(every)].item.id for number in wanted}
        shown = hits | {row.id for id_ in hits for row in ancestors(plan, id_)}
        after = tuple(entry for entry in every if entry.item.id in shown)
        rows = rebuild(rows, before, after, serials)
        assert_the_same(rows, build(after, serials))
        before = after


def assert_the_same(rows, fresh):
    assert rows.present == fresh.present
    for serial in fresh.present:
        for name in ("parent", "row", "kids", "depth", "number"):
            assert getattr(rows, name)[serial] == getattr(fresh, name)[serial], name
    assert rows.kids[ROOT] == fresh.kids[ROOT]


def test_neighbours_are_told_as_one_stretch_from_the_first_to_the_last():
    serials = Serials()
    rows = build(outline(saltway_plan()), serials)
    chosen = [serials.of(id_) for id_ in ("a25", "a22", "s112", "a23")]

    assert {tuple(serials.ids[end] for end in found) for found in stretches(chosen, rows)} == {
        ("s112", "s112"),
        ("a22", "a23"),
        ("a25", "a25"),
    }


def test_rows_are_walked_as_they_are_read():
    serials = Serials()
    plan = saltway_plan()
    rows = build(outline(plan), serials)

    assert [serials.ids[serial] for serial in rows.walk()] == [*(entry.item.id for entry in outline(plan)), ""]
