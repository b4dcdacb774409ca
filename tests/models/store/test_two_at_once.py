"""Two processes at work on one plan at the same time, on one computer and on two: no edit is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import beside, computer, copies, saved


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
