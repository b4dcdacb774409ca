"""Changes in sentences that a project manager reads: who, what, where, from what to what, when."""

from datetime import date

from mkplanner.models.lookback.changelist import deeds_of, lines_of, net_lines
from mkplanner.models.lookback.phrases import party_words, quoted, row_of, row_words, subject_words, value_words
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord, about
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, ItemKind, Outcome, Place, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import Assignment
from tests.builders import PLAN_ID

LEASE, TENDER, LEAD = "lease", "tender", "lead"


def plan() -> Plan:
    return Plan(
        PlanInfo(PLAN_ID, "Saltway"),
        items={
            LEASE: Item(LEASE, place=Place(None, "V"), title="Premises"),
            TENDER: Item(TENDER, ItemKind.SUB_ACTION, Place(LEASE, "V"), title="Agree the lease"),
        },
        parties={LEAD: Party(LEAD, name="Payroll Lead")},
        assignments={"cell": Assignment("cell", TENDER, LEAD, "AR")},
        updates={"note": Update("note", TENDER, text="Terms agreed")},
        outcomes={"gain": Outcome("gain", "One lease", (LEASE,))},
    )


def record(
    *changes: ChangeRecord, kind: str = "edit", author: str = "HR Manager", at: str = "2026-10-03T12:00:00.000Z"
) -> ChangesetRecord:
    return ChangesetRecord("a" * 16, 1, at, author, kind, "Change by when", changes)


def change(
    row: str, field: str, old: object, new: object, kind: str = "item", *, deleted: bool = False
) -> ChangeRecord:
    return ChangeRecord(row, field, old, new, kind, deleted)


def told(*changes: ChangeRecord, kind: str = "edit") -> list[str]:
    return [deed for deed, _ in deeds_of(plan(), record(*changes, kind=kind))]


def test_a_sentence_names_who_what_where_from_what_to_what_and_when() -> None:
    dates = [{"words": "By 30 September"}, {"words": "By 15 December"}]
    (line,) = lines_of(plan(), [record(change(TENDER, "by_when", *dates))], today=date(2026, 11, 22))
    assert (
        line.sentence == "HR Manager changed the date of 1.1 from “By 30 September” to “By 15 December” on 3 October."
    )
    assert line.item == TENDER
    (later,) = lines_of(plan(), [record(change(TENDER, "by_when", *dates), author="")], today=date(2027, 1, 4))
    assert later.sentence.startswith("Somebody changed")
    assert later.sentence.endswith("on 3 October 2026.")


def test_a_clock_that_makes_no_sense_is_said_not_stumbled_over() -> None:
    (line,) = lines_of(plan(), [record(change(TENDER, "ref", "", "X"), at="yesterday")])
    assert line.sentence.endswith("at a time that cannot be read.")


def test_each_sort_of_change_has_its_verb() -> None:
    assert told(change(TENDER, "notes", "", "Two lines\nof text")) == ["set the notes of 1.1 to “Two lines / of text”"]
    assert told(change(TENDER, "status", "late", None)) == ["cleared the status of 1.1, which was “Late”"]
    assert told(change(TENDER, "percent", 10, 40)) == ["changed the percentage done of 1.1 from 10 % to 40 %"]
    assert told(change(TENDER, "title", "A", "B"), kind="undo") == ["changed the title of 1.1 back from “A” to “B”"]
    assert told(change(TENDER, "title", "A", "A")) == ["kept “A” as the title of 1.1"]
    assert told(change(TENDER, "tags", [], ["GAP", "DAP"])) == ["set the tags of 1.1 to “GAP, DAP”"]
    assert told(change(PLAN_ID, "title", "Old", "Saltway", "plan")) == [
        "changed the title of the plan from “Old” to “Saltway”"
    ]
    assert told(change(LEAD, "name", "Payroll", "Payroll Lead", "party")) == [
        "changed the name of Payroll Lead from “Payroll” to “Payroll Lead”"
    ]
    assert told(change("cell", "letters", "R", "AR", "assignment")) == [
        "changed the RASIC letters of Payroll Lead for 1.1 from “R” to “AR”"
    ]


def test_a_move_says_where_to_and_its_new_level_goes_without_saying() -> None:
    below = {"parent": LEASE, "order": "V"}
    top = {"parent": None, "order": "W"}
    assert told(change(TENDER, "place", top, below), change(TENDER, "kind", "action", "sub_action")) == [
        "moved 1.1 below 1"
    ]
    assert told(change(TENDER, "place", below, top)) == ["moved 1.1 to the top level"]


def test_what_goes_with_its_row_goes_without_saying() -> None:
    gone = [
        change("old", "alive", True, None, deleted=True),
        change("old", "title", "Old action", None, deleted=True),
        change("part", "alive", True, None, deleted=True),
        change("part", "place", {"parent": "old", "order": "V"}, None, deleted=True),
        change("its note", "item", "part", None, "update", deleted=True),
        change("gain", "items", ["old", LEASE], [LEASE], "outcome"),
    ]
    assert told(*gone) == ["deleted action “Old action”, with 1 row below it"]
    new = [
        change(TENDER, "alive", None, True),
        change(TENDER, "title", None, "Agree the lease"),
        change(TENDER, "kind", None, "sub_action"),
        change("cell", "alive", None, True, "assignment"),
        change("cell", "item", None, TENDER, "assignment"),
    ]
    assert told(*new) == ["added sub-action 1.1 “Agree the lease”"]


def test_other_rows_are_named_by_what_they_say() -> None:
    cell = {"item": TENDER, "party": LEAD, "letters": "AR"}
    assert told(
        *(change("cell", field, None, value, "assignment") for field, value in ({"alive": True} | cell).items())
    ) == ["added Payroll Lead for 1.1 as “AR”"]
    assert told(*(change("cell", field, value, None, "assignment", deleted=True) for field, value in cell.items())) == [
        "removed Payroll Lead for 1.1 as “AR”"
    ]
    note = {"alive": True, "item": TENDER, "text": "Terms agreed"}
    assert told(*(change("note", field, None, value, "update") for field, value in note.items())) == [
        "added the progress update “Terms agreed” on 1.1"
    ]
    link = {"alive": True, "before": LEASE, "after": TENDER}
    assert told(*(change("tie", field, None, value, "dependency") for field, value in link.items())) == [
        "added the link from 1 to 1.1"
    ]
    outcome = {"alive": True, "text": "One lease"}
    assert told(*(change("gain", field, None, value, "outcome") for field, value in outcome.items())) == [
        "added the outcome “One lease”"
    ]
    mark = {"alive": True, "name": "Board"}
    assert told(*(change("m", field, None, value, "mark") for field, value in mark.items())) == [
        "marked this moment as “Board”"
    ]


def test_a_large_step_is_told_in_one_sentence() -> None:
    many = [change(f"row {number}", "title", "", "New") for number in range(20)]
    assert told(*many) == ["changed by when (20 rows touched)"]
    assert told(change(PLAN_ID, "alive", None, True, "plan"), kind="new") == ["made the plan"]


def test_the_net_of_changes_names_nobody() -> None:
    changes = [change(TENDER, "title", "A", "B"), change(LEASE, "notes", "", "N")]
    assert [line.sentence for line in net_lines(plan(), changes)] == [
        "Changed: the title of 1.1 from “A” to “B”.",
        "Set: the notes of 1 to “N”.",
    ]


def test_the_history_of_one_row_leaves_the_others_out() -> None:
    both = record(change(TENDER, "title", "A", "B"), change(LEASE, "title", "C", "D"))
    (own,) = about([both, record(change(LEASE, "ref", "", "X"))], {TENDER})
    assert [part.item for part in own.changes] == [TENDER]
    assert own.author == both.author


def test_rows_and_values_that_have_gone_or_are_strange_still_have_words() -> None:
    here = plan()
    assert row_words(here, "gone", "Old title") == "“Old title”"
    assert row_words(here, "gone") == "a row that has gone"
    assert party_words(here, "gone") == "somebody who is no longer in the plan"
    assert len(quoted("word " * 100)) < 100
    assert value_words(here, "retired", True) == "yes"
    assert value_words(here, "items", [LEASE, TENDER]) == "1, 1.1"
    assert value_words(here, "kind", "sub_action") == "sub-action"
    assert value_words(here, "kind", "team") == "team"
    assert value_words(here, "kind", "of a newer program") == "of a newer program"
    assert value_words(here, "organisation", LEAD) == "“Payroll Lead”"
    assert value_words(here, "status", "of a newer program") == "“of a newer program”"


def test_every_row_has_a_name_and_a_place_to_look() -> None:
    here = plan()
    rows = (*here.items.values(), *here.parties.values(), *here.assignments.values(), *here.updates.values())
    rows += (*here.outcomes.values(), Dependency("tie", LEASE, TENDER), here.info)
    assert [subject_words(here, row) for row in rows] == [
        "1",
        "1.1",
        "Payroll Lead",
        "Payroll Lead for 1.1",
        "the progress update on 1.1",
        "the outcome “One lease”",
        "the link from 1 to 1.1",
        "the plan",
    ]
    assert [row_of(row) for row in rows] == [LEASE, TENDER, LEAD, TENDER, TENDER, LEASE, TENDER, PLAN_ID]


def test_what_the_plan_remembers_is_told_by_its_name() -> None:
    kept = [change("s", "alive", None, True, "setting"), change("s", "name", "", "view/Late", "setting")]
    assert told(*kept, change("s", "value", "null", "{}", "setting")) == ["kept the view “Late”"]
    gone = change("s", "name", "letters", None, "setting", deleted=True)
    assert told(gone) == ["forgot the setting “letters”"]
