"""Two copies of one plan, edited by two people who did not know of each other."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import OpenPlan, open_plan
from mkplanner.ui.window.mainwindow import MainWindow
from tests.ui.conftest import write_plan

ME, OTHER = "HR Manager", "Audit Manager"


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "saltway.mkplan"
    write_plan(path).close()
    return path


@pytest.fixture
def copy_path(plan_path: Path) -> Path:
    """A copy of the plan in another folder."""
    folder = plan_path.parent / "mail"
    folder.mkdir()
    return Path(shutil.copy(plan_path, folder / "saltway.mkplan"))


@pytest.fixture
def edit() -> Callable[..., None]:
    """Edits a plan file as somebody: `edit(path, author, ("a", "title", "…"), …)`."""

    def edited(path: Path, author: str, *fields: tuple[str, str, object]) -> None:
        with closing(open_plan(path, author=author)) as opened:
            for item, field, value in fields:
                opened.session.run(SetField(item, field, value))

    return edited


@pytest.fixture
def disputed(plan_path: Path, copy_path: Path, edit: Callable[..., None]) -> Path:
    """The plan, after both have written; the copy holds what the Audit Manager wrote."""
    edit(plan_path, ME, ("a", "by_when", "By 15 December 2026"), ("b", "title", "Share one switchboard"))
    edit(
        copy_path,
        OTHER,
        ("a", "by_when", "By 31 January 2027"),
        ("b", "title", "Share one telephone service"),
        ("a1", "status", "complete"),
    )
    return plan_path


@pytest.fixture
def merged(disputed: Path, copy_path: Path) -> Iterator[OpenPlan]:
    """The plan with the copy merged into it, open for the HR Manager."""
    with closing(open_plan(disputed, author=ME)) as opened:
        opened.merge(copy_path)
        yield opened


@pytest.fixture
def disputed_window(window: MainWindow, disputed: Path) -> MainWindow:
    """A window of the HR Manager with the plan open, the copy not merged yet."""
    window.settings.change(author=ME)
    window.deeds.open_path(disputed)
    return window
