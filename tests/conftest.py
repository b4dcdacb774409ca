"""What every test stands on: no screen, a profile of its own, and the shared papers where they are at hand."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the project: the one that holds `mkplanner/` and `tests/`."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The councils' own papers, kept beside the checkout; a test that needs them is skipped where they are not."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared papers do not lie beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty profile for each test: settings, working copies, backups and logs of one never reach another."""
    folder = tmp_path_factory.mktemp("profile")
    monkeypatch.setenv("MKPLANNER_PROFILE", str(folder))
    return folder
