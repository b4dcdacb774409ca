"""From a text to a paper, by keys alone and by mouse: bring in, find, group, revise, link, break, move, undo all, export."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu, QPushButton, QWidget

from mkplanner.cli.main import main
from mkplanner.models.links.following import broken_by
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from mkplanner.ui.notices.links import RemedyLinks
from tests.charts.paper import words_of
from tests.ui import story
from tests.ui.mousehand import choose_from, click, click_cell, click_part, double_click_cell, seen, write


def target() -> QWidget:
    """Whoever gets the next key: an open menu, else the widget with the cursor."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def press(qtbot, *steps: str) -> None:
    for step in steps:
        if step.startswith("“"):
            QTest.keyClicks(target(), step[1:])
        else:
            keys = QKeySequence(step)[0]
            QTest.keyClick(target(), keys.key(), keys.keyboardModifiers())
        qtbot.wait(30)


def then(deed: Callable[[QDialog], None]) -> None:
    """Have something done in the dialogue that opens next, which waits for its answer."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            deed(dialog)
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


@pytest.fixture
def brought_in(window, qtbot, tmp_path):
    """A window in which the text was just brought in by Enter in the preview."""
    path = tmp_path / "harbour.txt"
    path.write_text(story.PLAN, encoding="utf-8")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    then(lambda dialog: bring_in(dialog, qtbot))
    window.deeds.bringing.read_file(path)
    qtbot.waitUntil(lambda: window.desk is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def bring_in(dialog: QDialog, qtbot) -> None:
    qtbot.waitUntil(dialog.findChild(QPushButton, "bring_in").isEnabled)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def titled(window, words: str):
    return next(item for item in window.desk.bridge.plan.items.values() if words in item.title)


def test_the_story_is_told_by_keys_alone(brought_in, qtbot, tmp_path):
    window = brought_in
    before = window.desk.bridge.plan
    press(qtbot, *story.FIND)
    strategy, telephones = titled(window, "one procurement strategy"), titled(window, "Procurement of the new")
    assert window.desk.selected() == (strategy.id,)

    press(qtbot, *story.GROUP)
    assert window.desk.view.arranger.query.group == "owner"
    assert not isinstance(target(), QMenu)

    press(qtbot, "Right")
    press(qtbot, *story.REVISE)
    revised = titled(window, "one procurement strategy")
    assert (revised.by_when.words, revised.original.words) == ("30.4.27", "31.1.27")
    assert revised.revised_reason == "Both cabinets meet in April"

    press(qtbot, *story.LINK)
    (link,) = window.desk.bridge.plan.links
    assert (link.before, link.after) == (strategy.id, telephones.id)
    assert broken_by(window.desk.bridge.plan, link) is None

    press(qtbot, "Down", "Up")
    press(qtbot, *story.BREAK)
    assert broken_by(window.desk.bridge.plan, link) is not None
    about = titled(window, "Procurement of the new")
    qtbot.waitUntil(lambda: any(notice.item == about.id for notice in window.docks._found))

    press(qtbot, *story.ACCEPT)
    assert broken_by(window.desk.bridge.plan, link) is None
    assert titled(window, "Procurement of the new").by_when.words == "1.5.28"

    press(qtbot, *story.UNDO_ALL)
    assert window.desk.bridge.plan == before

    then(lambda dialog: make(dialog, qtbot))
    press(qtbot, "Ctrl+P")
    (paper,) = Path(window.deeds.files.folder).glob("*.pdf")
    said = words_of(paper)
    assert "Head of Law" in said
    assert "new telephones" in said
    assert "Train the officers" not in said


def make(dialog: QDialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog._document is not None, timeout=10_000)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.saved is not None, timeout=20_000)


def revise(window, words: str, reason: str, title: str) -> None:
    """A later date with its reason, by mouse: two clicks on the cell, the reason's field, and the button below."""
    table = window.desk.view.table
    double_click_cell(table, table.plan_tree.index_of(titled(window, title).id, BY_WHEN))
    write(words)
    popup = seen(window, "reading_popup")
    click_part(popup, "reason")
    write(reason)
    click_part(popup, "keep_date")


def test_the_story_is_told_by_mouse(brought_in, qtbot):
    window, table = brought_in, brought_in.desk.view.table
    window.resize(1366, 700)
    before = window.desk.bridge.plan
    strategy, telephones = titled(window, "one procurement strategy").id, titled(window, "Procurement of the new").id

    click_part(window, "filter")
    write("procurement")
    qtbot.waitUntil(lambda: window.desk.view.model.filter == "procurement")
    choose_from(window.menuBar(), "View", "Group by", "Owner")
    assert window.desk.view.arranger.query.group == "owner"
    assert QApplication.activePopupWidget() is None

    revise(window, "30.4.27", "Both cabinets meet in April", "one procurement strategy")
    revised = titled(window, "one procurement strategy")
    assert (revised.by_when.words, revised.original.words) == ("30.4.27", "31.1.27")
    assert revised.revised_reason == "Both cabinets meet in April"

    click_cell(table, table.plan_tree.index_of(strategy, TITLE))
    click_cell(table, table.plan_tree.index_of(telephones, TITLE), adds=True)
    click_part(window, "button_link")
    (link,) = window.desk.bridge.plan.links
    assert (link.before, link.after) == (strategy, telephones)

    revise(window, "30.4.28", "The inquiry comes first", "one procurement strategy")
    assert broken_by(window.desk.bridge.plan, link) is not None
    notices = window.docks.notices
    qtbot.waitUntil(lambda: any(notice.item == telephones for notice in window.docks._found))
    listing = notices.findChild(QListView, "notices")
    row = next(row for row in range(listing.model().rowCount()) if "before" in listing.model().index(row, 0).data())
    click_cell(listing, listing.model().index(row, 0))
    links = notices.findChild(RemedyLinks)
    qtbot.waitUntil(links.isVisible)
    click(links, QPoint(8, 8))
    assert broken_by(window.desk.bridge.plan, link) is None
    assert titled(window, "Procurement of the new").by_when.words == "1.5.28"

    for _ in story.UNDO_ALL:
        click_part(window, "button_undo")
    assert window.desk.bridge.plan == before

    then(lambda dialog: make_by_mouse(dialog, qtbot))
    click_part(window, "button_export")
    (paper,) = Path(window.deeds.files.folder).glob("*.pdf")
    said = words_of(paper)
    assert "Head of Law" in said
    assert "Train the officers" not in said


def make_by_mouse(dialog: QDialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog._document is not None, timeout=10_000)
    click_part(dialog, "make_pdf")
    qtbot.waitUntil(lambda: dialog.saved is not None, timeout=20_000)


TOOLS = ("Xvfb", "openbox", "xdotool")
OF_X = {"Return": "Return", "Ctrl": "ctrl", "Alt": "alt", "Shift": "shift"}


@contextmanager
def screen(home: Path) -> Iterator[dict[str, str]]:
    """A screen and a window manager of their own, ended afterwards; brings the surroundings of a program there."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        around = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "MKPLANNER_PROFILE": str(home)}
        with subprocess.Popen(["openbox"], env=around, stderr=subprocess.DEVNULL) as manager:
            yield around
            manager.terminate()
        server.terminate()


def told(around: dict[str, str], *steps: str) -> None:
    """Press and type as a person would, a moment between one and the next."""
    for step in steps:
        keys = "+".join(OF_X.get(part, part.lower() if len(part) == 1 else part) for part in step.split("+"))
        typed = ["type", "--delay", "20", "--", step[1:]] if step.startswith("“") else ["key", "--clearmodifiers", keys]
        subprocess.run(["xdotool", *typed], env=around, check=True)
        time.sleep(0.6)


def awaited(around: dict[str, str], title: str) -> None:
    found = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync"]
    subprocess.run(found, env=around, check=True, timeout=60)
    time.sleep(1)


def kept(home: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    """The plan as this computer keeps it, whether or not it has been saved."""
    (plan,) = home.glob("working/*/plan.mkplan")
    capsys.readouterr()
    assert main(["show", str(plan), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.full
@pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs Xvfb, openbox and xdotool")
def test_the_story_is_told_on_a_screen_of_its_own(tmp_path, capsys):
    text, home = tmp_path / "harbour.txt", tmp_path / "profile"
    text.write_text(story.PLAN, encoding="utf-8")
    with (
        screen(home) as around,
        subprocess.Popen([sys.executable, "-m", "mkplanner"], env=around, stderr=subprocess.DEVNULL) as program,
    ):
        awaited(around, "MK Planner")
        told(around, "Alt+F", "B")
        awaited(around, "Choose a file")
        told(around, f"“{text}", "Return")
        awaited(around, "Bring in")
        told(around, "Return")
        awaited(around, "Harbour")
        before = kept(home, capsys)
        told(around, *story.FIND, *story.GROUP, "Right", *story.REVISE, *story.LINK, "Down", "Up", *story.BREAK)
        told(around, *story.ACCEPT)
        done = kept(home, capsys)
        told(around, *story.UNDO_ALL)
        after = kept(home, capsys)
        told(around, "Ctrl+P")
        awaited(around, "Board paper")
        time.sleep(2)
        told(around, "Return")
        time.sleep(4)
        program.terminate()
    assert len(done["dependencies"]) == 1
    assert [item["by_when"]["words"] for item in done["items"]].count("1.5.28") == 1
    assert after == before
    (paper,) = home.glob("plans/*.pdf")
    assert "Head of Law" in words_of(paper)
    assert "Train the officers" not in words_of(paper)


@pytest.mark.full
@pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs Xvfb, openbox and xdotool")
def test_the_story_is_told_by_mouse_on_a_screen_of_its_own(tmp_path):
    story_by_mouse = f"{__file__}::{test_the_story_is_told_by_mouse.__name__}"
    with screen(tmp_path / "profile") as around:
        told_there = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", story_by_mouse]
        done = subprocess.run(told_there, env=around, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-3000:]
