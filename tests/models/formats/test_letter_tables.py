"""RASIC tables brought in from Word and Excel: whose letters they are, and which set they speak."""

import json
from pathlib import Path

import pytest

from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.paste import BringIn
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.formats.letter_tables import legend_of, party_columns, set_of, spelt_out
from mkplanner.models.formats.read_csv import read_csv
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import SETS, letter_set
from tests.builders import session_of, written

MATRIX = """Activity\tHead of Finance\tHead of Legal\tJoint Board (JB)
Agree the budget\tA/R\tC & S\tI
Draft the agreement\tC\tR (assist)\t-
Sign it\t\tR\tA
"""


def held(plan: Plan) -> dict[tuple[str, str], str]:
    letters = letter_set(plan)
    return {
        (plan.items[cell.item].title, plan.parties[cell.party].name): letters.show(cell.letters, cell.qualifier)
        for cell in plan.assignments.values()
    }


@pytest.mark.parametrize("read", [read_text, lambda text: read_csv(text.replace("\t", ";"))])
def test_parties_as_columns_become_letters_with_their_notes(read) -> None:
    plan = written(BringIn(read(MATRIX)))
    assert held(plan) == {
        ("Agree the budget", "Head of Finance"): "A, R",
        ("Agree the budget", "Head of Legal"): "S, C",
        ("Agree the budget", "Joint Board (JB)"): "I",
        ("Draft the agreement", "Head of Finance"): "C",
        ("Draft the agreement", "Head of Legal"): "R (assist)",
        ("Sign it", "Head of Legal"): "R",
        ("Sign it", "Joint Board (JB)"): "A",
    }
    assert letter_set(plan).name == "RASIC"


def test_letters_beside_dates_and_owners_of_an_ordinary_table() -> None:
    text = "Action\tBy when\tHR Manager\tAudit Manager\nMerge payroll\t31 March 2027\tR\tC\nClose ledgers\tJune 2027\tA\tR\n"
    plan = written(BringIn(read_text(text)))
    assert held(plan)[("Merge payroll", "HR Manager")] == "R"
    assert [item.by_when.words for item in plan.items.values()] == ["31 March 2027", "June 2027"]


def test_a_table_that_says_daci_brings_its_set_along() -> None:
    text = "DACI for the merger\nDecision\tChief Executive\tAnn Ford\nChoose the site\tA\tD, C\nSet the fee\tI\tD\n"
    plan = written(BringIn(read_text(text)))
    assert letter_set(plan).name == "DACI"
    assert held(plan)[("Choose the site", "Ann Ford")] == "D, C"
    cell = next(cell for cell in plan.assignments.values() if cell.letters == "RC")
    assert cell.is_owner, "who drives it is who does it"


def test_a_table_that_says_raci_and_uses_s_all_the_same_loses_no_letter() -> None:
    plan = written(BringIn(read_text(f"RACI for the shared service\n{MATRIX}")))
    assert letter_set(plan).name == "RASIC"
    assert held(plan)[("Agree the budget", "Head of Legal")] == "S, C"
    plain = MATRIX.replace("C & S", "C")
    assert letter_set(written(BringIn(read_text(f"RACI for the shared service\n{plain}")))).name == "RACI"


def test_words_as_columns_are_mapped_by_what_they_mean() -> None:
    text = "Action\tDriver\tApprover\tContributors\tInformed\nMerge payroll\tHR Manager\tJoint Board\tUnions Panel\tAll staff\n"
    plan = written(BringIn(read_text(text)))
    assert letter_set(plan).name == "DACI"
    assert held(plan) == {
        ("Merge payroll", "HR Manager"): "D",
        ("Merge payroll", "Joint Board"): "A",
        ("Merge payroll", "Unions Panel"): "C",
        ("Merge payroll", "All staff"): "I",
    }


def test_single_letters_as_columns_with_names_in_the_cells() -> None:
    text = "Task\tR\tA\tC\tI\nMerge payroll\tHR Manager\tJoint Board\tUnions Panel\tAll staff\n"
    plan = written(BringIn(read_text(text)))
    assert held(plan)[("Merge payroll", "HR Manager")] == "R"
    assert held(plan)[("Merge payroll", "Unions Panel")] == "C"
    assert spelt_out(["Task", "R", "A"], SETS["RACI"]) == ["Task", "R", "A"], "two may be anything"


def test_a_legend_gives_the_plans_own_words() -> None:
    legend = "R = Responsible; A = Approver; S = Signs off; I = Informed"
    assert legend_of([legend]) == {"R": "Responsible", "A": "Approver", "S": "Signs off", "I": "Informed"}
    assert legend_of(["R = Responsible, see note"]) == {}
    plan = written(BringIn(read_text(f"{legend}\n{MATRIX}")))
    assert (letter_set(plan).word("S"), letter_set(plan).word("A"), letter_set(plan).word("I")) == (
        "Signs off",
        "Approver",
        "Informed",
    )


def test_a_plan_that_has_letters_keeps_its_own_set() -> None:
    session, _ = session_of(written(AddItem("Old", id="o"), AddParty("HR Manager", id="h"), SetLetters("o", "h", "S")))
    session.run(BringIn(read_text("DACI table\nDecision\tHR Manager\tAnn Ford\nChoose\tA\tD\nSet fee\tC\tD\n")))
    assert letter_set(session.plan).name == "RASIC"
    assert held(session.plan)[("Choose", "Ann Ford")] == "R"
    session.undo()
    session.run(UseLetterSet("RACI"))
    assert letter_set(session.plan).name == "RACI"


def test_a_set_is_named_or_else_found_by_its_letters() -> None:
    assert set_of(["Our RACI table"]).name == "RACI"
    assert set_of(["RACI VS chart"]).name == "RACI-VS"
    assert set_of([], ["R", "V", "A"]).name == "RACI-VS"
    assert set_of([], ["A, D", "C"]).name == "DACI"
    assert set_of([], ["x y z"]).name == "RASIC"


def test_every_cell_of_real_tables_is_brought_in(shared: Path) -> None:
    cells = json.loads((shared / "data/rasic_cells.json").read_text(encoding="utf-8"))["cells"]
    rows = "".join(f"Do the piece of work {number}\t{cell['text']}\tR\n" for number, cell in enumerate(cells))
    plan = written(BringIn(read_text(f"Action\tHead of Finance\tHead of Legal\n{rows}")))
    found = {(plan.items[c.item].title, plan.parties[c.party].name): c for c in plan.assignments.values()}
    for number, cell in enumerate(cells):
        read = found.get((f"Do the piece of work {number}", "Head of Finance"))
        assert set(read.letters if read else "") == set(cell["letters"]), cell
        assert (read.qualifier if read else "") == cell.get("qualifier", "")


def test_an_ordinary_table_has_no_parties_for_columns() -> None:
    heads = ["Action", "Status", "RAG"]
    rows = [["Merge payroll services", "on track", "G"], ["Close the ledgers", "late", "R"]]
    assert party_columns(heads, rows, SETS["RASIC"]) == ()
    assert party_columns(["Action", "RAG", "Trend"], [["Merge payroll", "R", "A"]], SETS["RASIC"]) != (0,)
