"""Two processes at work on one plan at the same time, on one computer and on two: no edit is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.plan import Plan
from mkplanner.models.store.connection import reading
from mkplanner.models.store.opening import OpenPlan, open_plan
from mkplanner.models.store.reading import read_is_linear
from tests.models.store.helping import AUDIT, LEASE, TENDER, Retitle, beside, computer, copies, saved


def start(path: Path, who: str, count: int, profile: Path, checkout: Path, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.models.store.editing", str(path), who, str(count), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=checkout,
        env={**os.environ, "MKPLANNER_PROFILE": str(profile)},
    )


def finish(*processes: "subprocess.Popen[str]") -> None:
    for process in processes:
        told, trouble = process.communicate(timeout=300)
        assert (process.returncode, trouble) == (0, ""), trouble
        assert told == "published\n"


def written(path: Path) -> set[object]:
    plan = open_plan(path)
    assert plan.verify() == []
    found = {change.new for each in plan.history() for change in each.changes if isinstance(change.new, str)}
    plan.close()
    return found


def expected(count: int) -> set[object]:
    return {f"{who} {number}" for who in ("Rosen", "Tamsin") for number in range(count)}


def on_one_computer(path: Path, count: int, profile: Path, checkout: Path) -> None:
    saved(path)
    finish(*(start(path, who, count, profile, checkout) for who in ("Rosen", "Tamsin")))
    assert expected(count) <= written(path)
    assert beside(path) == []
    assert copies() == []


def on_two_computers(path: Path, count: int, checkout: Path, *more: str) -> None:
    saved(path)
    homes = {who: path.parent / who for who in ("Rosen", "Tamsin")}
    finish(*(start(path, who, count, home, checkout, *more) for who, home in homes.items()))
    plans = [seen_by(path, home) for home in (*homes.values(), *homes.values())]
    assert expected(count) <= written(path)
    assert plans[2] == plans[3]
    assert beside(path) == []


def seen_by(path: Path, home: Path) -> Plan:
    with computer(home):
        plan = open_plan(path)
        assert plan.close().published
        return plan.plan


def test_two_processes_of_one_profile_lose_no_edit(tmp_path: Path, profile: Path, checkout: Path) -> None:
    on_one_computer(tmp_path / "saltway.mkplan", 50, profile, checkout)


def test_two_computers_lose_no_edit(tmp_path: Path, checkout: Path) -> None:
    on_two_computers(tmp_path / "saltway.mkplan", 50, checkout)


def test_two_computers_lose_no_edit_where_locks_do_not_work(tmp_path: Path, checkout: Path) -> None:
    on_two_computers(tmp_path / "saltway.mkplan", 50, checkout, "nolock")


@pytest.mark.full
def test_two_processes_of_one_profile_lose_none_of_four_hundred_edits(
    tmp_path: Path, profile: Path, checkout: Path
) -> None:
    on_one_computer(tmp_path / "saltway.mkplan", 200, profile, checkout)


@pytest.mark.full
def test_two_computers_lose_none_of_four_hundred_edits(tmp_path: Path, checkout: Path) -> None:
    on_two_computers(tmp_path / "saltway.mkplan", 200, checkout)


@pytest.mark.full
def test_two_computers_lose_none_of_four_hundred_edits_where_locks_do_not_work(tmp_path: Path, checkout: Path) -> None:
    on_two_computers(tmp_path / "saltway.mkplan", 200, checkout, "nolock")


def two_windows(path: Path) -> tuple[OpenPlan, OpenPlan]:
    saved(path)
    first, second = open_plan(path, author="Rosen"), open_plan(path, author="Tamsin")
    first.session.run(Retitle(LEASE, notes="So that there is a working copy"))
    second.session.refresh()
    return first, second


def test_what_two_windows_wrote_without_looking_is_a_conflict(tmp_path: Path) -> None:
    first, second = two_windows(tmp_path / "saltway.mkplan")
    second.session.run(Retitle(TENDER, "Sign the lease"))
    first.session.run(Retitle(TENDER, "Renew the lease"))
    second.session.refresh()
    assert first.plan == second.plan
    assert [{choice.value for choice in each.choices} for each in first.conflicts()] == [
        {"Renew the lease", "Sign the lease"}
    ]
    assert first.conflicts() == second.conflicts()
    assert first.verify() == []
    with pytest.raises(RefusedError, match="Tamsin"):
        first.session.undo()
    first.close()
    second.close()


def test_what_a_window_had_seen_is_no_conflict(tmp_path: Path) -> None:
    first, second = two_windows(tmp_path / "saltway.mkplan")
    second.session.run(Retitle(TENDER, "Sign the lease"))
    first.session.run(Retitle(AUDIT, "Sign off"))  # which shows what the other wrote, too
    assert first.plan.items[TENDER].title == "Sign the lease"
    first.session.run(Retitle(TENDER, "Renew the lease"))
    assert first.conflicts() == ()
    assert first.session.undo() is not None
    assert first.plan.items[TENDER].title == "Sign the lease"
    first.close()
    second.close()


def test_a_first_edit_of_what_another_window_has_changed_is_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "saltway.mkplan"
    saved(path)
    first, second = open_plan(path, author="Rosen"), open_plan(path, author="Tamsin")
    second.session.run(Retitle(TENDER, "Sign the lease"))
    second.close()
    first.session.run(Retitle(TENDER, "Renew the lease"))
    assert {choice.value for each in first.conflicts() for choice in each.choices} == {
        "Renew the lease",
        "Sign the lease",
    }
    first.close()
    assert len(open_plan(path).conflicts()) == 1


def test_a_row_deleted_in_one_window_and_written_to_in_another_stays_and_is_told(tmp_path: Path) -> None:
    first, second = two_windows(tmp_path / "saltway.mkplan")
    second.session.run(DeleteItem((AUDIT,)))
    first.session.run(Retitle(AUDIT, "Sign off"))
    assert first.plan.items[AUDIT].title == "Sign off"
    assert [str(each.kind) for each in first.conflicts()] == ["delete"]
    assert first.verify() == []
    first.close()
    second.close()


def test_a_history_in_which_everybody_had_seen_everything_is_known_to_hold_no_conflict(tmp_path: Path) -> None:
    first, second = two_windows(tmp_path / "saltway.mkplan")

    def is_linear() -> bool:
        with reading(first._file.database) as query:
            return read_is_linear(query)

    second.session.run(Retitle(TENDER, "Sign the lease"))
    first.session.refresh()
    first.session.run(Retitle(TENDER, "Renew the lease"))
    assert is_linear()
    second.session.run(Retitle(AUDIT, "Had not looked"))
    assert not is_linear(), "whoever had not seen the newest change counts from what they had"
    first.close()
    second.close()
