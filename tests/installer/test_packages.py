"""Installing system packages, with a pretended apt-get that writes down how it was called."""

import os
from pathlib import Path

import pytest

from installer import packages
from installer.trouble import SetUpError


@pytest.fixture
def apt_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a pretended apt-get before everything else in PATH and pose as root; returns the file of its calls."""
    calls = tmp_path / "calls.txt"
    script = tmp_path / "bin" / "apt-get"
    script.parent.mkdir()
    script.write_text(
        f'#!/bin/sh\necho "$DEBIAN_FRONTEND: $*" >> "{calls}"\n'
        'case "$*" in *no-such-package*) echo "E: Unable to locate package"; exit 100;; esac\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return calls


pytestmark = pytest.mark.skipif(os.name == "nt", reason="apt-get is a Linux matter")


def test_root_gets_the_packages_installed_without_a_question(apt_get):
    packages.provide(["libegl1", "libgl1"], "Qt needs two libraries.")

    update, install = apt_get.read_text().splitlines()
    assert update.startswith("noninteractive: ") and update.endswith("update")
    assert install.startswith("noninteractive: ") and install.endswith("libegl1 libgl1")
    assert " install -y " in install


def test_anybody_else_gets_the_exact_command_and_nothing_is_tried(apt_get, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SetUpError) as refusal:
        packages.provide(["libegl1"], "Qt needs a library.")

    assert "Qt needs a library." in str(refusal.value)
    assert "sudo apt-get update && sudo apt-get install -y libegl1" in str(refusal.value)
    assert not apt_get.exists()


def test_a_failed_installation_repeats_what_apt_said_and_names_the_command(apt_get, capsys):
    with pytest.raises(SetUpError, match="apt-get install -y no-such-package"):
        packages.provide(["no-such-package"], "Qt needs a library.")

    assert "Unable to locate package" in capsys.readouterr().err


def test_a_system_without_apt_get_is_left_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not packages.may_install()
