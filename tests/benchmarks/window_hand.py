"""A hand on the window of a large plan: presses keys, and tells how long the window's own thread worked until it was painted.

Processor time of one thread is what counts: others who work on the machine leave it alone. Beside the time to the paint
stands the longest turn of what is done afterwards, for as long as which the window would hear of no key.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from bench_timetable import Painted
from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mkplanner.app import get_ready, make_application
from mkplanner.settings import SettingsFile
from mkplanner.ui.window.mainwindow import MainWindow

SIZE = (1366, 768)
QUIET = 0.35
"""Seconds without work after which a deed counts as done."""
LONGEST = 3.0
"""Seconds after which a deed is left alone although nothing was painted, as for one that shows nothing."""
WORK = 0.0015
"""Less than this, in a turn, is waiting."""


def now() -> float:
    """Milliseconds that this thread has worked."""
    return time.thread_time() * 1000


class Times:
    """Milliseconds of one deed: to its paint, to the end of all that follows, and the longest turn of what follows."""

    def __init__(self, painted: float, done: float, longest: float) -> None:
        self.painted, self.done, self.longest = painted, done, longest


class Hand:
    """Works one window on a plan that is open in it."""

    def __init__(self, path: Path) -> None:
        settings = SettingsFile()
        self.app = make_application(settings)
        self.window = window = MainWindow(settings)
        window.show_start()
        window.resize(*SIZE)
        window.show()
        window.complete()
        get_ready(window)
        self.rest(1.0)
        window.deeds.open_path(path)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self.rest(3.0)

    @property
    def view(self):  # type: ignore[no-untyped-def]
        """The timetable."""
        return self.window.desk.view

    @property
    def table(self):  # type: ignore[no-untyped-def]
        """The table of the timetable."""
        return self.view.table

    def rest(self, longest: float = 20.0) -> tuple[float, float]:
        """Let the window work until it has nothing more to do; milliseconds of work, and those of its longest turn."""
        start, most = now(), 0.0
        end = time.perf_counter() + longest
        quiet_since = time.perf_counter()
        while (clock := time.perf_counter()) < end and clock - quiet_since < QUIET:
            before = now()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            QApplication.sendPostedEvents(None, 52)  # what is to be deleted goes away at once
            spent = now() - before
            most = max(most, spent)
            if spent > WORK * 1000:
                quiet_since = time.perf_counter()
            else:
                time.sleep(0.001)
        return now() - start, most

    def press(self, *steps: str) -> None:
        """Press keys one after another on whoever has the cursor; a step that begins with “ is typed letter by letter."""
        for step in steps:
            if step.startswith("“"):
                QTest.keyClicks(self.target(), step[1:])
            else:
                keys = QKeySequence(step)[0]
                QTest.keyClick(self.target(), keys.key(), keys.keyboardModifiers())

    def target(self) -> QWidget:
        """Whoever gets the next key."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        return found if found is not None else self.window

    def time(self, deed: Callable[[], object], *watched: QWidget | None) -> Times:
        """Do something; the times until these widgets are painted, else the table or whoever stands in its place.

        None is for a deed that paints nothing.
        """
        painted = [Painted(widget) for widget in (watched or self.panes()) if widget is not None]
        start = now()
        deed()
        end = time.perf_counter() + LONGEST
        while not all(each.count for each in painted) and time.perf_counter() < end:
            before = now()
            QApplication.processEvents()
            if now() - before < WORK * 100:
                time.sleep(0.001)
        shown = now() - start
        rest, most = self.rest()
        return Times(shown, shown + rest, most)

    def keys(self, *steps: str) -> Times:
        """Press keys and wait for the paint."""
        return self.time(lambda: self.press(*steps))

    def panes(self) -> tuple[QWidget, ...]:
        """What is painted of the timetable: the rows."""
        return (self.table.viewport(),) if self.window.desk.name == "timetable" else (self.window.desk.view,)

    def dialogue(self, open_it: Callable[[], object], deed: Callable[[QDialog], object] = QDialog.reject) -> Times:
        """Open a dialogue that waits for its answer; the times until it stands there, with what is done in it left out."""
        found: dict[str, float] = {}

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                QTimer.singleShot(0, look)
            elif "shown" not in found:
                found["shown"] = now() - start
                QTimer.singleShot(0, look)
            else:
                found["painted"] = now() - start
                deed(dialog)

        QTimer.singleShot(0, look)
        start = now()
        open_it()
        rest, most = self.rest()
        self.window.activateWindow()
        self.rest()
        return Times(found["painted"], found["painted"] + rest, most)

    def go(self, item: str, column: int = 1) -> None:
        """Stand on a row, with nothing else chosen."""
        if self.table.state() == self.table.State.EditingState:
            self.press("Esc")
        self.table.setFocus()
        self.table.choose(item, column)
        self.rest()

    def choose(self, first: str, count: int, column: int = 1) -> None:
        """Choose so many neighbouring rows of the plan as it is shown, as the pointer with Shift held would."""
        table, tree = self.table, self.table.plan_tree
        self.go(first, column)
        last = tree.index_of(first, column)
        for _ in range(count - 1):
            last = table.indexBelow(last).siblingAtColumn(column)
        table.scrollTo(last)
        self.rest()
        at = table.visualRect(last).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
        self.rest()

    def drag(self, item: str, onto: str) -> Times:
        """Drag a row by its number below another one; the time of the drop alone."""
        table, port = self.table, self.table.viewport()
        self.go(item, 0)
        start = table.visualRect(table.plan_tree.index_of(item, 0)).center()
        end = table.visualRect(table.plan_tree.index_of(onto, 1)).center()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, Qt.KeyboardModifier.NoModifier, start)
        for share in (0.2, 0.6, 1.0):
            step = start + (end - start) * share
            self._move(port, QPoint(round(step.x()), round(step.y())))
        return self.time(lambda: QTest.mouseRelease(port, left, Qt.KeyboardModifier.NoModifier, end))

    def _move(self, port: QWidget, at: QPoint) -> None:
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        there = QPointF(at)
        over = QPointF(port.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, there, over, none, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(port, event)
        QApplication.processEvents()


def leave() -> None:
    """End the process as it is; the window is thrown away."""
    os._exit(0)
