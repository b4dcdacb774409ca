"""Commands as JSON lines, each answered when it is safe on disk."""

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Run, answers, beside, command, lines


def test_each_line_is_answered_and_a_refused_one_changes_nothing(run: Run, plan: Path) -> None:
    given = lines(
        {
            "command": "add_item",
            "kind": "action",
            "title": "Agree terms",
            "parent": None,
            "by_when": "By 31 March 2027",
        },
        {"command": "set_field", "item": "nowhere", "field": "title", "value": "x"},
        {"command": "add_party", "name": "Payroll Lead", "kind": "post"},
        {"command": "undo"},
        {"command": "redo"},
        {"command": "redo"},
    )
    given += "this is not JSON\n[1, 2]\n\n"
    done = answers(run("do", plan, given=given).stdout)
    assert [answer["ok"] for answer in done] == [True, False, True, True, True, False, False, False]
    assert [answer["seq"] for answer in done if answer["ok"]] == [1, 2, 3, 4]
    assert all(answer["error"].endswith(".") for answer in done if not answer["ok"])
    record = json.loads(run("show", plan, "--json").stdout)
    assert [item["title"] for item in record["items"]].count("Agree terms") == 1
    assert done[2]["id"] in {party["id"] for party in record["parties"]}


def test_letters_moves_updates_and_deletions_go_through(run: Run, plan: Path) -> None:
    record = json.loads(run("show", plan, "--json").stdout)
    first, second = [item["id"] for item in record["items"] if item["kind"] == "action"][:2]
    party = record["parties"][0]["id"]
    given = lines(
        {"command": "set_letters", "item": second, "party": party, "letters": ""},
        {"command": "add_update", "item": second, "text": "Late papers", "rag": "red"},
        {"command": "move_item", "item": second, "parent": first, "after": None},
        {"command": "delete_item", "item": first},
    )
    done = answers(run("do", plan, given=given).stdout)
    assert all(answer["ok"] for answer in done), done
    left = {item["id"] for item in json.loads(run("show", plan, "--json").stdout)["items"]}
    assert not left & {first, second}


def test_commands_can_come_from_a_file(run: Run, plan: Path, tmp_path: Path) -> None:
    script = tmp_path / "commands.jsonl"
    script.write_text(lines({"command": "set_plan", "title": "Renamed"}), encoding="utf-8")
    run("do", plan, script)
    assert json.loads(run("show", plan, "--json").stdout)["title"] == "Renamed"


def kill_during_commands(plan: Path, profile: Path, pause: float) -> list[str]:
    """Feed commands to a process, kill it without warning, and return the ids of what it had answered."""
    environment = os.environ | {"MKPLANNER_PROFILE": str(profile), "PYTHONPATH": str(CHECKOUT)}
    process = subprocess.Popen(
        command("do", plan), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdin is not None
    assert process.stdout is not None
    kept: list[str] = []
    deadline = None
    try:
        for number in range(10_000):
            process.stdin.write(lines({"command": "add_item", "title": f"Row {number}"}))
            process.stdin.flush()
            kept.append(json.loads(process.stdout.readline())["id"])
            deadline = deadline or time.monotonic() + pause
            if time.monotonic() > deadline:
                # One more command is under way when the kill comes, and may or may not have been kept.
                process.stdin.write(lines({"command": "add_item", "title": "In flight"}))
                process.stdin.flush()
                break
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return kept


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be killed in the same way there")
@pytest.mark.parametrize("times", [4, pytest.param(20, marks=pytest.mark.full)])
def test_every_answered_command_outlives_a_kill(run: Run, plan: Path, profile: Path, times: int) -> None:
    chance = random.Random(times)
    kept: list[str] = []
    for _ in range(times):
        kept += kill_during_commands(plan, profile, chance.uniform(0.0, 0.25))
        record = json.loads(run("show", plan, "--json").stdout)
        assert set(kept) <= {item["id"] for item in record["items"]}
        assert run("verify", plan).stdout.startswith("Whole: ")
        assert beside(plan) == []
    run("sync", plan)
    assert beside(plan) == []
