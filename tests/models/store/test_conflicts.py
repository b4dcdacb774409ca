"""What people wrote without knowing of each other is listed alike on every copy, can be settled, and be opened again."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.changes import Changes
from mkplanner.models.checks.registry import check
from mkplanner.models.commands.people import RemoveParty
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import DeleteItem, MoveItem, SetField
from mkplanner.models.lookback.conflict import Conflict, ConflictKind
from mkplanner.models.people import Party
from mkplanner.models.plan import Assignment
from mkplanner.models.store import conflicts as module
from mkplanner.models.store import lookback
from mkplanner.models.store.conflicts import conflicts_of, read_conflicts
from mkplanner.models.store.connection import reading
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.opening import OpenPlan, open_plan
from tests.models.store.helping import (
    AUDIT,
    LEASE,
    TENDER,
    Put,
    Retitle,
    change,
    changeset,
    computer,
    forget,
    query_file,
    saved,
)
from tests.models.store.replicas import log_of


@pytest.fixture
def apart(tmp_path: Path) -> tuple[OpenPlan, OpenPlan]:
    """Two open copies of one plan, the first Rosen's, the second Tamsin's."""
    saved(tmp_path / "a.mkplan")
    shutil.copy(tmp_path / "a.mkplan", tmp_path / "b.mkplan")
    return open_plan(tmp_path / "a.mkplan", author="Rosen"), open_plan(tmp_path / "b.mkplan", author="Tamsin")


def meet(one: OpenPlan, other: OpenPlan) -> tuple[Conflict, ...]:
    """Each takes in what the other has; both then list the same."""
    for here, there in ((one, other), (other, one)):
        assert there.sync().published
        here.merge(there.path)
    assert one.plan == other.plan
    assert one.conflicts() == other.conflicts()
    return one.conflicts()


def test_two_values_for_one_field_wait_for_a_choice(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(SetField(TENDER, "by_when", "By 30 September 2027"))
    tamsin.session.run(Retitle(AUDIT, notes="One more edit"))
    tamsin.session.run(SetField(TENDER, "by_when", "By 15 December 2027"))
    (found,) = meet(rosen, tamsin)
    assert (found.kind, found.item, found.field) == (ConflictKind.VALUE, TENDER, "by_when")
    assert [(each.n, each.record, each.author) for each in found.choices] == [
        (1, "By 15 December 2027", "Tamsin"),
        (2, "By 30 September 2027", "Rosen"),
    ]
    assert all(each.at.endswith("Z") for each in found.choices)
    assert found.sentence == (
        "Tamsin and Rosen wrote different versions of the date of S1.1 at the same time: “By 15 December 2027” or “By 30 "
        "September 2027”."
    )
    assert rosen.plan.items[TENDER].by_when == found.choices[0].value, "the first choice is what is shown"
    assert found.notice() in rosen.notices()


@pytest.mark.parametrize("n", [1, 2])
def test_a_choice_takes_the_place_of_both_and_travels(apart: tuple[OpenPlan, OpenPlan], n: int) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    (found,) = meet(rosen, tamsin)
    rosen.resolve(found.id, n)
    assert rosen.conflicts() == ()
    assert meet(rosen, tamsin) == ()
    assert tamsin.plan.items[TENDER].title == found.choices[n - 1].value
    assert rosen.session.history.undo_title == "Settle the title"


@pytest.mark.parametrize("n", [1, 2])
def test_a_choice_that_is_undone_opens_the_conflict_again_under_the_same_name(
    apart: tuple[OpenPlan, OpenPlan], n: int
) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    before = meet(rosen, tamsin)
    rosen.resolve(before[0].id, n)
    rosen.session.undo()
    assert rosen.conflicts() == before
    assert meet(rosen, tamsin) == before, "on every copy, with its authors"
    rosen.session.redo()
    assert meet(rosen, tamsin) == ()


def test_words_of_ones_own_settle_a_conflict_too(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    for plan, words in ((rosen, "May 2027"), (tamsin, "June 2027")):
        plan.session.run(SetField(TENDER, "by_when", words))
        plan.session.run(SetLetters(AUDIT, _party(plan), words[0].replace("M", "A").replace("J", "C")))
    first, second = meet(rosen, tamsin)
    by_when, letters = (first, second) if first.field == "by_when" else (second, first)
    with pytest.raises(RefusedError, match="not a RASIC letter"):
        rosen.resolve_otherwise(letters.id, "X")
    rosen.resolve_otherwise(letters.id, "r, s")
    rosen.resolve_otherwise(by_when.id, "By 1 July 2027")
    assert meet(rosen, tamsin) == ()
    when = tamsin.plan.items[TENDER].by_when
    assert when is not None
    assert (when.words, when.segments[0].end is not None) == ("By 1 July 2027", True)
    assert {cell.letters for cell in tamsin.plan.assignments_of[AUDIT]} == {"RS"}


def _party(plan: OpenPlan) -> str:
    return next(iter(plan.plan.parties))


def test_the_same_value_from_two_is_no_conflict_and_one_cell_is_one_place(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Agreed"))
    tamsin.session.run(Retitle(TENDER, "Agreed"))
    rosen.session.run(SetLetters(AUDIT, _party(rosen), "C"))
    tamsin.session.run(SetLetters(AUDIT, _party(tamsin), "I"))
    (found,) = meet(rosen, tamsin)
    assert (found.row_type, found.item, found.field) == (Assignment, AUDIT, "letters")
    assert {each.record for each in found.choices} == {"C", "I"}
    assert "the RASIC letters of Aldermere Council for S1.2" in found.sentence


def test_an_ordinary_edit_settles_a_conflict_as_well(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    before = meet(rosen, tamsin)
    tamsin.session.run(Retitle(TENDER, "Both"))
    assert meet(rosen, tamsin) == ()
    tamsin.session.undo()
    assert meet(rosen, tamsin) == before, "and undoing it opens it again"


def deleted_and_edited(rosen: OpenPlan, tamsin: OpenPlan) -> Conflict:
    rosen.session.run(DeleteItem((LEASE,)))
    tamsin.session.run(Retitle(TENDER, "Still needed"))
    found = {each.item: each for each in meet(rosen, tamsin)}
    assert set(found) == {LEASE, TENDER}
    assert all(each.kind is ConflictKind.DELETE for each in found.values())
    return found[TENDER]


def test_delete_against_edit_can_be_kept_with_all_that_went_with_the_row(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    before = tamsin.plan
    found = deleted_and_edited(rosen, tamsin)
    assert [(each.n, each.record, each.author) for each in found.choices] == [(1, True, "Tamsin"), (2, None, "Rosen")]
    assert found.sentence == "Rosen deleted S1.1 while Tamsin was writing to it."
    assert rosen.plan.assignments_of.get(TENDER) is None
    rosen.resolve(found.id, 1)
    (heading,) = rosen.conflicts()
    assert heading.sentence == "Rosen deleted S1, but something that belongs to it is still in the plan."
    rosen.resolve(heading.id, 1)
    assert meet(rosen, tamsin) == ()
    assert set(tamsin.plan.items) == set(before.items), "the milestone that went with the heading is back as well"
    assert tamsin.plan.items[TENDER].title == "Still needed"
    assert tamsin.plan.assignments == before.assignments
    assert tamsin.plan.updates == before.updates


def test_delete_against_edit_can_be_let_go_and_undone(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    deleted_and_edited(rosen, tamsin)
    before = rosen.conflicts()
    rosen.resolve(next(each.id for each in before if each.item == LEASE), 2)
    assert rosen.plan.items == {}
    assert rosen.conflicts() == ()
    rosen.session.undo()
    assert rosen.conflicts() == before
    rosen.session.redo()
    assert meet(rosen, tamsin) == ()
    assert tamsin.plan.items == {}


def test_keeping_a_row_leaves_its_disputed_fields_open(apart: tuple[OpenPlan, OpenPlan], tmp_path: Path) -> None:
    rosen, tamsin = apart
    shutil.copy(rosen.path, tmp_path / "c.mkplan")
    third = open_plan(tmp_path / "c.mkplan", author="Wyn")
    third.session.run(DeleteItem((AUDIT,)))
    rosen.session.run(Retitle(AUDIT, "Rosen's"))
    tamsin.session.run(Retitle(AUDIT, "Tamsin's"))
    meet(third, rosen)
    meet(third, tamsin)
    kinds = {each.kind: each for each in third.conflicts()}
    assert set(kinds) == {ConflictKind.DELETE, ConflictKind.VALUE}
    third.resolve(kinds[ConflictKind.DELETE].id, 1)
    (left,) = third.conflicts()
    assert left.kind is ConflictKind.VALUE
    assert {(each.record, each.author) for each in left.choices} >= {("Rosen's", "Rosen"), ("Tamsin's", "Tamsin")}


@pytest.mark.parametrize("n", [1, 2])
def test_rows_moved_below_each_other_are_parted_by_a_choice(apart: tuple[OpenPlan, OpenPlan], n: int) -> None:
    rosen, tamsin = apart
    rosen.session.run(MoveItem(TENDER, AUDIT))
    tamsin.session.run(Retitle(LEASE, notes="One more edit"))
    tamsin.session.run(MoveItem(AUDIT, TENDER))
    (found,) = [each for each in meet(rosen, tamsin) if each.kind is ConflictKind.CYCLE]
    assert (found.item, found.field) == (AUDIT, "place")
    assert rosen.plan.items[AUDIT].parent is None
    rosen.resolve(found.id, n)
    assert all(each.kind is not ConflictKind.CYCLE for each in meet(rosen, tamsin))
    parents = (tamsin.plan.items[TENDER].parent, tamsin.plan.items[AUDIT].parent)
    assert parents == ((AUDIT, None) if n == 1 else (None, TENDER))
    for plan in (rosen, tamsin):
        plan.close()
    assert open_plan(rosen.path).plan == tamsin.plan


def test_news_about_a_deleted_row_keeps_it_in_sight(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(DeleteItem((AUDIT,)))
    rosen.session.run(RemoveParty(_party(rosen)))
    tamsin.session.run(AddUpdate(AUDIT, "Signed on Friday"))
    tamsin.session.run(SetLetters(LEASE, _party(tamsin), "C"))
    found = meet(rosen, tamsin)
    assert {(each.kind, each.row_type is Party, each.item) for each in found} == {
        (ConflictKind.DELETE, False, AUDIT),
        (ConflictKind.DELETE, True, _party(tamsin)),
    }
    assert [each.text for each in rosen.plan.updates_of[AUDIT]] == ["Signed on Friday"]
    assert len(rosen.plan.assignments_of[LEASE]) == 1
    forget()
    rosen.close()
    assert open_plan(rosen.path).conflicts() == found, "replayed in memory it comes to the same"
    for each in found:
        tamsin.resolve(each.id, 2)
    assert AUDIT not in tamsin.plan.items
    assert tamsin.plan.parties == {}
    assert tamsin.conflicts() == ()


def test_two_accountables_after_a_merge_are_no_conflict_but_noticed(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    others = [Party(f"8888888{number}-8888-4888-8888-888888888888", name=f"Lead {number}") for number in range(2)]
    for plan, party in zip(apart, others, strict=True):
        plan.session.run(Put(party))
        plan.session.run(SetLetters(AUDIT, party.id, "A"))
    assert meet(rosen, tamsin) == ()
    told = [each for each in check(rosen.plan) if each.id == "two-accountable"]
    assert [each.item for each in told] == [AUDIT]


def test_a_conflict_that_is_no_more_cannot_be_settled(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    (found,) = meet(rosen, tamsin)
    with pytest.raises(RefusedError, match="no choice 3"):
        rosen.resolve(found.id, 3)
    rosen.resolve(found.id, 1)
    with pytest.raises(RefusedError, match="no conflict"):
        rosen.resolve(found.id, 1)


def test_undo_names_who_wrote_where_they_are_not_shown(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(LEASE, notes="One more edit"))
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    before = meet(rosen, tamsin)
    assert rosen.plan.items[TENDER].title == "Rosen's"
    with pytest.raises(RefusedError, match="cannot be undone, because Tamsin has changed"):
        rosen.session.undo()
    assert rosen.conflicts() == before
    assert rosen.session.history.undo_title == "Change action", "it can be tried again"


def test_fields_of_a_newer_program_are_left_for_it_to_list(apart: tuple[OpenPlan, OpenPlan]) -> None:
    rosen, _ = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    log = log_of(rosen)
    theirs = [each._replace(session=each.session._replace(uid="f" * 16)) for each in log[-1:]]
    both = [
        each._replace(changes=tuple(change._replace(field="colour") for change in each.changes))
        for each in (log[-1], *theirs)
    ]
    assert conflicts_of([*log[:-1], *both], rosen.plan) == ()


def test_a_plan_without_conflicts_is_not_read_twice(
    apart: tuple[OpenPlan, OpenPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    rosen, _ = apart
    rosen.session.run(DeleteItem((AUDIT,)))
    rosen.session.undo()
    monkeypatch.setattr(module, "read_log", lambda _: pytest.fail("the whole log was read"))
    database = rosen._file.database
    assert database is not None
    with reading(database) as query:
        assert read_conflicts(query, rosen.plan) == ()


def test_conflicts_are_the_same_on_another_computer(apart: tuple[OpenPlan, OpenPlan], tmp_path: Path) -> None:
    rosen, tamsin = apart
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    here = meet(rosen, tamsin)
    assert rosen.close().published
    with computer(tmp_path / "elsewhere"):
        assert open_plan(rosen.path).conflicts() == here
    assert query_file(rosen.path, "SELECT count(*) FROM item") == [(3,)]
    assert replace(here[0]) == here[0]


def test_the_list_is_looked_up_again_only_where_it_may_have_changed(
    apart: tuple[OpenPlan, OpenPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    rosen, tamsin = apart
    looked: list[int] = []
    real = lookback.conflicts
    monkeypatch.setattr(lookback, "conflicts", lambda *given: looked.append(1) or real(*given))
    rosen.session.run(Retitle(LEASE, notes="One more edit"))
    assert rosen.conflicts() == ()
    looked.clear()
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    rosen.session.run(DeleteItem((AUDIT,)))
    assert (rosen.conflicts(), looked) == ((), [])
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    (found,) = meet(rosen, tamsin)
    looked.clear()
    rosen.session.run(Retitle(LEASE, notes="Elsewhere"))
    assert (rosen.conflicts(), looked) == ((found,), [])
    rosen.session.run(Retitle(TENDER, "Settled"))
    assert rosen.conflicts() == ()
    rosen.session.undo()
    assert rosen.conflicts() == (found,)


def test_what_came_in_unseen_is_told_and_listed(apart: tuple[OpenPlan, OpenPlan]) -> None:
    """Tamsin's words lose against the ones shown, so no row looks different; there is a conflict all the same."""
    rosen, tamsin = apart
    rosen.session.run(Retitle(LEASE, notes="One more edit"))
    rosen.session.run(Retitle(TENDER, "Rosen's"))
    tamsin.session.run(Retitle(TENDER, "Tamsin's"))
    assert rosen.conflicts() == ()
    heard: list[Changes] = []
    rosen.session.subscribe(heard.append)
    tamsin.close()
    before = rosen.plan
    rosen.merge(tamsin.path)
    assert rosen.plan == before
    assert [(each.keys, each.is_structural) for each in heard] == [(frozenset(), False)]
    rosen.session.run(Retitle(LEASE, notes="Another edit"))
    assert [each.item for each in rosen.conflicts()] == [TENDER]


def test_a_history_made_to_be_unravelled_for_ever_is_unravelled_at_once(apart: tuple[OpenPlan, OpenPlan]) -> None:
    """Sixty times two choices and both undone, each on top of the last pair: two to the power of sixty ways down."""
    rosen, _ = apart
    log = log_of(rosen)
    (top,) = [
        (*each.key, part.n) for each in log for part in each.changes if (part.entity, part.field) == (LEASE, "title")
    ]
    pair: list[tuple[str, int, int]] = [top]
    made = []
    for level in range(60):
        chosen = [written(f"{side}{level:015}", "edit", None, *pair) for side in "ab"]
        undone = [
            written(f"{side}{level:015}", "undo", f"{choice.session.uid}/1", (choice.session.uid, 1, 1))
            for side, choice in zip("cd", chosen, strict=True)
        ]
        made += [*chosen, *undone]
        pair = [(each.session.uid, 1, 1) for each in undone]
    assert conflicts_of([*log, *made], rosen.plan) == ()


def written(uid: str, kind: str, undoes: str | None, *supersedes: tuple[str, int, int]) -> Changeset:
    one = changeset(uid, 1, 9, change(1, LEASE, "title", "Premises — Ŵyrfa £2.5m", *supersedes))
    return one._replace(kind=kind, undoes=undoes)
