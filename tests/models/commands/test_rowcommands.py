from mkplanner.models.commands import rowcommands
from mkplanner.models.outline import outline
from tests.builders import empty_plan, session_of, written
from tests.ui.saltway import action, saltway_plan, theme


def order(plan, parent=None):
    return [row.id for row in plan.children.get(parent, ())]


def done(plan, command):
    session, _ = session_of(plan)
    session.run(command)
    return session.plan


def test_an_action_at_the_end_belongs_to_the_last_theme():
    assert rowcommands.last_heading(saltway_plan()) == "t2"
    assert rowcommands.last_heading(empty_plan()) is None
    flat = written(theme("t", "Theme"), action("a", "Action"))
    assert rowcommands.last_heading(flat) is None


def test_a_new_row_stands_after_the_current_one_or_first_in_its_heading():
    plan = saltway_plan()
    after = done(plan, rowcommands.add_after(plan, "a21"))
    assert order(after, "t2").index("a22") == 2
    first = done(plan, rowcommands.add_after(plan, "t2"))
    assert order(first, "t2")[1] == "a21"
    last = done(plan, rowcommands.add_after(plan, None))
    assert order(last, "t2")[:5] == order(plan, "t2")


def test_a_row_chosen_with_the_row_above_it_goes_along_once():
    assert rowcommands.tops(saltway_plan(), ["a11", "s111", "a12"]) == ["a11", "a12"]


def test_several_rows_indent_below_the_same_row():
    plan = saltway_plan()
    assert order(done(plan, rowcommands.indent(plan, ["a22", "a23"])), "a21") == ["a22", "a23"]


def test_several_rows_outdent_and_keep_their_order():
    plan = saltway_plan()
    assert order(done(plan, rowcommands.outdent(plan, ["s111", "s112"])), "t1") == ["a11", "s111", "s112", "a12"]


def test_rows_at_the_edge_of_a_theme_go_into_the_next_one():
    plan = saltway_plan()
    assert order(done(plan, rowcommands.move(plan, ["a12"], 1)), "t2")[0] == "a12"
    assert order(done(plan, rowcommands.move(plan, ["a21"], -1)), "t1")[-1] == "a21"


def test_nothing_moves_beyond_the_ends_of_the_plan():
    plan = saltway_plan()
    assert rowcommands.move(plan, ["t1"], -1) is None
    assert rowcommands.move(plan, ["a25"], 1) is None
    assert rowcommands.move(plan, ["s111"], -1) is None
    assert rowcommands.indent(plan, []) is None


def test_the_first_words_of_a_new_row_join_its_adding():
    plan = saltway_plan()
    session, _ = session_of(plan)
    made = session.run(rowcommands.add_after(plan, "a21")).id
    session.run(rowcommands.name_fresh(session.plan.items[made], "Advertise"))

    assert session.history.undo_title == "Add action"
    session.undo()
    assert [entry.item.id for entry in outline(session.plan)] == [entry.item.id for entry in outline(plan)]
