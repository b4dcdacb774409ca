"""The RASIC checks against a plain restatement of their rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.checks.registry import check
from mkplanner.models.commands.people import AddParty, ChangeParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.plan import ItemKind
from tests.builders import example_plan, session_of, titled

ITEMS = ("a", "a1", "a2", "b")
PARTIES = ("x", "y", "z")


def matrix_session():
    session, _ = session_of()
    session.run(AddItem("Theme", ItemKind.THEME, id="t"))
    for item, parent in (("a", "t"), ("a1", "a"), ("a2", "a"), ("b", "t")):
        session.run(AddItem(item, parent=parent, id=item))
    for party in PARTIES:
        session.run(AddParty(f"Post {party}", id=party))
    return session


def ids(plan) -> set[tuple[str, str | None]]:
    return {(notice.id, notice.item) for notice in check(plan) if "able" in notice.id or "sible" in notice.id}


CELLS = st.dictionaries(
    st.tuples(st.sampled_from(ITEMS), st.sampled_from(PARTIES)),
    st.sampled_from(["A", "R", "AR", "C", "SI", ""]),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(CELLS)
def test_the_checks_say_what_the_rules_say(cells: dict[tuple[str, str], str]) -> None:
    session = matrix_session()
    session.run(SetCells(cells))
    held = {item: [letters for (where, _), letters in cells.items() if where == item and letters] for item in ITEMS}
    many = {item: sum("A" in letters for letters in held[item]) for item in ITEMS}
    expected: set[tuple[str, str | None]] = set()
    if not any(many.values()):
        expected.add(("nobody-accountable", None))
    else:
        expected |= {("two-accountable", item) for item in ITEMS if many[item] > 1}
        expected |= {("no-accountable", item) for item in ("a", "b") if not many[item]}
    near = {"a": ("a1", "a2"), "a1": ("a",), "a2": ("a",), "b": ()}
    for item in ITEMS:
        letters = "".join("".join(held[row]) for row in (item, *near[item]))
        if held[item] and "R" not in letters:
            expected.add(("no-responsible", item))
    assert ids(session.plan) == expected


def test_a_check_can_be_switched_off_for_a_plan() -> None:
    session = matrix_session()
    session.run(SetPlanInfo((("checks_off", ("nobody-accountable",)),)))
    assert ids(session.plan) == set()


def test_somebody_retired_who_still_holds_letters_is_named() -> None:
    session = matrix_session()
    session.run(SetCells({("a", "x"): "A"}))
    session.run(ChangeParty("x", "retired", True))
    assert any(notice.id == "retired-holds-letters" and notice.party == "x" for notice in check(session.plan))


def test_the_worked_example_has_one_action_without_accountable() -> None:
    plan = example_plan()
    lines = titled(plan, "Move the three contact centres")
    without = {notice.item for notice in check(plan) if notice.id == "no-accountable"}
    assert without == {lines.id}
