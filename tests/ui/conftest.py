"""What tests of the window stand on: a recorder in place of message boxes, and a window with a real plan in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import OpenPlan, create_plan
from mkplanner.settings import SettingsFile
from mkplanner.ui import messages, tasks
from mkplanner.ui.look import theme
from mkplanner.ui.window.mainwindow import MainWindow


@pytest.fixture(autouse=True)
def recorder() -> Iterator[messages.Recorder]:
    """Keeps what the user would have been told."""
    kept = messages.Recorder()
    before = messages.use(kept)
    yield kept
    messages.use(before)


@pytest.fixture
def listened_to(qapp) -> Iterator[None]:
    """Somebody listens with a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def settings() -> SettingsFile:
    """The settings of an empty profile."""
    return SettingsFile()


@pytest.fixture
def dressed(qapp) -> Iterator[theme.Theme]:
    """The application in its light theme, undressed again afterwards."""
    font = qapp.font()
    dressing = theme.install(qapp, "light", 100)
    yield dressing
    dressing.undress()
    qapp.setFont(font)


def write_plan(path: Path) -> OpenPlan:
    """Make a small plan of the Saltway Partnership: an action with two sub-actions, a second action, one party."""
    opened = create_plan(path, PlanInfo(new_id(), "Saltway audit plan", start=date(2026, 4, 1), end=date(2028, 3, 31)))
    rows = (
        AddItem("Agree one audit team", id="a", fields=(("by_when", "By 31 March 2027"), ("status", "at risk"))),
        AddItem(
            "Consult the staff", parent="a", id="a1", fields=(("by_when", "Oct 26 – Jan 27"), ("owners", "HR Manager"))
        ),
        AddItem("Sign the agreement", parent="a", id="a2", fields=(("status", "complete"),)),
        AddItem("Share one telephone system", id="b", fields=(("by_when", "Spring 2027"),)),
    )
    opened.session.run(Together("Write the plan", (*rows, AddParty("Joint Board"))))
    return opened


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    """A small plan on the disk."""
    path = tmp_path / "saltway.mkplan"
    write_plan(path).close()
    return path


@pytest.fixture
def window(qtbot, dressed, settings) -> Iterator[MainWindow]:
    """A window on its start page."""
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_start()
    made.show()
    made.complete()
    yield made
    made.close()
    tasks.wait_for_tasks()


@pytest.fixture
def plan_window(window, plan_path) -> MainWindow:
    """A window with the small plan open in the timetable."""
    window.deeds.open_path(plan_path)
    return window
