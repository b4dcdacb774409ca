"""Copies of one plan that were edited apart: they come to the same, in whatever order they meet, and lose nothing.

An oracle that knows what each writer could see says which changes must stand side by side.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.outline import descendants
from mkplanner.models.plan import Item, Place, Plan, PlanInfo
from mkplanner.models.store.connection import reading
from mkplanner.models.store.log import Changeset, Ref
from mkplanner.models.store.meeting import Meeting
from mkplanner.models.store.opening import OpenPlan, create_plan, open_plan
from mkplanner.models.store.reading import read_log
from tests.models.store.helping import (
    AUDIT,
    LEASE,
    PLAN,
    TENDER,
    Put,
    Remove,
    Retitle,
    computer,
    forget,
    make,
    query_file,
    saved,
)

ROWS = (LEASE, TENDER, AUDIT)
COPIES = range(3)
step = st.one_of(
    st.tuples(st.just("set"), st.sampled_from(COPIES), st.sampled_from(ROWS), st.sampled_from(["title", "notes"])),
    st.tuples(st.just("move"), st.sampled_from(COPIES), st.sampled_from(ROWS), st.sampled_from([None, *ROWS])),
    st.tuples(st.just("delete"), st.sampled_from(COPIES), st.sampled_from(ROWS), st.none()),
    st.tuples(st.just("undo"), st.sampled_from(COPIES), st.none(), st.none()),
    st.tuples(st.just("meet"), st.sampled_from(COPIES), st.sampled_from(COPIES), st.none()),
)


class World:
    """Three copies of one plan, and what every writer could see."""

    def __init__(self, folder: Path) -> None:
        first = folder / "0.mkplan"
        base = create_plan(first, PlanInfo(PLAN))
        base.session.run(
            Put(*(Item(row, title="Start", place=Place(None, str(number + 1))) for number, row in enumerate(ROWS)))
        )
        base.close()
        for number in COPIES[1:]:
            shutil.copy(first, folder / f"{number}.mkplan")
        self.plans = [open_plan(folder / f"{number}.mkplan") for number in COPIES]
        self.seen: dict[tuple[str, int], frozenset[tuple[str, int]]] = {}
        self.number = 0
        self.note(self.plans[0], frozenset())
        for number, plan in enumerate(self.plans):
            before = self.known(plan)
            plan.session.run(Retitle(LEASE, f"Start {number}"))
            self.note(plan, before)

    def known(self, plan: OpenPlan) -> frozenset[tuple[str, int]]:
        return frozenset((each.session, each.seq) for each in plan.history())

    def note(self, plan: OpenPlan, before: frozenset[tuple[str, int]]) -> None:
        for name in self.known(plan):
            self.seen.setdefault(name, before)

    def take(self, what: str, copy: int, row: object, detail: object) -> None:
        plan = self.plans[copy]
        before = self.known(plan)
        self.number += 1
        item = plan.plan.items.get(str(row))
        if what == "set" and item:
            plan.session.run(Retitle(item.id, **{str(detail): f"{what} {self.number}"}))
        elif what == "move" and item and (detail is None or is_free(plan.plan, item.id, str(detail))):
            plan.session.run(Retitle(item.id, place=Place(detail, str(self.number % 9 + 1))))  # type: ignore[arg-type]
        elif what == "delete" and item:
            plan.session.run(Remove(item))
        elif what == "undo":
            undo_if_allowed(plan)
        elif what == "meet":
            meet(plan, self.plans[int(str(row))])
            self.note(plan, before)
            return
        self.note(plan, before)

    def oracle(self) -> set[tuple[str, str, str, int, int]]:
        """The changes that no writer of the same field had seen."""
        writes: dict[tuple[str, str], list[Ref]] = {}
        for each in log_of(self.plans[0]):
            for part in each.changes:
                writes.setdefault((part.entity, part.field), []).append((*each.key, part.n))
        return {
            (*place, *ref)
            for place, refs in writes.items()
            for ref in refs
            if not any(ref[:2] in self.seen[other[:2]] for other in refs if other != ref)
        }


def is_free(plan: Plan, item: str, parent: str) -> bool:
    return parent in plan.items and parent != item and parent not in {each.id for each in descendants(plan, item)}


def undo_if_allowed(plan: OpenPlan) -> None:
    with suppress(RefusedError):
        plan.session.undo()


def meet(plan: OpenPlan, other: OpenPlan) -> int:
    """Take in what another copy has, as a sync does with the shared file."""
    assert other.sync().published
    file = plan._file
    assert file._copy is not None
    adopted = Meeting(other.path, file._copy, file._open_writer, "").adopt()
    plan.session.refresh()
    return adopted


def log_of(plan: OpenPlan) -> list[Changeset]:
    assert plan._file.database is not None
    with reading(plan._file.database) as query:
        return read_log(query)


def heads(plan: OpenPlan) -> set[tuple[object, ...]]:
    assert plan._file.database is not None
    with reading(plan._file.database) as query:
        return {
            tuple(row)
            for row in query(
                "SELECT h.entity, h.field, s.uid, g.seq, c.n FROM head h JOIN change c ON c.id = h.change"
                " JOIN changeset g ON g.id = c.changeset JOIN session s ON s.no = g.session"
            )
        }


@contextmanager
def quiet_world() -> Iterator[World]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        before = os.environ["MKPLANNER_PROFILE"]
        os.environ["MKPLANNER_PROFILE"] = f"{folder}/profile"
        yield World(Path(folder))
        os.environ["MKPLANNER_PROFILE"] = before


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(step, min_size=4, max_size=18), st.permutations(COPIES))
def test_copies_come_to_the_same_in_any_order(story: list[tuple[str, int, object, object]], order: list[int]) -> None:
    with quiet_world() as world:
        for each in story:
            world.take(*each)
        first = world.plans[order[0]]
        for _ in range(2):
            for other in order[1:]:
                meet(first, world.plans[other])
                meet(world.plans[other], first)
        assert world.plans[0].plan == world.plans[1].plan == world.plans[2].plan
        assert log_of(world.plans[0]) == log_of(world.plans[1]) == log_of(world.plans[2])
        assert heads(world.plans[0]) == heads(world.plans[1]) == heads(world.plans[2]) == world.oracle()
        assert [meet(first, each) for each in world.plans] == [0, 0, 0], "meeting again brings nothing new"
        shown = first.plan
        assert {each.id for each in descendants(shown, None)} == set(shown.items), (
            "every row can be reached from the top"
        )
        for plan in world.plans:
            assert plan.sync().published
            assert plan.verify() == []


def apart(tmp_path: Path) -> tuple[OpenPlan, OpenPlan]:
    """Two open copies of one plan."""
    saved(tmp_path / "a.mkplan")
    shutil.copy(tmp_path / "a.mkplan", tmp_path / "b.mkplan")
    return open_plan(tmp_path / "a.mkplan", author="Rosen"), open_plan(tmp_path / "b.mkplan", author="Tamsin")


def both_meet(first: OpenPlan, second: OpenPlan) -> Plan:
    meet(first, second)
    meet(second, first)
    assert first.plan == second.plan
    return first.plan


def test_edits_of_different_fields_both_stay(tmp_path: Path) -> None:
    first, second = apart(tmp_path)
    first.session.run(Retitle(TENDER, "By Rosen"))
    second.session.run(Retitle(TENDER, notes="By Tamsin"))
    item = both_meet(first, second).items[TENDER]
    assert (item.title, item.notes) == ("By Rosen", "By Tamsin")


def test_the_writer_who_had_seen_more_is_shown_whatever_the_clocks_say(tmp_path: Path) -> None:
    first, second = apart(tmp_path)
    first.session.run(Retitle(AUDIT, "One more edit"))
    first.session.run(Retitle(TENDER, "Seen more"))
    second.session.run(Retitle(TENDER, "Later by the clock"))
    assert both_meet(first, second).items[TENDER].title == "Seen more"


def test_an_edit_made_at_the_same_time_keeps_a_row_that_was_deleted(tmp_path: Path) -> None:
    first, second = apart(tmp_path)
    first.session.run(Remove(first.plan.items[AUDIT]))
    second.session.run(Retitle(AUDIT, "Still needed"))
    kept = both_meet(first, second).items[AUDIT]
    assert kept.title == "Still needed"
    assert kept.status is not None, "its other fields hold what they held"


def test_a_deleted_heading_stays_in_sight_while_somebody_writes_below_it(tmp_path: Path) -> None:
    first, second = apart(tmp_path)
    first.session.run(DeleteItem((LEASE,)))
    second.session.run(Put(Item("99999999-9999-4999-8999-999999999999", title="New below", place=Place(LEASE, "Z"))))
    shown = both_meet(first, second)
    assert [each.title for each in shown.children[LEASE]] == ["New below"]
    assert set(shown.items) == {LEASE, "99999999-9999-4999-8999-999999999999"}
    for copy in (first, second):
        copy.close()
    assert open_plan(tmp_path / "a.mkplan").plan == shown


def test_a_loop_of_two_moves_is_cut_at_the_later_one(tmp_path: Path) -> None:
    first, second = apart(tmp_path)
    first.session.run(Retitle(TENDER, place=Place(AUDIT, "V")))
    second.session.run(Retitle(LEASE, notes="One more edit"))
    second.session.run(Retitle(AUDIT, place=Place(TENDER, "V")))
    shown = both_meet(first, second)
    assert shown.items[AUDIT].place == Place(None, "V")
    assert shown.items[TENDER].place == Place(AUDIT, "V")
    first.session.run(Retitle(AUDIT, "Its place is left as it was"))
    first.close()
    assert query_file(first.path, f"SELECT place FROM item WHERE id = '{AUDIT}'") == [
        (f'{{"order":"V","parent":"{TENDER}"}}',)
    ]
    assert open_plan(first.path).plan == first.plan
    forget()
    assert open_plan(first.path).plan == first.plan, "replayed in memory it comes to the same"


def test_copies_made_while_the_plan_was_open_never_mint_the_same_change(tmp_path: Path) -> None:
    first = make(tmp_path / "a.mkplan")
    first.sync()
    shutil.copy(tmp_path / "a.mkplan", tmp_path / "b.mkplan")
    first.session.run(Retitle(TENDER, "In the open one"))
    second = open_plan(tmp_path / "b.mkplan")
    second.session.run(Retitle(AUDIT, "In the copy"))
    shown = both_meet(first, second)
    assert (shown.items[TENDER].title, shown.items[AUDIT].title) == ("In the open one", "In the copy")


def test_an_emailed_ring_of_three_comes_back_whole(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    here = tmp_path / "a.mkplan"
    for number, who in enumerate(("b", "c", "a")):
        there = tmp_path / who / "plan.mkplan"
        there.parent.mkdir()
        shutil.copy(here, there)
        with computer(tmp_path / f"home {who}"):
            plan = open_plan(there)
            plan.session.run(Retitle(ROWS[number], f"By {who}"))
            plan.close()
        here = there
    last = open_plan(here)
    assert [last.plan.items[row].title for row in ROWS] == ["By b", "By c", "By a"]
    assert last.verify() == []
