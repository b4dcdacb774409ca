"""The habits of `conventions.md`: each has a test that shows it. The keys that everybody knows, and the network left alone."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from mkplanner.ui.actiontable import TABLE
from tests.conftest import CHECKOUT

TESTS = CHECKOUT / "tests"
KEYS = {
    "new": "Ctrl+N",
    "open": "Ctrl+O",
    "publish": "Ctrl+S",
    "save_copy": "F12",
    "export": "Ctrl+P",
    "close_plan": "Ctrl+W",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "copy": "Ctrl+C",
    "cut": "Ctrl+X",
    "paste": "Ctrl+V",
    "fill_down": "Ctrl+D",
    "clear": "Del",
    "edit": "F2",
    "add_action": "Ins",
    "indent": "Alt+Shift+Right",
    "outdent": "Alt+Shift+Left",
    "move_up": "Alt+Up",
    "move_down": "Alt+Down",
    "link": "Ctrl+F2",
    "details": "Alt+Return",
    "set_today": "Ctrl+;",
    "find": "Ctrl+F",
    "find_next": "F3",
    "go_to": "Ctrl+G",
    "next_pane": "F6",
    "zoom_in": "Ctrl++",
    "zoom_out": "Ctrl+-",
    "full_screen": "F11",
    "help_here": "F1",
}
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "xmlrpc", "requests", "httpx", "aiohttp", "urllib.request"}


def habits() -> dict[str, list[str]]:
    """Read the table: each habit with the tests that show it."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", (TESTS / "conventions.md").read_text("utf-8"), re.MULTILINE)
    return {habit: shown.split(", ") for habit, shown in rows if habit != "Habit"}


@cache
def names_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file."""
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    return frozenset(node.name for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, functions))


def test_there_are_habits():
    assert len(habits()) > 50


@pytest.mark.parametrize("habit", habits())
def test_every_habit_has_the_tests_that_are_named_for_it(habit):
    for shown in habits()[habit]:
        name, _, test = shown.partition("::")
        assert (TESTS / name).is_file(), f"{name} is not there"
        assert not test or test in names_in(TESTS / name), f"{test} is not in {name}"


@pytest.mark.parametrize("command", KEYS)
def test_commands_have_the_keys_that_people_know(command):
    assert KEYS[command] in TABLE[command].keys


def test_nothing_here_calls_the_network():
    found = []
    for path in (CHECKOUT / "mkplanner").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            found += [f"{path.name}: {name}" for name in names if name in NETWORK or "QtNetwork" in name]
    assert found == []
