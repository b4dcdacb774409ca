"""What is handed on from plan to plan is what would be worked out afresh."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.errors import PlannerError
from mkplanner.models.checks.alike import dates_of
from mkplanner.models.checks.held import cells_by_letters, holders, letters_by_party
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.people import ChangeParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, DeleteItem, Indent, MoveItem, Outdent, SetField
from mkplanner.models.commands.together import Together
from mkplanner.models.links.following import broken_links
from mkplanner.models.links.ties import ties
from mkplanner.models.outline import numbers, outline
from mkplanner.models.plan import TABLES, Plan
from tests.builders import session_of
from tests.ui.saltway import saltway_plan

KNOWN = ("children", "ordered_parties", "assignments_of", "updates_of", "outcomes_of", "links", "links_of")
ROWS = st.integers(0, 40)


def copied(plan):
    """The same plan with nothing worked out."""
    return Plan(plan.info, **{name: dict(getattr(plan, name)) for name in TABLES.values()})


def work_out(plan):
    return (
        {name: getattr(plan, name) for name in KNOWN},
        outline(plan),
        dict(numbers(plan)),
        dict(broken_links(plan)),
        ties(plan),
        letters_by_party(plan),
        [holders(plan, letter) for letter in "AR"],
        cells_by_letters(plan).keys(),
        sorted(frame.words for frame in dates_of(plan).values()),
    )


def order(kind, row, other, plan):
    party = next(iter(plan.parties))
    return {
        "a": AddItem("New", parent=other),
        "m": MoveItem(row, other, None),
        "i": Indent(row),
        "o": Outdent(row),
        "d": DeleteItem((row,)),
        "r": SetField(row, "ref", "X1"),
        "t": SetField(row, "title", "Other words"),
        "b": SetField(row, "by_when", "March 2026"),
        "l": LinkItems(row, other or row),
        "w": SetLetters(row, party, "A"),
        "p": ChangeParty(party, "name", "Somebody else"),
        "2": Together("Both", (AddItem("One", parent=other), MoveItem(row, None), SetField(row, "title", "Two"))),
    }[kind]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.sampled_from("amiodrtblwp2u"), ROWS, ROWS), max_size=14))
def test_whatever_is_done_the_short_cut_says_what_the_long_way_says(story):
    session, _ = session_of(saltway_plan())
    work_out(session.plan)
    for kind, one, two in story:
        ids = [entry.item.id for entry in outline(session.plan)]
        if not ids:
            return
        row, other = ids[one % len(ids)], ids[two % len(ids)] if two % 4 else None
        try:
            if kind == "u":
                session.undo()
            else:
                session.run(order(kind, row, other, session.plan))
        except PlannerError:
            continue
        assert work_out(session.plan) == work_out(copied(session.plan))


def test_a_change_of_words_hands_on_the_outline_with_the_new_row_in_it():
    session, _ = session_of(saltway_plan())
    work_out(session.plan)
    session.run(SetField("a22", "title", "New words"))

    assert "_outline" in session.plan.__dict__
    assert next(e for e in outline(session.plan) if e.item.id == "a22").item.title == "New words"


def test_places_in_the_outline_are_found_once_for_many_changes_of_words():
    session, _ = session_of(saltway_plan())
    work_out(session.plan)
    session.run(SetField("a22", "title", "New words"))
    places = session.plan.__dict__["_outline_places"]
    session.run(SetField("a11", "title", "Others"))

    assert session.plan.__dict__["_outline_places"] is places
    assert [entry.item for entry in outline(session.plan)] == [session.plan.items[id_] for id_ in places]


def test_adding_a_row_walks_only_its_own_theme_again():
    session, _ = session_of(saltway_plan())
    before = outline(session.plan)
    session.run(AddItem("Last of all", parent="t2"))

    assert "_outline" in session.plan.__dict__
    after = outline(session.plan)
    assert all(one is other for one, other in zip(before, after[:5], strict=False))
