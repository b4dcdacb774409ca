"""Rows that come, go and move are laid out alone, and all stands where a whole layout would have it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from mkplanner.errors import PlannerError
from mkplanner.models.commands.rows import AddItem, DeleteItem, Indent, MoveItem, Outdent
from mkplanner.models.outline import outline
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.timetable.rows import visible_rows
from mkplanner.ui.timetable.view import TimetableView
from tests.ui.saltway import bridge_of, timetable_of

ROWS = st.integers(0, 40)
FAR = 20_000


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of(), height=230)


def pictures(table):
    """Every row that is open to sight, with where it stands."""
    return [(table.plan_tree.item_id(row.index), row.top, row.height) for row in visible_rows(table, -FAR, FAR)]


def count_layouts(table, monkeypatch):
    """How often the whole table is laid out from now on."""
    done = []
    whole = table.doItemsLayout
    monkeypatch.setattr(table, "doItemsLayout", lambda: (done.append(1), whole())[1])
    return done


@pytest.mark.parametrize(
    "order",
    [
        AddItem("Another", parent="t1"),
        DeleteItem(("a22",)),
        DeleteItem(("s111", "s112")),
        MoveItem("a22", "t1", None),
        MoveItem("a21", "t2", "a24"),
        MoveItem("s111", "t2", "a22"),
        MoveItem("s112", "a25", None),
        Indent("a12"),
        Outdent("s112"),
    ],
    ids=lambda order: f"{type(order).__name__}",
)
def test_what_changes_below_a_row_leaves_the_rest_of_the_table_laid_out(view, order, monkeypatch):
    table = view.table
    table.executeDelayedItemsLayout()
    layouts = count_layouts(table, monkeypatch)
    at_first = pictures(table)

    view._bridge.run(order)
    after_deed = pictures(table)
    view._bridge.undo()
    after_undo = pictures(table)

    assert not layouts
    assert after_undo == at_first
    table.doItemsLayout()
    assert pictures(table) == after_undo
    view._bridge.redo()
    assert pictures(table) == after_deed


def test_rows_at_the_top_are_laid_out_with_all_others(view):
    view._bridge.run(MoveItem("t2", None, None))
    ids = [id_ for id_, _, _ in pictures(view.table)]
    assert ids.index("t2") < ids.index("t1")

    view._bridge.run(DeleteItem(("t2",)))
    ids = [id_ for id_, _, _ in pictures(view.table)]
    assert "t2" not in ids
    assert "a21" not in ids


def test_a_screen_reader_is_told_of_all_rows_afresh(view, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    layouts = count_layouts(view.table, monkeypatch)
    view._bridge.run(DeleteItem(("a22",)))
    view._bridge.run(MoveItem("a23", "t1", None))
    pictures(view.table)

    assert layouts


def test_a_row_that_gets_its_first_row_below_shows_it_and_one_that_loses_its_last_has_none(view):
    view._bridge.run(MoveItem("a22", "a23", None))
    assert view.table.isExpanded(view.model.index_of("a23"))
    assert "a22" in [id_ for id_, _, _ in pictures(view.table)]

    view._bridge.run(MoveItem("a22", "t2", None))
    assert not view.model.hasChildren(view.model.index_of("a23"))
    assert "a22" in [id_ for id_, _, _ in pictures(view.table)]


def test_the_scroll_place_stays_while_rows_further_down_move(view):
    bar = view.table.verticalScrollBar()
    view.table.scroll_range.measure_all()
    bar.setValue(40)
    view._bridge.run(MoveItem("a25", "t2", "a21"))

    assert bar.value() == 40


STORY = st.lists(st.tuples(st.sampled_from("aadmmioturx"), ROWS, ROWS), max_size=14)


@settings(deadline=None, max_examples=40)
@given(STORY)
def test_all_stands_where_a_whole_layout_would_have_it(qapp, story):
    bridge = bridge_of()
    view = TimetableView(bridge)
    tester = QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.resize(900, 330)
    view.show()
    table, model = view.table, view.model
    table.scroll_range.measure_all()
    for kind, one, other in story:
        ids = [entry.item.id for entry in outline(bridge.plan)]
        if not ids:
            break
        row, target = ids[one % len(ids)], ids[other % len(ids)]
        table.choose(target, TITLE)
        known = {id_: QPersistentModelIndex(model.index_of(id_)) for id_ in ids}
        was_open = {
            id_ for id_ in ids if table.isExpanded(model.index_of(id_)) and model.hasChildren(model.index_of(id_))
        }
        deed(kind, row, target, bridge, table)
        check_places(table, model, bridge.plan, known)
        still = {id_ for id_ in was_open if id_ in bridge.plan.items and model.hasChildren(model.index_of(id_))}
        if kind != "t":
            assert all(table.isExpanded(model.index_of(id_)) for id_ in still)
        if target in bridge.plan.items:
            assert view.selected() == (target,) or kind == "t"
    view.close()
    view.deleteLater()
    del tester


def deed(kind, row, target, bridge, table):
    orders = {
        "a": AddItem("New", parent=target),
        "d": DeleteItem((row,)),
        "m": MoveItem(row, target, None),
        "i": Indent(row),
        "o": Outdent(row),
        "x": MoveItem(row, None, None),
    }
    if kind == "t":
        index = table.plan_tree.index_of(row)
        table.setExpanded(index, not table.isExpanded(index))
        return
    try:
        if kind in orders:
            bridge.session.run(orders[kind])
        else:
            (bridge.session.undo if kind == "u" else bridge.session.redo)()
    except PlannerError:
        pass


def check_places(table, model, plan, known):
    """Rows stand where Qt would have them, and what was remembered of a row still means that row."""
    stood = pictures(table)
    scrolled = table.verticalScrollBar().maximum(), table.verticalScrollBar().value()
    table.doItemsLayout()
    table.scroll_range.forget_open()
    table.updateGeometries()
    assert pictures(table) == stood
    assert (table.verticalScrollBar().maximum(), table.verticalScrollBar().value()) == scrolled
    for id_, index in known.items():
        assert index.isValid() == (id_ in plan.items)
        if index.isValid():
            assert model.item_id(index) == id_
