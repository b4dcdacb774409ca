"""A window of the program in a process and a profile of its own, which does what it is told line by line.

python -m tests.ui.otherwindow PLAN

Each line of standard input is a deed with its words, as JSON; the answer is one line of JSON when it is done. Run by the
trials of two windows, never imported by them.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from mkplanner.app import make_application
from mkplanner.settings import SettingsFile
from mkplanner.ui import messages, tasks
from mkplanner.ui.window.mainwindow import MainWindow

LONGEST = 30.0


class Other:
    """Carries out the deeds in a real window, with its keys, menus and dialogues."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def type_title(self, place: str, words: str) -> None:
        """Type another title into the row at this place of the outline."""
        window = self._window
        table = window.desk.view.table  # type: ignore[union-attr]
        table.setFocus()
        table.go_to(window.desk.view.model.index(int(place), 1))  # type: ignore[union-attr]
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def save(self) -> None:
        """Save now, and wait until it is done."""
        self._window.commands["publish"].trigger()
        self.wait(lambda: self._window.desk.opened.saved_state.published)  # type: ignore[union-attr]

    def wait_for_title(self, words: str) -> None:
        """Wait until a row with this title has appeared by itself."""
        self.wait(lambda: words in self.titles())

    def wait_for_conflicts(self, number: str) -> None:
        """Wait until so many conflicts are told by themselves."""
        self.wait(lambda: len(self.conflicts()) == int(number))

    def settle(self, own: str) -> None:
        """Review the conflicts by keyboard: take the version at this place, settle."""

        def choose() -> None:
            dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
            assert isinstance(dialog, QDialog)
            QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Space)
            for _ in range(int(own)):
                QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Down)
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

        self.wait(lambda: self._window.commands["review_conflicts"].isEnabled())
        QTimer.singleShot(1000, choose)
        self._window.commands["review_conflicts"].trigger()
        self.wait(lambda: not self.conflicts())

    def titles(self) -> list[str]:
        """Return every title in sight."""
        return [item.title for item in self._window.desk.bridge.plan.items.values()]  # type: ignore[union-attr]

    def conflicts(self) -> list[str]:
        """Return what several people wrote at the same time, as the notices say it."""
        return [each.sentence for each in self._window.desk.opened.conflicts()]  # type: ignore[union-attr]

    def window_title(self) -> str:
        """Return what stands above the window."""
        return self._window.windowTitle()

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        tasks.wait_for_tasks()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + LONGEST
        while not until():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(20)


def listen(deeds: SimpleQueue[list[str]]) -> None:
    for line in sys.stdin:
        deeds.put(json.loads(line))
    deeds.put(["end"])


def main(path: Path) -> None:
    settings = SettingsFile()
    make_application(settings)
    messages.use(messages.Recorder())
    window = MainWindow(settings)
    window.resize(1366, 768)
    window.show_start(path)
    window.show()
    other = Other(window)
    deeds: SimpleQueue[list[str]] = SimpleQueue()
    threading.Thread(target=listen, args=(deeds,), daemon=True).start()
    print(json.dumps("here"), flush=True)
    while True:
        try:
            name, *words = deeds.get_nowait()
        except Empty:
            QTest.qWait(20)
            continue
        if name == "end":
            return
        print(json.dumps(getattr(other, name)(*words)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
