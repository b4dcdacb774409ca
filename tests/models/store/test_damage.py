"""Bits that flip and files that end too soon: refused, or the very same plan; never silently different."""

import random
from pathlib import Path

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.plan import Plan
from mkplanner.models.store.intake import receive
from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import TENDER, Remove, Retitle, forget, make


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    made = make(tmp_path / "saltway.mkplan")
    for number in range(40):
        made.session.run(Retitle(TENDER, f"Title {number}"))
    made.session.run(Remove(made.plan.items[TENDER]))
    made.session.undo()
    made.close()
    forget()
    return made.path.read_bytes()


def outcome(data: bytes, plan: Plan, history: list[object]) -> str:
    try:
        received = receive(data, "saltway.mkplan")
    except PlannerError:
        return "refused"
    assert received.shown == plan
    assert list(received.changesets) == history
    return "the same"


def flipped(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 32))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def flips(whole: bytes, times: int) -> dict[str, int]:
    received = receive(whole, "saltway.mkplan")
    plan, history, chance = received.shown, list(received.changesets), random.Random(times)
    found = {"refused": 0, "the same": 0}
    for _ in range(times):
        found[outcome(flipped(whole, chance), plan, history)] += 1
    return found


def test_flipped_bits_are_noticed_or_make_no_difference(whole: bytes) -> None:
    found = flips(whole, 60)
    assert found["refused"] > 15, "the others hit what is not believed anyway: rows, indexes, free space"


@pytest.mark.full
def test_three_hundred_files_with_flipped_bits(whole: bytes) -> None:
    found = flips(whole, 300)
    assert found["refused"] > 75, "the others hit what is not believed anyway: rows, indexes, free space"


def test_every_byte_of_the_header_may_be_wrong(whole: bytes) -> None:
    received = receive(whole, "saltway.mkplan")
    plan, history = received.shown, list(received.changesets)
    for place in range(100):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        outcome(bytes(damaged), plan, history)


def test_a_file_cut_short_is_refused(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "saltway.mkplan"
    for length in (0, 1, 15, 16, 99, 100, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(PlannerError):
            open_plan(path)
        assert path.read_bytes() == whole[:length]


def test_a_file_with_something_added_is_refused_or_the_same(whole: bytes) -> None:
    received = receive(whole, "saltway.mkplan")
    plan, history = received.shown, list(received.changesets)
    for more in (b"\0", b"\0" * 4096, whole):
        outcome(whole + more, plan, history)
