"""Running all checks, whatever the first of them says."""

import sys

from installer import checks


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_every_check_runs_even_after_a_failure_and_the_end_names_the_failed(tmp_path, capfd):
    trials = {
        "first": python("print('one ran')"),
        "second": python("raise SystemExit(3)"),
        "third": python("print('three ran')"),
    }

    status = checks.run_all(trials, tmp_path)

    said = capfd.readouterr().out
    assert status == 1
    assert "one ran" in said and "three ran" in said
    assert said.splitlines()[-1] == "Failed: second"


def test_success_is_said_in_the_last_line(tmp_path, capfd):
    assert checks.run_all({"only": python("pass")}, tmp_path) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "All 1 checks passed"


def test_the_order_is_fixed_and_pytest_with_its_summary_comes_last(tmp_path):
    commands = checks.commands(tmp_path / "python", ["-k", "rasic"])

    assert list(commands) == ["ruff check", "ruff format", "mypy", "pytest"]
    assert list(commands["pytest"])[-2:] == ["-k", "rasic"]


def test_checks_draw_off_screen_unless_told_otherwise(tmp_path, capfd, monkeypatch):
    trial = {"look": python("import os; print('draws on', os.environ['QT_QPA_PLATFORM'])")}
    monkeypatch.delenv("QT_QPA_PLATFORM")
    checks.run_all(trial, tmp_path)
    assert "draws on offscreen" in capfd.readouterr().out

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    checks.run_all(trial, tmp_path)
    assert "draws on xcb" in capfd.readouterr().out
