"""The changes report on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mkplanner.charts.reports.base import Context, ReportOptions
from mkplanner.charts.reports.change_words import hand_words, in_a_sentence, later_words
from mkplanner.charts.reports.changes import moment
from mkplanner.charts.reports.registry import build, write
from mkplanner.charts.shapes import Document
from mkplanner.errors import RefusedError
from mkplanner.models.beginnings.example import example_commands
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem, SetField
from mkplanner.models.commands.together import Together
from mkplanner.models.lookback.changedrows import Change, ChangedRows
from mkplanner.models.lookback.differences import Differences, Hand
from mkplanner.models.lookback.records import ChangeRecord
from mkplanner.models.plan import Mark, Plan, PlanInfo
from mkplanner.models.store.opening import OpenPlan, create_plan
from mkplanner.models.timeframes.record import to_record
from tests.builders import PLAN_ID, empty_plan, example_plan, titled
from tests.charts.corpus import PLANS, faults
from tests.charts.paper import good, nodes, rows, said, texts
from tests.charts.sample_plans import many

TODAY = date(2026, 11, 29)


@pytest.fixture
def changed(tmp_path: Path) -> OpenPlan:
    """The worked example, changed in many ways since a mark."""
    info = PlanInfo(PLAN_ID)
    opened = create_plan(tmp_path / "saltway.mkplan", info, author="HR Manager")
    opened.session.run(Together("Write the worked example", example_commands(info)))
    opened.mark("Board, 3 September")
    plan, run = opened.plan, opened.session.run
    counter = titled(plan, "Open the shared").id
    run(ReviseDate(titled(plan, "Agree one operating").id, "By 30 June 2027", "A second look at the cost"))
    run(SetField(titled(plan, "Open the doors").id, "by_when", "Early spring 2027"))
    run(SetField(titled(plan, "Agree a formula").id, "status", "complete"))
    run(AddItem("List the buildings " * 30, parent=counter, fields=(("by_when", "May 2027"),)))
    run(DeleteItem((titled(plan, "Have the text read").id,)))
    run(MoveItem(titled(plan, "Ask callers").id, counter))
    run(SetLetters(counter, next(iter(plan.parties)), "S"))
    run(SetField(titled(plan, "Count evening").id, "percent", 80))
    return opened


def options(**values: object) -> ReportOptions:
    return ReportOptions(today=TODAY, values={"since": "Board, 3 September", **values})


def laid_out(opened: OpenPlan, chosen: ReportOptions | None = None) -> Document:
    return build("changes", opened.plan, chosen or options(), context=Context(opened.differences))


def test_slipped_dates_come_first_with_their_reason(changed: OpenPlan) -> None:
    document = laid_out(changed)
    headings = [said(node) for node in nodes(document.root, "H2")]
    assert headings == [
        "Dates that have slipped",
        "Other dates that have changed",
        "Status",
        "New rows",
        "Rows that have gone",
        "Rows that have moved",
        "Who does what",
        "Other changes",
    ]
    table = rows(document)
    assert table[0] == ["Ref", "Action", "Was", "Is now", "Later by", "Reason", "Changed by"]
    assert table[1][:6] == [
        "1.1",
        "Agree one operating model for the shared audit service",
        "By 31 March 2027",
        "By 30 June 2027",
        "13 weeks",
        "A second look at the cost",
    ]
    assert table[1][6].startswith("HR Manager, ")


def test_it_begins_with_a_sentence_that_counts(changed: OpenPlan) -> None:
    words = said(laid_out(changed).root)
    assert "Since “Board, 3 September” 8 rows have changed: 1 date has slipped, 1 other date has changed, " in words


def test_it_prints_well_and_the_same_each_time(changed: OpenPlan, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for path in (one, other):
        write("changes", changed.plan, options(), path, context=Context(changed.differences))
    good(one)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(("paper", "orientation"), [("A4", "landscape"), ("A3", "portrait"), ("A3", "landscape")])
def test_it_prints_well_on_every_sheet(changed: OpenPlan, paper: str, orientation: str, tmp_path: Path) -> None:
    path = tmp_path / "changes.pdf"
    chosen = replace(options(), paper=paper, orientation=orientation)
    write("changes", changed.plan, chosen, path, context=Context(changed.differences))
    good(path)


def test_parts_can_be_left_out(changed: OpenPlan) -> None:
    document = laid_out(changed, options(parts=("dates",)))
    assert [said(node) for node in nodes(document.root, "H2")] == [
        "Dates that have slipped",
        "Other dates that have changed",
    ]


def test_an_unknown_mark_is_refused_with_those_there_are(changed: OpenPlan) -> None:
    with pytest.raises(RefusedError, match="no mark called “Cabinet”"):
        laid_out(changed, options(since="Cabinet"))


def test_nothing_changed_is_said_and_a_plan_without_a_file_says_why_it_cannot_tell() -> None:
    nothing = build("changes", example_plan(), ReportOptions(today=TODAY), context=Context(lambda since: Differences()))
    assert "Nothing has changed since 29 October 2026." in said(nothing.root)
    assert "known only of a plan that is kept in a file." in " ".join(
        texts(build("changes", example_plan(), options()))
    )


def test_everything_new_in_a_large_plan_is_one_long_list(tmp_path: Path) -> None:
    plan = many(600)
    changes = tuple(ChangeRecord(id_, "alive", None, True, "item", False) for id_ in plan.items)
    path = tmp_path / "changes.pdf"
    write("changes", plan, ReportOptions(today=TODAY), path, context=Context(lambda since: Differences(changes)))
    good(path)


def hard(plan: Plan) -> Differences:
    """Every row of a plan with another date, title and letters than before, and one that has gone."""
    changes = [ChangeRecord("gone", name, "w" * 300, None, "item", True) for name in ("title", "notes")]
    for item in plan.items.values():
        before = {"words": "By 1 May 1999 " + "x" * 120, "segments": [{"kind": "by-deadline", "end": "1999-05-01"}]}
        changes.append(
            ChangeRecord(item.id, "by_when", before, to_record(item.by_when) if item.by_when else None, "item", False)
        )
        changes.append(ChangeRecord(item.id, "title", "Gŵyl \U0001f600 " * 20, item.title, "item", False))
        changes.append(ChangeRecord(item.id, "status", None, "late", "item", False))
    changes += [
        ChangeRecord(cell.id, "letters", "I", cell.letters, "assignment", False) for cell in plan.assignments.values()
    ]
    return Differences(tuple(changes))


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize(
    "name", ["no rows", "one row", "welsh", "emoji", "long word", "empty cells", "awkward", "example"]
)
def test_hard_plans_are_told_without_a_fault(name: str, paper: str, tmp_path: Path) -> None:
    plan, path = PLANS[name](), tmp_path / "changes.pdf"
    context = Context(lambda since: hard(plan))
    chosen = ReportOptions(paper, today=TODAY)
    document = build("changes", plan, chosen, context=context)
    write("changes", plan, chosen, path, context=context)
    assert faults(path, document) == []


def test_without_a_wish_it_is_since_the_mark_that_knows_most_or_a_month() -> None:
    plan = empty_plan()
    assert moment(plan, "", TODAY) == ("2026-10-29", "29 October 2026")
    marks = {name: Mark(name, name, known) for name, known in (("July", ("a/9", "b/2")), ("May", ("a/4", "b/2")))}
    assert moment(replace(plan, marks=marks), "", TODAY) == ("July", "“July”")
    assert moment(plan, " Cabinet ", TODAY) == ("Cabinet", "“Cabinet”")
    assert moment(plan, "2026-04-01", TODAY)[1] == "1 April 2026"


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day"), (13, "13 days"), (14, "2 weeks"), (91, "13 weeks"), (122, "4 months")]
)
def test_how_much_later_is_said_in_round_words(days: int, words: str) -> None:
    assert later_words(days) == words


def test_hands_are_named_with_the_day_and_other_years() -> None:
    assert hand_words(Hand("HR Manager", "2026-10-03T12:00:00+00:00"), TODAY) == "HR Manager, 3 October"
    assert hand_words(Hand("HR Manager", "2025-10-03T12:00:00+00:00"), TODAY) == "HR Manager, 3 October 2025"
    assert hand_words(Hand("", "no time"), TODAY) == ""


def test_the_sentence_agrees_in_number() -> None:
    one = Change("a", "", "status", "", "Late", Hand())
    assert in_a_sentence(ChangedRows(statuses=[one]), "May") == "Since May 1 row has changed: 1 status has changed."
    named = Change(None, "Estates", "party", "", "in the plan", Hand())
    assert in_a_sentence(ChangedRows(others=[named, named]), "May") == (
        "Since May no row has changed: 2 other things have changed."
    )
