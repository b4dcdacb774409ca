"""The start of the program: what may not be loaded before the first window is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import create_plan

FIRST_PICTURE = """
import builtins, json, linecache, sys
imports = builtins.__import__
from pathlib import Path
from mkplanner import app
def tell(application, _window):
    sources = [name for name in linecache.cache if "mkplanner" in name]
    from PySide6 import QtCore, QtGui, QtWidgets
    classes = [name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)]
    print(json.dumps([list(sys.modules), sources, builtins.__import__ is imports, classes]))
    application.quit()
app._complete = tell
app.run_window(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
"""
"""A program that says, as soon as its window has been painted, what it has loaded, which of our sources it has read, and
which of Qt's classes it has asked for."""

FOR_THE_START_PAGE = {"start", "look", "window", "arranging", "files", "help", "importing"}
"""The rooms of `mkplanner.ui` from which the start page and the menu bar take anything at all."""

NOT_FOR_THE_FIRST_PICTURE = {
    "mkplanner.models.timeframes.statements",  # how dates are written, which nobody has typed yet
    "mkplanner.models.timeframes.scan",
    "mkplanner.models.store.repository",
    "mkplanner.ui.rasic.view",
    "mkplanner.ui.printing.dialog",
    "mkplanner.ui.preferences",
    "mkplanner.charts.reports.registry",
}
NOT_FOR_THE_START_PAGE = {
    "dataclasses",
    "datetime",
    "html",
    "sqlite3",
    "mkplanner.models.plan",
    "mkplanner.models.notice",
}
QT_NOT_FOR_THE_START_PAGE = {
    *("QStyle", "QAccessible", "QGradient"),  # with hundreds of names each, which Python makes one by one
    "QScrollEvent",  # it comes with all other events, where somebody hears every event
    *("QAbstractItemView", "QTextEdit", "QPlainTextEdit", "QComboBox", "QSpinBox", "QProcess"),
}
SLOW_TO_LOAD = {"sqlalchemy", "reportlab", "matplotlib", "pikepdf", "numpy", "PIL", "lxml", "hypothesis"}


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A plan with one dated row."""
    path = tmp_path / "saltway.mkplan"
    made = create_plan(path, PlanInfo("5a1f5b1e-3a0e-4a76-9be1-0a7f2f1d7c11", "Saltway audit plan"))
    made.session.run(AddItem("Agree one audit team", fields=(("by_when", "By 31 March 2027"),)))
    made.close()
    return path


def start(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start a Python in the checkout that ends by itself after the program's first paint."""
    environment = {**os.environ, "MKPLANNER_QUIT_AFTER_PAINT": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=checkout, env=environment, capture_output=True, text=True, timeout=120
    )


def test_the_window_is_imported_without_database_or_paper(checkout):
    question = "import json, sys, mkplanner.app, mkplanner.ui.window.mainwindow; print(json.dumps(list(sys.modules)))"

    done = start(checkout, "-c", question)

    assert done.returncode == 0, done.stderr
    assert SLOW_TO_LOAD & {name.split(".")[0] for name in json.loads(done.stdout)} == set()


def test_the_first_paint_comes_before_database_and_paper(checkout):
    done = start(checkout, "-X", "importtime", "-m", "mkplanner")

    loaded = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert done.returncode == 0, done.stderr[-2000:]
    assert "mkplanner.ui.window.mainwindow" in loaded
    assert SLOW_TO_LOAD & {name.split(".")[0] for name in loaded} == set()


def shown(checkout: Path, *arguments: str) -> tuple[set[str], list[str], bool, set[str]]:
    """What a window had loaded when it was painted.

    Modules, our sources that were read, whether imports are Python's own, and classes of Qt.
    """
    done = start(checkout, "-c", FIRST_PICTURE, *arguments)
    assert done.returncode == 0, done.stderr
    modules, sources, is_plain, classes = json.loads(done.stdout.splitlines()[-1])
    return set(modules), sources, is_plain, set(classes)


def test_the_start_page_loads_nothing_that_belongs_to_an_open_plan(checkout):
    modules, _, _, classes = shown(checkout)

    rooms = {name.split(".")[2] for name in modules if name.startswith("mkplanner.ui.") and name.count(".") > 2}
    assert rooms <= FOR_THE_START_PAGE
    assert not {name for name in modules if name.startswith(("mkplanner.models.commands", "mkplanner.models.store"))}
    assert modules & NOT_FOR_THE_START_PAGE == set()
    assert "QLabel" in classes
    assert classes & QT_NOT_FOR_THE_START_PAGE == set()


def test_a_plan_is_shown_without_what_its_first_picture_does_not_need(checkout, plan_file):
    modules, _, _, _ = shown(checkout, str(plan_file))

    assert "mkplanner.ui.timetable.view" in modules
    assert modules & NOT_FOR_THE_FIRST_PICTURE == set()
    assert SLOW_TO_LOAD & {name.split(".")[0] for name in modules} == set()


def test_qt_does_not_read_the_sources_of_what_is_loaded_after_it(checkout):
    _, sources, is_plain, _ = shown(checkout)

    assert is_plain
    assert sources == []
