"""Verbs that tell: show, check, verify, history."""

import json
from pathlib import Path

from tests.cli.conftest import Run, lines


def test_show_prints_the_whole_plan_as_json_and_as_an_outline(run: Run, plan: Path) -> None:
    record = json.loads(run("show", plan, "--json").stdout)
    assert record["title"] == "Saltway Partnership action plan 2026–28"
    assert len(record["items"]) == 53
    text = run("show", plan).stdout
    assert "1.1  Agree one operating model for the shared audit service  [By 31 March 2027; Audit Manager]" in text


def test_check_prints_notices_and_strict_makes_them_count(run: Run, plan: Path) -> None:
    notices = json.loads(run("check", plan, "--json").stdout)
    assert notices[0]["id"] == "no-accountable"
    assert set(notices[0]) == {"id", "severity", "item", "field", "sentence"}
    assert "error: 3.1 has nobody Accountable." in run("check", plan).stdout
    run("check", plan, "--strict", status=1)


def test_verify_and_history_know_every_change(run: Run, plan: Path) -> None:
    run("do", plan, given=lines({"command": "add_party", "name": "Payroll Lead"}))
    assert run("verify", plan).stdout.startswith("Whole: ")
    records = json.loads(run("history", plan, "--json").stdout)
    assert [record["label"] for record in records][-2:] == ["Write the worked example", "Add person or group"]
    newest = records[-1]
    assert {"session", "seq", "at", "author", "kind", "label", "changes"} <= set(newest)
    assert {"item", "field", "old", "new"} <= set(newest["changes"][0])
    assert "Add person or group" in run("history", plan).stdout


def test_looking_at_a_plan_changes_no_byte_of_it(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    for verb in ("show", "check", "verify", "history"):
        run(verb, plan)
    assert plan.read_bytes() == before
