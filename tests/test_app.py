import os
import subprocess
import sys

import pytest

from mkplanner.models.ids import new_id
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import create_plan


@pytest.fixture
def plan_path(tmp_path):
    path = tmp_path / "saltway.mkplan"
    create_plan(path, PlanInfo(new_id(), "Saltway audit plan")).close()
    return path


def run(checkout, *arguments):
    """Start the program in a process of its own; it ends after its first paint."""
    environment = {**os.environ, "MKPLANNER_QUIT_AFTER_PAINT": "1"}
    command = [sys.executable, "-m", "mkplanner", *arguments]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=120)


def test_the_program_shows_its_window_and_ends(checkout, profile):
    done = run(checkout)

    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr


def test_a_plan_on_the_command_line_is_opened_and_remembered(checkout, profile, plan_path):
    done = run(checkout, str(plan_path))

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Saltway audit plan" in (profile / "settings.json").read_text("utf-8")


SPEAK = """
import sys
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDateEdit, QSpinBox
from mkplanner.app import make_application
from mkplanner.settings import SettingsFile
app = make_application(SettingsFile())
day, number = QDateEdit(QDate(2027, 3, 31)), QSpinBox(maximum=9999, value=1500)
day.setDisplayFormat("d MMMM yyyy")
number.setGroupSeparatorShown(True)
keys = QKeySequence("Ctrl+Shift+Del").toString(QKeySequence.SequenceFormat.NativeText)
print(QLocale().name(), day.text(), number.text(), keys, sep="|")
"""
"""Says how Qt writes a day, a number and a key once the program has set itself up."""


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "cy_GB.UTF-8"])
def test_the_program_stays_british_on_a_computer_in_another_language(checkout, language):
    around = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": language[:2]}
    done = subprocess.run([sys.executable, "-c", SPEAK], cwd=checkout, env=around, capture_output=True, text=True)

    assert done.stdout.strip() == "en_GB|31 March 2027|1,500|Ctrl+Shift+Del", done.stderr


STYLED = """
from mkplanner.app import make_application
from mkplanner.settings import SettingsFile
print(make_application(SettingsFile()).style().objectName())
"""


def test_the_program_wears_its_own_style_whatever_the_desktop_wears(checkout):
    around = {**os.environ, "QT_STYLE_OVERRIDE": "windows"}
    done = subprocess.run([sys.executable, "-c", STYLED], cwd=checkout, env=around, capture_output=True, text=True)

    assert done.stdout.strip() == "fusion", done.stderr


def test_every_button_has_words_of_our_own(checkout):
    named = [path for path in (checkout / "mkplanner").rglob("*.py") if "StandardButton" in path.read_text("utf-8")]
    assert named == [], "a desktop writes Qt's own buttons in its language; use addButton with words and a role"


def test_the_order_of_things_is_settings_log_theme_window(checkout):
    source = (checkout / "mkplanner" / "app.py").read_text("utf-8")
    body = source[source.index("def run_window") :]

    places = [
        body.index(words) for words in ("SettingsFile()", "start_log()", "make_application(settings)", "MainWindow(s")
    ]
    assert places == sorted(places)


def test_what_a_plan_needs_is_loaded_beside_the_start_page(qtbot, monkeypatch):
    from PySide6.QtWidgets import QWidget

    from mkplanner import app

    class Window(QWidget):
        has_bar = False

        @property
        def plan_bar(self):
            self.has_bar = True

    loaded = []
    monkeypatch.setattr(app, "READY_AFTER", 0)
    monkeypatch.setattr(app, "import_module", loaded.append)
    window = Window()
    qtbot.addWidget(window)
    app.get_ready(window)
    qtbot.waitUntil(lambda: tuple(loaded) == app.FOR_PLANS and window.has_bar, timeout=5000)
