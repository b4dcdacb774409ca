from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import Indent, MoveItem, Outdent
from mkplanner.models.outline import outline
from mkplanner.ui.itemmodels.treemoves import Move, moves
from mkplanner.ui.itemmodels.treerows import NEW_ROW, ROOT, Serials, build
from tests.builders import session_of
from tests.ui.saltway import saltway_plan

ROWS = st.integers(0, 30)


def carried_out(rows, steps):
    """The rows below each row after some moves."""
    kids = {serial: list(rows.kids[serial]) for serial in (ROOT, *rows.present)}
    for step in steps:
        source = next(kin for kin in kids.values() if step.serials[0] in kin)
        for serial in step.serials:
            source.remove(serial)
        place = kids[step.parent].index(step.after) + 1 if step.after else 0
        kids[step.parent][place:place] = step.serials
    return kids


def test_a_row_that_passes_others_is_the_only_one_to_move():
    session, _ = session_of(saltway_plan())
    serials = Serials()
    before = build(outline(session.plan), serials)
    session.run(MoveItem("a21", "t2", "a24"))

    (step,) = moves(before, build(outline(session.plan), serials), 5)

    assert step == Move((serials.of("a21"),), serials.of("t2"), serials.of("a24"))


def test_neighbours_that_go_together_are_one_move():
    session, _ = session_of(saltway_plan())
    serials = Serials()
    before = build(outline(session.plan), serials)
    session.run(MoveItem("a22", "t1", "a11"))
    session.run(MoveItem("a23", "t1", "a22"))

    (step,) = moves(before, build(outline(session.plan), serials), 5)

    assert step == Move((serials.of("a22"), serials.of("a23")), serials.of("t1"), serials.of("a11"))


def test_more_moves_than_are_worth_it_are_not_told():
    serials = Serials()
    entries = outline(saltway_plan())
    tops = [entry for entry in entries if entry.depth == 0]
    before, after = build(tops, serials), build(tuple(reversed(tops)), serials)

    assert len(moves(before, after, 1) or ()) == 1
    assert moves(before, after, 0) is None


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.sampled_from("mio"), ROWS, ROWS), max_size=8))
def test_the_moves_lead_from_one_arrangement_to_the_other_and_no_row_goes_below_itself(story):
    session, _ = session_of(saltway_plan())
    serials = Serials()
    before = build(outline(session.plan), serials)
    for kind, one, other in story:
        plan = session.plan
        row, target = (outline(plan)[n % len(plan.items)].item.id for n in (one, other))
        with suppress(RefusedError):
            session.run({"m": MoveItem(row, target, None), "i": Indent(row), "o": Outdent(row)}[kind])
    after = build(outline(session.plan), serials)

    steps = moves(before, after, 100)

    assert steps is not None
    assert carried_out(before, steps) == {serial: after.kids[serial] for serial in (ROOT, *after.present)}
    assert NEW_ROW not in {serial for step in steps for serial in step.serials}
