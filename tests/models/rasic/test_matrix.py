"""The RASIC matrix, derived from a plan."""

from mkplanner.models.checks.rules import LIMIT_SETTING
from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.notice import Severity
from mkplanner.models.plan import ItemKind
from mkplanner.models.rasic.matrix import INHERIT_SETTING, Matrix, spoken
from tests.builders import example_plan, session_of, titled


def test_parties_stand_under_their_councils_and_councils_are_no_columns() -> None:
    matrix = Matrix(example_plan())
    assert [name for name, _ in matrix.groups] == [
        "Saltway Partnership",
        "Aldermere Council",
        "Brackwell Council",
        "Tidemouth Council",
    ]
    assert len(matrix.parties) == 11


def test_a_part_takes_its_accountable_from_the_action_above() -> None:
    plan = example_plan()
    matrix = Matrix(plan)
    director = next(party for party in matrix.parties if party.name == "Director of Resources")
    part = titled(plan, "Consult the staff")
    assert matrix.cell(part.id, director.id).inherited == "A"
    assert matrix.cell(part.id, director.id).letters == ""
    assert matrix.remark(part) == (None, "A comes from 1.1")
    assert matrix.is_settled(part)


def test_a_row_without_accountable_says_so() -> None:
    plan = example_plan()
    matrix = Matrix(plan)
    row = titled(plan, "Move the three contact centres")
    assert matrix.remark(row) == (Severity.ERROR, "No Accountable")
    assert not matrix.is_settled(row)


def test_the_workload_counts_own_letters_alone() -> None:
    plan = example_plan()
    matrix = Matrix(plan)
    director = next(party for party in matrix.parties if party.name == "Director of Resources")
    load = matrix.loads[director.id]
    own = [cell.letters for cell in plan.assignments.values() if cell.party == director.id]
    assert load.accountable == sum("A" in letters for letters in own) == 3
    assert load.to_do == load.accountable + load.responsible


def test_a_cell_speaks_row_party_letters_and_note() -> None:
    plan = example_plan()
    matrix = Matrix(plan)
    manager = next(party for party in matrix.parties if party.name == "Property Manager")
    counter = titled(plan, "Open the shared enquiry counter")
    assert spoken(matrix, counter.id, manager) == "3.2, Property Manager: Responsible (building)"
    assert spoken(matrix, titled(plan, "Welcome").id, manager).endswith("nothing")


def test_a_plan_may_have_its_parts_take_all_letters_of_their_action() -> None:
    session, _ = session_of()
    session.run(AddItem("Agree terms", id="a"))
    session.run(AddItem("Draft them", parent="a", id="a1"))
    for party in "wxyz":
        session.run(AddParty(f"Post {party}", id=party))
    session.run(SetCells({("a", "w"): "A", ("a", "x"): "R", ("a", "y"): "C", ("a", "z"): "I", ("a1", "y"): "S"}))

    def inherited() -> dict[str, str]:
        matrix = Matrix(session.plan)
        return {party: matrix.cell("a1", party).inherited for party in "wxyz"}

    assert inherited() == {"w": "A", "x": "", "y": "", "z": ""}
    session.run(SetSetting(INHERIT_SETTING, "all"))
    assert inherited() == {"w": "A", "x": "R", "y": "", "z": "I"}
    session.run(SetCells({("a1", "z"): "R"}))
    assert inherited() == {"w": "A", "x": "", "y": "", "z": ""}, "the part has somebody else who does it"
    session.run(SetCells({("a1", "w"): "C"}))
    assert inherited()["w"] == "A", "who answers for the action answers for its parts, whatever else they are"


def test_inherited_letters_pass_through_every_level_and_stop_at_headings() -> None:
    session, _ = session_of()
    session.run(AddItem("Theme", ItemKind.THEME, id="t"))
    for item, parent in (("a", "t"), ("a1", "a"), ("a11", "a1")):
        session.run(AddItem(item, parent=parent, id=item))
    session.run(AddParty("Post", id="p"))
    session.run(SetCells({("a", "p"): "AC"}))
    session.run(SetSetting(INHERIT_SETTING, "all"))
    matrix = Matrix(session.plan)
    assert [matrix.cell(item, "p").inherited for item in ("t", "a", "a1", "a11")] == ["", "", "AC", "AC"]


def test_the_cells_of_a_problem_are_known_and_spoken() -> None:
    session, _ = session_of()
    session.run(AddItem("Agree terms", id="a"))
    for party in "xyz":
        session.run(AddParty(f"Post {party}", id=party))
    session.run(SetCells({("a", "x"): "A", ("a", "y"): "AR", ("a", "z"): "C"}))
    matrix = Matrix(session.plan)
    assert [matrix.is_doubtful("a", party) for party in "xyz"] == [True, True, False]
    assert spoken(matrix, "a", matrix.parties[1]) == (
        "1, Post y: Accountable, Responsible. To look at: Two Accountable"
    )
    session.run(UseLetterSet("DACI"))
    assert "Approver, Driver" in spoken(Matrix(session.plan), "a", matrix.parties[1])
    session.run(SetCells({("a", "z"): "S"}))
    assert Matrix(session.plan).is_doubtful("a", "z"), "DACI has no Support"


def test_a_party_that_carries_too_much_is_known_by_its_column() -> None:
    session, _ = session_of()
    session.run(SetSetting(LIMIT_SETTING + "to-do", 1))
    session.run(AddItem("Agree terms", id="a"))
    session.run(AddParty("Post x", id="x"))
    session.run(SetCells({("a", "x"): "AR"}))
    assert [notice.id for notice in Matrix(session.plan).party_problems["x"]] == ["too-much-to-do"]
