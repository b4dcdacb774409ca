"""The rules of RASIC letters as data, and the checks against a plain restatement of every one of them."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.checks.burden import check_burden, check_only_informed
from mkplanner.models.checks.registry import check
from mkplanner.models.checks.responsibility import check_councils, check_due_soon, check_places, check_separate
from mkplanner.models.checks.rules import LIMIT_SETTING, ON_SETTING, RULES, is_on, limit_of, short_words, words_of
from mkplanner.models.commands.lettersets import SayLetter, UseLetterSet
from mkplanner.models.commands.people import AddParty, ChangeParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, Plan
from tests.builders import empty_plan, session_of, written

ITEMS = tuple(f"i{number}" for number in range(6))
PARENTS = {"i0": "t", "i1": "i0", "i2": "i0", "i3": "t", "i4": "i3", "i5": "t"}
PARTIES = {"p0": "Aldermere", "p1": "Aldermere", "p2": "Brackwell", "p3": "Tidemouth"}
TODAY = date(2027, 1, 10)

CELLS = st.dictionaries(
    st.tuples(st.sampled_from(ITEMS), st.sampled_from(list(PARTIES))),
    st.sets(st.sampled_from("ARSICV"), min_size=1, max_size=4).map("".join),
    max_size=24,
)
DAYS = st.dictionaries(st.sampled_from(ITEMS), st.integers(-20, 60), max_size=6)


def plan_of(cells: dict[tuple[str, str], str], days: dict[str, int], done: set[str], retired: set[str]) -> Plan:
    session, _ = session_of()
    session.run(AddItem("Theme", ItemKind.THEME, id="t"))
    for item, parent in PARENTS.items():
        session.run(AddItem(item, parent=parent, id=item))
    for party, home in PARTIES.items():
        session.run(AddParty(f"Post {party}", PartyKind.POST, id=party, organisation=home))
    session.run(SetCells(cells))
    for item, away in days.items():
        day = TODAY + timedelta(days=away)
        session.run(SetField(item, "by_when", f"By {day.day} {day:%B %Y}"))
    for item in done:
        session.run(SetField(item, "status", "complete"))
    for party in retired:
        session.run(ChangeParty(party, "retired", True))
    for key in ("to-do", "consulted"):
        session.run(SetSetting(LIMIT_SETTING + key, 2))
    for key in ("separate", "every-council"):
        session.run(SetSetting(ON_SETTING + key, True))
    return session.plan


def restated(cells: dict[tuple[str, str], str], days: dict[str, int], done: set[str], retired: set[str]) -> set[object]:
    """Each rule in the plainest words there are."""

    def on_row(item: str, letter: str) -> int:
        return sum(letter in letters for (row, _), letters in cells.items() if row == item)

    def held(party: str) -> str:
        return "".join(letters for (_, who), letters in cells.items() if who == party)

    found: set[object] = set()
    near = {item: [item] for item in ITEMS}
    for item, parent in PARENTS.items():
        if parent != "t":
            near[item].append(parent)
            near[parent].append(item)
    somebody_answers = any(on_row(item, "A") for item in ITEMS)
    for item in ITEMS:
        any_letter = any(row == item for row, _ in cells)
        does_it = any(on_row(row, "R") for row in near[item])
        if on_row(item, "A") > 1:
            found.add(("two-accountable", item))
        if somebody_answers and PARENTS[item] == "t" and not on_row(item, "A"):
            found.add(("no-accountable", item))
        if any_letter and not does_it:
            found.add(("no-responsible", item))
        if 0 <= days.get(item, -1) <= 28 and item not in done and not does_it:
            found.add(("due-without-responsible", item))
        if on_row(item, "V"):
            found.add(("letter-without-place", item))
        if any({"A", "R"} <= set(letters) for (row, _), letters in cells.items() if row == item):
            found.add(("accountable-and-responsible", item))
        there = {PARTIES[party] for row, party in cells if row == item}
        if PARENTS[item] == "t" and {home for party, home in PARTIES.items() if party not in retired} - there:
            found.add(("council-without-letter", item))
    if not somebody_answers:
        found.add(("nobody-accountable", None))
    for party in PARTIES:
        if held(party).count("A") + held(party).count("R") > 2:
            found.add(("too-much-to-do", party))
        if held(party).count("C") > 2:
            found.add(("consulted-too-much", party))
        if held(party) and not set(held(party)) - {"I"}:
            found.add(("only-informed", party))
        if party in retired and held(party):
            found.add(("retired-holds-letters", party))
    return found


@settings(max_examples=120, deadline=None)
@given(CELLS, DAYS, st.sets(st.sampled_from(ITEMS)), st.sets(st.sampled_from(list(PARTIES)), max_size=1))
def test_the_checks_agree_with_their_rules_said_plainly(
    cells: dict[tuple[str, str], str], days: dict[str, int], done: set[str], retired: set[str]
) -> None:
    plan = plan_of(cells, days, done, retired)
    ours = {id_ for rule in RULES for id_, _ in rule.ids}
    found = {(notice.id, notice.item or notice.party) for notice in check(plan) if notice.id in ours}
    found = {pair for pair in found if pair[0] != "due-without-responsible"}  # that of the computer's own day
    found |= {(notice.id, notice.item) for notice in check_due_soon(plan, TODAY)}
    assert found == restated(cells, days, done, retired)


def test_every_rule_has_a_name_and_words_for_each_notice() -> None:
    plan = empty_plan()
    assert all(words_of(plan, rule.key) and "{" not in words_of(plan, rule.key) for rule in RULES)
    assert all(short_words(plan, id_) for rule in RULES for id_, _ in rule.ids)
    assert short_words(plan, "no-such-check") == ""


def test_rules_speak_in_the_plans_own_words() -> None:
    plan = written(UseLetterSet("DACI"), SayLetter("R", "Leader", "leads"))
    assert words_of(plan, "one-accountable") == "Exactly one Approver"
    assert short_words(plan, "no-responsible") == "No Leader"


def test_a_plan_switches_what_is_usual_off_and_what_is_not_on() -> None:
    plan = written(SetPlanInfo((("checks_off", ("no-responsible",)),)), SetSetting(ON_SETTING + "separate", True))
    assert not is_on(plan, "one-responsible")
    assert is_on(plan, "separate")
    assert is_on(plan, "one-accountable")
    assert not is_on(empty_plan(), "separate")


def test_a_limit_that_makes_no_sense_is_passed_over() -> None:
    for nonsense in (0, -3, "many", True, 10_000):
        assert limit_of(written(SetSetting(LIMIT_SETTING + "to-do", nonsense)), "to-do") == 10
    assert limit_of(written(SetSetting(LIMIT_SETTING + "to-do", 4)), "to-do") == 4


def test_each_check_is_quiet_about_an_empty_plan() -> None:
    checks = (check_burden, check_only_informed, check_due_soon, check_places, check_separate, check_councils)
    assert [notice for run in checks for notice in run(empty_plan())] == []
