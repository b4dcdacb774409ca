"""Random stories of three copies, judged by an oracle; and whether these trials would notice a merge that is wrong."""

import random
from collections.abc import Callable, Collection, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkplanner.models.store import additions, conflicts, disputes, log, outlook, reading, recording, repository
from mkplanner.models.store.log import Changeset, Folded, Head
from tests.models.store.replicas import COPIES, Step, World, check_story

DEEDS = sorted(World.deeds)
LIKELY = [*DEEDS, "set", "set", "set", "move", "move", "delete", "meet", "meet", "resolve", "undo", "letters"]
step = st.tuples(st.sampled_from(LIKELY), st.sampled_from(COPIES), st.integers(0, 3), st.integers(0, 4))
stories = st.lists(step, min_size=4, max_size=22)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories, st.permutations(COPIES))
def test_copies_come_to_the_same_and_list_the_conflicts_of_the_oracle(story: list[Step], order: list[int]) -> None:
    check_story(story, order)


@pytest.mark.full
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories, st.permutations(COPIES))
def test_two_thousand_stories_come_to_the_same(story: list[Step], order: list[int]) -> None:
    check_story(story, order)


DIRECTED: dict[str, list[Step]] = {
    "one field, two writers": [("set", 0, 0, 0), ("set", 1, 0, 0), ("set", 1, 1, 0), ("meet", 0, 1, 0)],
    "one field, three writers, one who saw both": [
        ("set", 0, 0, 0),
        ("set", 1, 0, 0),
        ("meet", 0, 1, 0),
        ("set", 0, 0, 0),
        ("set", 2, 0, 0),
    ],
    "the same words": [("same", 0, 0, 0), ("same", 1, 0, 0)],
    "delete against edit": [("set", 0, 0, 0), ("set", 0, 1, 0), ("delete", 0, 0, 0), ("set", 1, 0, 1)],
    "delete against a row below": [("delete", 0, 0, 0), ("add", 1, 0, 0)],
    "delete against letters": [("delete", 0, 1, 0), ("letters", 1, 1, 0)],
    "a loop of two": [("set", 0, 2, 0), ("move", 0, 0, 1), ("move", 1, 1, 0), ("set", 0, 2, 0)],
    "a loop of two, the other way": [("set", 1, 2, 0), ("move", 0, 0, 1), ("move", 1, 1, 0)],
    "a loop of three": [("move", 0, 0, 1), ("move", 1, 1, 2), ("move", 2, 2, 0)],
    "a deleted row goes with the letters that kept it": [
        ("delete", 0, 0, 0),
        ("letters", 1, 0, 0),
        ("meet", 1, 0, 0),
        ("undo", 1, 0, 0),
    ],
    "a second window that had not been looked at": [("beside", 0, 0, 0), ("beside", 1, 0, 1), ("beside", 2, 1, 2)],
    "the same cell": [("letters", 0, 0, 0), ("letters", 1, 0, 1)],
    "a choice, and undone": [
        ("set", 0, 0, 0),
        ("set", 1, 0, 0),
        ("meet", 0, 1, 0),
        ("resolve", 0, 0, 1),
        ("undo", 0, 0, 0),
        ("meet", 2, 0, 0),
        ("resolve", 2, 0, 0),
        ("undo", 2, 0, 0),
    ],
    "undo after another's edit": [
        ("set", 0, 0, 0),
        ("meet", 1, 0, 0),
        ("set", 1, 0, 0),
        ("meet", 0, 1, 0),
        ("undo", 0, 0, 0),
    ],
    "undo where the other's words are not the ones shown": [
        ("set", 0, 1, 0),
        ("set", 0, 0, 0),
        ("set", 1, 0, 0),
        ("meet", 0, 1, 0),
        ("undo", 0, 0, 0),
    ],
    "a deletion settled and undone": [
        ("delete", 0, 0, 0),
        ("set", 1, 0, 1),
        ("meet", 1, 0, 0),
        ("resolve", 1, 0, 0),
        ("undo", 1, 0, 0),
        ("redo", 1, 0, 0),
        ("undo", 1, 0, 0),
    ],
}


@pytest.mark.parametrize("name", DIRECTED)
def test_rare_turns_end_well(name: str) -> None:
    check_story(DIRECTED[name])


def by_arrival(heads: Sequence[Head]) -> Head:
    return max(heads, key=lambda head: head.row)


def without_deletions_yielding(heads: Sequence[Head]) -> Head:
    return max(heads, key=lambda head: head[1:5])


def deletion_wins(heads: Any) -> Folded:
    folded = REAL_FOLD(heads)
    return folded._replace(alive=all(head.stays for own in heads.values() for head in own))


def superseding_only_the_shown(kind: Any, id_: str, field: str, new: str | None, replaced: Sequence[Head]) -> Any:
    return REAL_CHANGE(kind, id_, field, new, [max(replaced)] if replaced else [])


def without_the_last(self: Any, changesets: Sequence[Changeset], meta: Any) -> int:
    return REAL_ADOPT(self, sorted(changesets, key=lambda each: each.place)[:-1], meta)


def first_id(self: Any, ids: Collection[str]) -> str:
    return min(ids)


def keeping_old_heads(self: Any, table: Any, column: str, values: Any) -> None:
    if table.name != "head":
        REAL_DELETE(self, table, column, values)


def named_by_arrival(self: Any, kind: Any, row: str, field: str, heads: Sequence[Head]) -> str:
    return REAL_ID(self, kind, row, field, sorted(heads)[:1])


def heads_of_today(query: Any, ids: Collection[str], seen: object) -> Any:
    return reading.read_heads(query, ids)


def no_named(tables: Any, archive: Any) -> None:
    pass


def latest_only(heads: Sequence[Head]) -> bool:
    newest = max(head.lamport for head in heads) if heads else 0
    return len({head.value for head in heads if head.stays and head.lamport == newest}) > 1


REAL_FOLD = log.fold_row
REAL_CHANGE = recording._change
REAL_ADOPT = repository.Writer.adopt
REAL_DELETE = additions.Additions._delete
REAL_ID = disputes.Log.id

MUTANTS: dict[str, list[tuple[object, str, Callable[..., Any]]]] = {
    "whatever arrived last is shown": [(log, "shown", by_arrival)],
    "a deletion may hide an edit's words": [(log, "shown", without_deletions_yielding)],
    "a deletion wins over an edit": [(additions, "fold_row", deletion_wins)],
    "only the shown head is replaced": [(recording, "_change", superseding_only_the_shown)],
    "the newest change is forgotten": [(repository.Writer, "adopt", without_the_last)],
    "replaced heads stay": [(additions.Additions, "_delete", keeping_old_heads)],
    "loops are cut anywhere": [(reading._Tables, "last_moved", first_id)],
    "rows that are still written about vanish": [(outlook, "_keep_named", no_named)],
    "deleted parents vanish": [(outlook, "_keep_parents", no_named)],
    "the later of two writers is right": [(conflicts, "is_disputed", latest_only)],
    "a repeated command passes over what its author had not seen": [(repository, "read_heads_seen", heads_of_today)],
    "undo passes over others": [(repository.Writer, "_check_own", lambda *_, **__: None)],
}


def is_killed() -> bool:
    chance = random.Random(5)
    drawn = (
        [(chance.choice(LIKELY), chance.randrange(3), chance.randrange(4), chance.randrange(5)) for _ in range(20)]
        for _ in range(25)
    )
    for story in (*DIRECTED.values(), *drawn):
        try:
            check_story(story)
        except Exception:  # (an assertion, or the program itself stumbling over what it did)
            return True
    return False


@pytest.mark.parametrize("name", MUTANTS)
def test_a_wrong_merge_would_be_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, attribute, mutation in MUTANTS[name]:
        monkeypatch.setattr(owner, attribute, mutation)
    assert is_killed()
