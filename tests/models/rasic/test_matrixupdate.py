"""The matrix after an edit of letters is the one that would have been made anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.checks.rules import ON_SETTING
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.ids import derived_id
from mkplanner.models.outline import numbers
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.rasic.carryover import carry_over
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.models.rasic.matrix import INHERIT_SETTING, Matrix
from mkplanner.models.rasic.matrixupdate import updated
from tests.builders import PLAN_ID, session_of

ITEMS = ("a", "a1", "a11", "a2", "b")
PARTIES = ("x", "y", "z")
CELLS = st.dictionaries(
    st.tuples(st.sampled_from(ITEMS), st.sampled_from(PARTIES)),
    st.sets(st.sampled_from("ARSICV"), max_size=3).map("".join),
    max_size=10,
)


def session_with(inherit: str | None):
    session, _ = session_of()
    session.run(AddItem("Theme", ItemKind.THEME, id="t"))
    for item, parent in (("a", "t"), ("a1", "a"), ("a11", "a1"), ("a2", "a"), ("b", "t")):
        session.run(AddItem(item, parent=parent, id=item))
    for party in PARTIES:
        session.run(AddParty(f"Post {party}", id=party, organisation=f"Council {party}"))
    session.run(SetSetting(INHERIT_SETTING, inherit))
    for key in ("separate", "every-council"):
        session.run(SetSetting(ON_SETTING + key, True))
    return session


def everything(matrix: Matrix) -> object:
    cells = {(item, party): matrix.cell(item, party) for item in ITEMS for party in PARTIES}
    remarks = {item: matrix.remark(matrix.plan.items[item]) for item in ITEMS}
    settled = {item: matrix.is_settled(matrix.plan.items[item]) for item in ITEMS}
    loads = {party: load for party, load in matrix.loads.items() if load.to_do or load.others}
    return cells, remarks, settled, loads, matrix.groups


def orders(plan: Plan) -> object:
    return {item: cells for item, cells in plan.assignments_of.items() if cells}


@settings(max_examples=120, deadline=None)
@given(CELLS, CELLS, st.sampled_from([None, "all"]))
def test_it_shows_what_a_matrix_made_anew_would(before, after, inherit) -> None:
    session = session_with(inherit)
    session.run(SetCells(before))
    old = Matrix(session.plan)
    everything(old)
    session.run(SetCells(after))
    ids = [derived_id(PLAN_ID, item, party) for item, party in after]
    quick = updated(old, session.plan, ids)
    assert everything(quick) == everything(Matrix(session.plan))
    fresh = Plan(**{name: getattr(session.plan, name) for name in session.plan.__dataclass_fields__})
    assert orders(session.plan) == orders(fresh)
    assert numbers(session.plan) == numbers(fresh)


def test_only_what_rests_on_untouched_tables_is_handed_on() -> None:
    session = session_with(None)
    before = session.plan
    Matrix(before).problems  # noqa: B018
    letter_set(before)
    session.run(SetSetting("letters/set", "DACI"))
    carry_over(before, session.plan, ())
    assert "_outline" in session.plan.__dict__
    assert letter_set(session.plan).name == "DACI"
