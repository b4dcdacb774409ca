"""The sets of letters a plan can speak in."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.commands.lettersets import SayLetter, UseLetterSet
from mkplanner.models.rasic.letters import normalise
from mkplanner.models.rasic.lettersets import SETS, letter_set, letters_without_place
from tests.builders import empty_plan, example_plan, written


def test_a_plan_speaks_rasic_until_it_says_otherwise() -> None:
    assert letter_set(empty_plan()).name == "RASIC"
    assert letter_set(written(UseLetterSet("DACI"))).keys == "DACI"


def test_the_driver_of_a_decision_is_who_is_responsible() -> None:
    daci = SETS["DACI"]
    assert daci.read("D") == ("R", "")
    assert daci.read("Driver & Approver") == ("AR", "")
    assert daci.show("AR") == "A, D"
    assert daci.say("AR") == "Approver, Driver"
    assert daci.read("R") is None


def test_s_means_signing_off_where_letters_are_raci_vs() -> None:
    assert SETS["RACI-VS"].read("S, V") == ("VO", "")
    assert SETS["RACI-VS"].read("signs off") == ("O", "")
    assert SETS["RASCI"].read("S") == ("S", "")
    assert SETS["RACI"].read("S") is None


@pytest.mark.parametrize("name", SETS)
@given(data=st.data())
def test_what_a_set_writes_it_reads_again(name: str, data: st.DataObject) -> None:
    letters = SETS[name]
    codes = normalise("".join(data.draw(st.sets(st.sampled_from(letters.codes)))))
    note = data.draw(st.sampled_from(["", "assist", "any of Mgr/Controller/Audit"])) if codes else ""
    assert letters.read(letters.show(codes, note)) == (codes, note)


def test_every_cell_of_real_tables_is_read_and_written_back(shared: Path) -> None:
    rasic = SETS["RASIC"]
    for cell in json.loads((shared / "data/rasic_cells.json").read_text(encoding="utf-8"))["cells"]:
        read = rasic.read(cell["text"])
        assert read is not None, cell
        assert (set(read[0]), read[1]) == (set(cell["letters"]), cell.get("qualifier", "")), cell
        assert rasic.read(rasic.show(*read)) == read, cell


def test_each_clash_of_meanings_can_be_said_in_the_plans_own_words(shared: Path) -> None:
    for code, (_, other) in json.loads((shared / "data/rasic_cells.json").read_text("utf-8"))["clashes"].items():
        letters = letter_set(written(SayLetter(code, other, "as this council says")))
        assert letters.word(code) == other
        assert letters.read(other) == (code, "")


def test_the_usual_words_come_back() -> None:
    plan = written(SayLetter("S", "Signs off", "signs it"), SayLetter("S", ""))
    assert letter_set(plan).word("S") == "Support"


def test_letters_without_a_place_are_counted_and_kept() -> None:
    plan = example_plan()
    support = sum("S" in cell.letters for cell in plan.assignments.values())
    assert letters_without_place(plan, SETS["RACI"]) == {"S": support}
    assert letters_without_place(plan, SETS["RASCI"]) == {}
    assert SETS["RACI"].show("AS") == "A, S"
