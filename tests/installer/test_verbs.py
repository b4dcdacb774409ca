"""What each word does, with the set-up itself lent."""

import sys
from pathlib import Path

import pytest

from installer import checks, display, environment, showcase, system_libraries, verbs
from installer.trouble import SetUpError


@pytest.fixture(autouse=True)
def set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that everything is installed: the Python that runs these tests serves as the project's."""
    monkeypatch.setattr(system_libraries, "provide", lambda displays: None)
    monkeypatch.setattr(environment, "prepare", lambda root: Path(sys.executable))


def test_what_stops_the_set_up_is_said_in_plain_words_with_status_1(monkeypatch, tmp_path, capsys):
    def refuse(displays: frozenset[str]) -> None:
        raise SetUpError("Qt needs a library. Type this.")

    monkeypatch.setattr(system_libraries, "provide", refuse)

    assert verbs.carry_out("test", [], tmp_path) == 1
    assert capsys.readouterr().err == "Qt needs a library. Type this.\n"


def test_ctrl_c_ends_quietly(monkeypatch, tmp_path, capsys):
    def interrupted(root: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "prepare", interrupted)

    assert verbs.carry_out("run", [], tmp_path) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "plan"), [([], None), (["Tidemouth.mkplan"], Path("Tidemouth.mkplan"))])
def test_run_without_a_display_shows_the_plan_without_a_window(monkeypatch, tmp_path, arguments, plan):
    shown = []
    monkeypatch.setattr(display, "is_present", lambda: False)
    monkeypatch.setattr(showcase, "show", lambda python, root, plan: shown.append(plan) or 0)

    assert verbs.carry_out("run", arguments, tmp_path) == 0
    assert shown == [plan]


def test_words_after_test_go_to_pytest(monkeypatch, tmp_path):
    handed_over = []
    monkeypatch.setattr(checks, "run_all", lambda commands, root: handed_over.append(list(commands["pytest"])) or 0)

    verbs.carry_out("test", ["tests/models", "-x"], tmp_path)

    assert handed_over[0][-2:] == ["tests/models", "-x"]
