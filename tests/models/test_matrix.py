"""The RASIC matrix, derived from a plan."""

from mkplanner.models.matrix import Matrix, spoken
from mkplanner.models.notice import Severity
from tests.builders import example_plan, titled


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
