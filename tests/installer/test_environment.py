"""Making the project's own Python environment, and leaving it alone afterwards."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from installer import environment, packages
from installer.trouble import SetUpError


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A checkout with a project so small that pip needs no network for it."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "constraints.txt").write_text("")
    (root / "pyproject.toml").write_text("[project]\nname = 'saltway'\nversion = '1'\n")
    return root


@pytest.fixture
def installations(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each entry is one time that pip was started; the installation itself is tried by the set-up trial."""
    starts: list[Path] = []
    monkeypatch.setattr(environment, "_install", lambda python, root: starts.append(python))
    return starts


def test_the_first_time_makes_an_environment_that_works_and_the_second_does_nothing(small_project, installations):
    python = environment.prepare(small_project)

    assert python.exists()
    assert environment.prepare(small_project) == python
    assert installations == [python]


def lend_a_python(root: Path) -> None:
    """Let the checkout's environment point at the Python that runs these tests, where links are free, to save making one."""
    if os.name == "nt":
        return
    lent = environment.python_of(root / environment.FOLDER)
    lent.parent.mkdir(parents=True)
    lent.symlink_to(sys.executable)


@pytest.mark.parametrize("ingredient", environment.INGREDIENTS)
def test_a_changed_ingredient_brings_the_environment_up_to_date(small_project, ingredient):
    before = environment.fingerprint(small_project)
    (small_project / ingredient).write_text("# another day\n")

    assert environment.fingerprint(small_project) != before


def test_an_interrupted_installation_is_begun_again(small_project, installations, monkeypatch):
    lend_a_python(small_project)

    def interrupted(python: Path, root: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(environment, "_install", interrupted)
        environment.prepare(small_project)

    environment.prepare(small_project)
    assert len(installations) == 1


def test_an_environment_whose_python_has_gone_is_made_anew(small_project, installations):
    python = environment.prepare(small_project)
    python.unlink()

    assert environment.prepare(small_project).exists()
    assert len(installations) == 2


def test_a_python_without_ensurepip_asks_for_the_package_that_holds_it(small_project, monkeypatch):
    asked = []

    def refuse(names: list[str], why: str) -> None:
        asked.extend(names)
        raise SetUpError(why)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(packages, "provide", refuse)

    with pytest.raises(SetUpError, match="ensurepip"):
        environment.prepare(small_project)
    assert asked == [f"python3.{sys.version_info.minor}-venv"]


def test_a_failing_pip_ends_in_advice_and_not_in_a_traceback(small_project, monkeypatch):
    (small_project / "pyproject.toml").write_text("this is no TOML")

    with pytest.raises(SetUpError, match="start the same command again"):
        environment.prepare(small_project)
    assert not (small_project / environment.FOLDER / environment.STAMP).exists()
