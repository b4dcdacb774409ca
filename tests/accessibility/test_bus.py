"""A plan read and changed through the accessibility bus alone, on a screen and a bus of its own; then asked of the file."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mkplanner.cli.main import main
from tests.accessibility.wording import NEW_DATE, NEW_NAME, NEW_STATUS, NEW_TITLE, OTHER_NAME

OPERATE = Path(__file__).with_name("operate.py")
SYSTEM_PYTHON = Path("/usr/bin/python3")


def missing() -> str:
    """Say what this computer lacks for the trial, or nothing."""
    lacking = [tool for tool in ("xvfb-run", "dbus-run-session") if shutil.which(tool) is None]
    if lacking:
        return f"{' and '.join(lacking)} not installed"
    bus = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not SYSTEM_PYTHON.exists() or subprocess.run([SYSTEM_PYTHON, "-c", bus], capture_output=True).returncode:
        return "the system's Python has no library for the accessibility bus (gir1.2-atspi-2.0)"
    return ""


@pytest.fixture(scope="module", autouse=True)
def tools() -> None:
    """Skip where the trial cannot be made."""
    if lacking := missing():
        pytest.skip(lacking)


def operated(plan: Path) -> dict:
    """What `operate.py` read and did."""
    window = [sys.executable, "-m", "mkplanner"]
    command = ["xvfb-run", "-a", "dbus-run-session", "--", str(SYSTEM_PYTHON), str(OPERATE), str(plan), *window]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, env=surroundings)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def shown(plan: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    """What `show --json` tells of the plan."""
    capsys.readouterr()
    assert main(["show", str(plan), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def try_on(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read every title and date of a plan from its window, change a date, a title, who does it and a status; ask the file."""
    before = shown(plan, capsys)
    done = operated(plan)
    after = shown(plan, capsys)

    assert len(done["rows"]) == len(before["items"])
    for row, item in zip(done["rows"], before["items"], strict=True):
        assert " ".join(item["title"].split()) in " ".join(row["Action"].replace("; ", " ").split())
        assert row["By when"].startswith((item["by_when"]["words"] or "empty").replace("\n", "; "))
    changed = [new for old, new in zip(before["items"], after["items"], strict=True) if old != new]
    titles = [item["title"] for item in after["items"]]
    assert [item["by_when"]["words"] for item in after["items"]].count(NEW_DATE) == 1
    assert titles.count(NEW_TITLE) == 1
    assert next(item["status"] for item in after["items"] if item["title"] == NEW_TITLE) == NEW_STATUS.lower().replace(
        " ", "-"
    )
    assert done["rows"][-1]["Ref"] in done["found"]
    assert all(item["by_when"]["words"] == NEW_DATE or item["title"] == NEW_TITLE for item in changed)
    parties = {party["name"]: party["id"] for party in after["parties"]}
    assert [cell["party"] for cell in after["rasic"]].count(parties[NEW_NAME]) == 1
    assert OTHER_NAME not in parties


def test_the_worked_example_is_read_and_changed_through_the_bus(tmp_path, capsys):
    plan = tmp_path / "example.mkplan"
    assert main(["new", str(plan), "--template", "example"]) == 0
    try_on(plan, capsys)


def test_an_indicative_timetable_of_a_council_is_read_and_changed_through_the_bus(tmp_path, capsys, shared):
    (paper,) = (shared / "seeds").glob("000*.txt")
    plan = tmp_path / "timetable.mkplan"
    assert main(["import", str(paper), "--to", str(plan)]) == 0
    try_on(plan, capsys)
