"""Looking at the shared file: read once, read again when it was replaced, and never a word twice about one that is broken."""

import shutil
from pathlib import Path

import pytest

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.store.looking import Looking
from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import TENDER, Retitle, computer, saved, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    saved(tmp_path / "saltway.mkplan")
    return tmp_path / "saltway.mkplan"


def replaced(path: Path, title: str) -> None:
    with computer(path.parent / "elsewhere"):
        plan = open_plan(path)
        plan.session.run(Retitle(TENDER, title))
        assert plan.close().published


def test_a_file_is_read_once_while_nobody_replaces_it(path: Path) -> None:
    looking = Looking(path)
    source = looking.read()
    assert not looking.has_news()
    assert looking.read() is source


def test_what_was_read_in_the_background_is_handed_out_without_asking_the_place_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = Looking(path)
    looking.read()
    replaced(path, "Sign the lease")
    assert looking.has_news()
    assert looking.has_news(), "until it has been read"
    monkeypatch.setattr("mkplanner.models.store.looking.signature", lambda _: pytest.fail("asked the place"))
    assert looking.read().plan().items[TENDER].title == "Sign the lease"


def test_a_broken_file_is_told_once(path: Path) -> None:
    looking = Looking(path)
    source = looking.read()
    path.write_bytes(path.read_bytes()[:5000])
    assert looking.has_news()
    with pytest.raises(DamagedPlanError):
        looking.read()
    assert not looking.has_news()
    assert looking.source is source


def test_a_file_that_has_gone_is_no_news(path: Path) -> None:
    looking = Looking(path)
    looking.read()
    path.unlink()
    assert not looking.has_news()


def test_another_plan_in_its_place_is_not_taken_for_it(path: Path) -> None:
    looking = Looking(path)
    plan = looking.read().meta["plan"]
    with pytest.raises(PlannerError, match="Another plan now stands"):
        looking.read("another")
    assert looking.read(plan)


def test_a_plan_of_a_newer_program_can_only_be_looked_at(path: Path) -> None:
    looking = Looking(path)
    assert looking.read_only == ""
    shutil.copy(path, path.with_name("newer.mkplan"))
    tamper(
        path.with_name("newer.mkplan"),
        "UPDATE meta SET value = '2' WHERE key IN ('format', 'min_writer')",
        "PRAGMA user_version = 2",
    )
    newer = Looking(path.with_name("newer.mkplan"))
    newer.read()
    assert "newer MK Planner" in newer.read_only
