"""Verbs for plans that several people edit, as a script meets them: merge, conflicts, resolve, mark, history, do."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, answers, beside, lines

Conflicts = list[dict[str, Any]]


@pytest.fixture
def other(run: Run, plan: Path) -> Path:
    """A copy of the plan, mailed to somebody."""
    path = plan.with_name("from Tamsin.mkplan")
    shutil.copy(plan, path)
    return path


@pytest.fixture
def rows(run: Run, plan: Path) -> list[str]:
    """The ids of actions that have nothing above them but a heading."""
    record = json.loads(run("show", plan, "--json").stdout)
    return [item["id"] for item in record["items"] if item["kind"] == "action"]


def set_title(row: str, title: str) -> dict[str, Any]:
    return {"command": "set_field", "item": row, "field": "title", "value": title}


def conflicts(run: Run, path: Path) -> Conflicts:
    return list(json.loads(run("conflicts", path, "--json").stdout))


def shown(run: Run, path: Path) -> dict[str, Any]:
    return dict(json.loads(run("show", path, "--json").stdout))


def clash(run: Run, plan: Path, other: Path, rows: list[str]) -> Conflicts:
    """One title in two versions, one row deleted here and edited there, two rows below each other."""
    first, second, third, fourth = rows[:4]
    here = [
        set_title(first, "Here"),
        {"command": "delete_item", "item": second},
        {"command": "move_item", "item": third, "parent": fourth},
    ]
    there = [
        set_title(first, "There"),
        set_title(second, "Still needed"),
        {"command": "move_item", "item": fourth, "parent": third},
    ]
    run("do", plan, given=lines(*here))
    run("do", other, given=lines(*there))
    run("merge", plan, other)
    return conflicts(run, plan)


def test_merge_publishes_and_tells_what_came_in(run: Run, plan: Path, other: Path, rows: list[str]) -> None:
    run("do", other, given=lines(set_title(rows[0], "One operating model")))
    done = run("merge", plan, other)
    assert "to “One operating model” on" in done.stdout
    assert "is kept in" in done.stderr
    assert shown(run, plan)["items"] == shown(run, other)["items"]
    assert run("merge", plan, other).stdout == "Nothing new in from Tamsin.mkplan.\n"
    told = json.loads(run("merge", plan, other, "--json").stdout)
    assert (told["adopted"], told["sentences"], told["conflicts"]) == (0, [], [])
    assert beside(plan) == [other.name]


def test_both_copies_list_the_same_conflicts_in_the_same_order(
    run: Run, plan: Path, other: Path, rows: list[str]
) -> None:
    here = clash(run, plan, other, rows)
    run("merge", other, plan)
    assert conflicts(run, other) == here
    assert {(each["kind"], each["field"]) for each in here} == {
        ("value", "title"),
        ("delete", "alive"),
        ("cycle", "place"),
    }
    assert {each["item"] for each in here} <= set(rows[:4])
    assert all([choice["n"] for choice in each["choices"]] == [1, 2] for each in here)
    value = next(each for each in here if each["kind"] == "value")
    assert {choice["value"] for choice in value["choices"]} == {"Here", "There"}
    assert shown(run, plan)["conflicts"] == here
    notices = json.loads(run("check", plan, "--json").stdout)
    assert [each["sentence"] for each in notices if each["id"] == "conflict"] == [each["sentence"] for each in here]
    assert here[0]["sentence"] in run("conflicts", plan).stdout


def test_each_conflict_can_be_settled_and_the_choices_travel(
    run: Run, plan: Path, other: Path, rows: list[str]
) -> None:
    found = clash(run, plan, other, rows)
    for each in found:
        run("resolve", plan, each["id"], "--take", "2")
    assert run("conflicts", plan).stdout == "No conflicts.\n"
    run("merge", other, plan)
    assert conflicts(run, other) == []
    assert shown(run, other) == shown(run, plan)
    assert run("verify", other).stdout.startswith("Whole: ")
    value = next(each for each in found if each["kind"] == "value")
    titles = {item["id"]: item["title"] for item in shown(run, plan)["items"]}
    assert titles[value["item"]] == value["choices"][1]["value"]
    assert "no conflict" in run("resolve", plan, value["id"], "--take", "1", status=1).stderr


def test_a_third_value_can_be_written(run: Run, plan: Path, other: Path, rows: list[str]) -> None:
    value = next(each for each in clash(run, plan, other, rows) if each["kind"] == "value")
    assert "no choice 7" in run("resolve", plan, value["id"], "--take", "7", status=1).stderr
    run("resolve", plan, value["id"], "--write", "Both of us")
    assert value["item"] in {item["id"] for item in shown(run, plan)["items"] if item["title"] == "Both of us"}
    run("resolve", plan, value["id"], status=2)


def test_scripts_merge_settle_undo_and_sync_line_by_line(run: Run, plan: Path, other: Path, rows: list[str]) -> None:
    run("do", plan, given=lines(set_title(rows[0], "Here")))
    run("do", other, given=lines(set_title(rows[0], "There")))
    done = answers(
        run(
            "do",
            plan,
            given=lines(
                set_title(rows[1], "Before the merge"),
                {"command": "merge", "other": str(other)},
                {"command": "merge", "other": "nowhere.mkplan"},
                {"command": "merge"},
                {"command": "sync"},
                {"command": "undo"},
                {"command": "mark", "name": "Board"},
            ),
        ).stdout
    )
    assert [answer["ok"] for answer in done] == [True, True, False, False, True, True, True]
    assert set(done[1]) == {"ok", "id", "seq"}
    (found,) = conflicts(run, plan)
    settled = [{"command": "resolve", "conflict": found["id"], "take": 2}, {"command": "undo"}]
    done = answers(run("do", plan, given=lines(*settled)).stdout)
    assert all(answer["ok"] for answer in done)
    assert conflicts(run, plan) == [found]
    written = {"command": "resolve", "conflict": found["id"], "value": "Agreed"}
    assert answers(run("do", plan, given=lines(written)).stdout)[0]["ok"]
    assert conflicts(run, plan) == []


def test_history_since_a_mark_tells_the_net_and_scripts_get_the_steps(run: Run, plan: Path, rows: list[str]) -> None:
    assert run("history", plan, "--since", "Board", status=1).stderr.endswith("Make one first.\n")
    run("mark", plan, "Board, 25 February")
    assert run("history", plan, "--since", "Board, 25 February").stdout.startswith("Nothing is different")
    run("do", plan, given=lines(set_title(rows[0], "One"), set_title(rows[0], "Two")))
    told = run("history", plan, "--since", "Board, 25 February").stdout
    assert told.startswith("Changed: the title of ")
    assert told.endswith("to “Two”.\n")
    assert told.count("\n") == 1
    steps = json.loads(run("history", plan, "--since", "Board, 25 February", "--json").stdout)
    assert [step["changes"][0]["new"] for step in steps] == ["One", "Two"]
    assert len(json.loads(run("history", plan, "--json").stdout)) == len(steps) + 3
    assert "already a mark" in run("mark", plan, "Board, 25 February", status=1).stderr


def test_another_plan_is_not_merged(run: Run, plan: Path, tmp_path: Path) -> None:
    run("new", tmp_path / "other.mkplan", "--title", "Tidemouth bins")
    before = plan.read_bytes()
    refused = run("merge", plan, tmp_path / "other.mkplan", status=1).stderr
    assert "“other.mkplan” is another plan, “Tidemouth bins”" in refused
    assert plan.read_bytes() == before


def test_looking_at_conflicts_first_takes_in_what_others_published(run: Run, plan: Path, rows: list[str]) -> None:
    """The shared file is replaced by somebody else's newer one, as a file server shows it."""
    newer = plan.with_name("newer.mkplan")
    shutil.copy(plan, newer)
    run("do", newer, given=lines(set_title(rows[0], "From elsewhere")))
    newer.replace(plan)
    assert conflicts(run, plan) == []
    assert "From elsewhere" in run("show", plan).stdout
