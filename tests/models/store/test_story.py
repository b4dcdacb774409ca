"""The story test: random commands, undo, redo and reopening; at every point the file agrees with memory and is whole."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkplanner.models.ids import derived_id
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, PlanInfo, Row, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.status import Rag, Status
from mkplanner.models.store import pictures
from mkplanner.models.store.connection import reading
from mkplanner.models.store.opening import OpenPlan, create_plan, open_plan
from mkplanner.models.store.reading import read_plan
from mkplanner.models.timeframes.timeframe import Timeframe
from tests.models.store.helping import PLAN, Put, Remove, by_march, forget, no_pictures

ITEMS = [derived_id(PLAN, "item", str(number)) for number in range(4)]
PARTIES = [derived_id(PLAN, "party", str(number)) for number in range(2)]
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
order = st.sampled_from(["", "V", "W", "Va"])
when = st.one_of(st.none(), st.just(by_march()), st.builds(Timeframe, words))

items = st.builds(
    Item,
    st.sampled_from(ITEMS),
    st.sampled_from(ItemKind),
    st.builds(Place, st.none(), order),
    words,
    words,
    when,
    when,
    words,
    st.none() | st.sampled_from(Status),
    st.none() | st.integers(0, 100),
    st.lists(words, max_size=3).map(tuple),
    words,
)
rows: st.SearchStrategy[Row] = st.one_of(
    items,
    items,
    st.builds(Party, st.sampled_from(PARTIES), name=words, retired=st.booleans(), organisation=st.none() | words),
    st.builds(
        lambda item, party, letters: Assignment(derived_id(PLAN, item, party), item, party, letters),
        st.sampled_from(ITEMS),
        st.sampled_from(PARTIES),
        st.sampled_from(["", "R", "AR", "S"]),
    ),
    st.builds(
        Update, st.sampled_from(ITEMS), item=words, date=st.none() | st.dates(), rag=st.none() | st.sampled_from(Rag)
    ),
    st.builds(Outcome, st.sampled_from(PARTIES), words, st.lists(st.sampled_from(ITEMS)).map(tuple)),
    st.builds(PlanInfo, st.just(PLAN), words, start=st.none() | st.dates(), checks_off=st.lists(words).map(tuple)),
)


def of_one_kind(row: Row) -> Row:
    """Ids are shared between kinds above so that rows meet; in a plan an id belongs to one kind for ever."""
    return row if isinstance(row, PlanInfo) else replace(row, id=derived_id(PLAN, type(row).__name__, row.id))


BETWEEN: dict[str, Callable[[], None]] = {
    "reopen": lambda: None,
    "reopen without pictures": no_pictures,
    "forget": forget,
}
"""What happens to the profile before a closed plan is opened again."""

steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(rows.map(of_one_kind), min_size=1, max_size=4)),
        st.tuples(st.just("remove"), st.integers(0, 9)),
        st.tuples(st.sampled_from(["undo", "redo", "undo", *BETWEEN, "sync"]), st.none()),
    ),
    min_size=4,
    max_size=25,
)


def take(plan: OpenPlan, step: str, detail: object) -> None:
    if step == "put":
        plan.session.run(Put(*detail))  # type: ignore[misc]
    elif step == "remove":
        everything = [*plan.plan.items.values(), *plan.plan.parties.values(), *plan.plan.updates.values()]
        if everything:
            plan.session.run(Remove(everything[int(str(detail)) % len(everything)]))
    elif step == "undo":
        plan.session.undo()
    elif step == "redo":
        plan.session.redo()
    elif step == "sync":
        assert plan.sync().published


@contextlib.contextmanager
def quiet_disk() -> object:
    """A folder in memory where there is one: hundreds of little plans need no real disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        before = os.environ["MKPLANNER_PROFILE"]
        os.environ["MKPLANNER_PROFILE"] = f"{folder}/profile"
        with patch.object(pictures, "FEWEST", 0):
            yield Path(folder)
        os.environ["MKPLANNER_PROFILE"] = before


def agree(plan: OpenPlan) -> None:
    database = plan._file.database
    if database is not None:
        with reading(database) as query:
            assert read_plan(query) == plan.plan


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_the_file_agrees_with_memory_whatever_happens(story: list[tuple[str, object]]) -> None:
    with quiet_disk() as folder:  # type: ignore[attr-defined]
        path = folder / "saltway.mkplan"
        plan = create_plan(path, PlanInfo(PLAN, "Saltway"))
        for step, detail in story:
            if step in BETWEEN:
                before = plan.plan
                plan.close()
                BETWEEN[step]()
                plan = open_plan(path)
                assert plan.plan == before
            else:
                take(plan, step, detail)
                agree(plan)
        assert plan.sync().published
        assert plan.verify() == []
        plan.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(rows.map(of_one_kind), min_size=1, max_size=3), min_size=1, max_size=8))
def test_undoing_everything_gives_the_start_and_redoing_it_the_end(commands: list[list[Row]]) -> None:
    with quiet_disk() as folder:  # type: ignore[attr-defined]
        path = folder / "saltway.mkplan"
        create_plan(path, PlanInfo(PLAN, "Saltway")).close()
        plan = open_plan(path)
        start = plan.plan
        for command in commands:
            plan.session.run(Put(*command))
        end = plan.plan
        while plan.session.undo():
            agree(plan)
        assert plan.plan == start
        while plan.session.redo():
            pass
        assert plan.plan == end
        plan.close()
        forget()
        again = open_plan(path)
        assert again.plan == end
        assert again.verify() == []
