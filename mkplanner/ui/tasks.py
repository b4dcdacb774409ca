"""Long work beside the window: one lane for jobs that use the plan's file, a pool for all others.

The work runs on another thread and may touch only what never changes (a `Plan`) and its `Progress`; `done` and `failed` are
called on the window's own thread. A progress window appears only when the work takes longer than a moment. Nothing of the
window may be let go on the other thread, where Qt would take it apart under the window's hands: see `_Errand`.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from mkplanner.ui import messages
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme

log = logging.getLogger(__name__)

PATIENCE = 600
"""Milliseconds before the progress window appears."""

Work = Callable[[Progress], Any]


class Task(QObject):
    """One running piece of work; `ended` comes last of all, whatever the outcome."""

    ended = Signal()
    _reported = Signal(int, int, str)

    def __init__(self, parent: QWidget | None, title: str, work: Work) -> None:
        super().__init__()
        self.progress = Progress(self._reported.emit)
        self._parent = parent
        self._title = title
        self._work = work
        self._window: ProgressWindow | None = None
        self._is_quiet = False
        self.is_hurried = False
        self.done: Callable[[Any], None] | None = None
        self.failed: Callable[[PlannerError], None] | None = None
        self._reported.connect(self._show_report, Qt.ConnectionType.QueuedConnection)
        self._last_report = (0, 0, "")

    def start(self, lane: QThreadPool, *, quiet: bool) -> None:
        """Begin on a lane; a quiet task never shows a progress window."""
        _running.add(self)
        self._is_quiet = quiet
        if not quiet:
            QTimer.singleShot(PATIENCE, self, self._show_window)
        lane.start(_Errand(self, self._work, self.progress, _letter_box()))

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self.progress.cancel()

    def _show_report(self, done: int, total: int, label: str) -> None:
        self._last_report = (done, total, label)
        if self._window is not None and isValid(self._window):
            self._window.show_report(done, total, label)

    def _show_window(self) -> None:
        if self not in _running or self._parent is None or self._is_for_nobody() or not self._parent.isVisible():
            return
        self._window = ProgressWindow(self._parent, self._title, self.cancel)
        self._window.show_report(*self._last_report)
        self._window.show()

    def finish(self, result: object, trouble: Exception | None) -> None:
        """Back on the window's thread: tell how it went."""
        _running.discard(self)
        if self._window is not None and isValid(self._window):  # it goes with its parent
            self._window.hide()
            self._window.deleteLater()
        try:
            if not self._is_for_nobody():
                self._tell(result, trouble)
            elif trouble is not None:
                log.warning("%s, for nobody any more: %r", self._title, trouble)
        finally:
            self.ended.emit()
            self._let_go()

    def _let_go(self) -> None:
        """Know nothing of the window any more, else its progress window and it would keep each other."""
        self._parent = self._window = self.done = self.failed = None

    def _is_for_nobody(self) -> bool:
        """Whether who asked for the work is gone: a dialogue that was closed, a plan that was put away unfinished."""
        asked = (self._parent, getattr(self.done, "__self__", None))
        return any(isinstance(each, QObject) and not isValid(each) for each in asked)

    def _tell(self, result: object, trouble: Exception | None) -> None:
        if trouble is None:
            if self.done is not None:
                self.done(result)
        elif isinstance(trouble, Cancelled) and self._is_quiet:
            return
        elif isinstance(trouble, Cancelled):
            messages.note(self._parent, self.tr("Stopped. Nothing was changed."))
        elif isinstance(trouble, PlannerError):
            log.warning("%s: %s %s", self._title, trouble, trouble.detail)
            if self.failed is not None:
                self.failed(trouble)
            else:
                messages.error(self._parent, trouble)
        else:
            raise trouble


class ProgressWindow(FittingDialog):
    """Says what is being done, how far it has got, and lets the user stop it."""

    def __init__(self, parent: QWidget, title: str, cancel: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setObjectName("progress_window")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._cancel = cancel
        self._words = QLabel(title, wordWrap=True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(title)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._words, self._bar):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._stop)
        self.add_foot(layout, row)
        self.setMinimumWidth(theme.px(360))

    def show_report(self, done: int, total: int, label: str) -> None:
        """Show how far the work has got; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if label:
            self._words.setText(label)

    def reject(self) -> None:
        """Ask the work to stop; the window closes when it has."""
        self._stop.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
        self._cancel()


class _Errand:
    """What a lane carries out. When it tells that it is over it holds nothing any more: the task and all that its work knows
    of the window are let go by the window's thread, which may be the quicker one.
    """

    def __init__(self, task: Task, work: Work, progress: Progress, letter_box: _LetterBox) -> None:
        self._held: list[tuple[Task, Work, Progress]] = [(task, work, progress)]
        self._letter_box = letter_box

    def __call__(self) -> None:
        self._letter_box.letters.append(self._carry_out())
        with suppress(RuntimeError):  # the program has ended meanwhile, and nobody is left to tell
            self._letter_box.filled.emit()

    def _carry_out(self) -> _Letter:
        task, work, progress = self._held.pop()
        try:
            return task, work(progress), None
        except Exception as trouble:
            return task, None, trouble


_Letter = tuple[Task, object, Exception | None]


class _LetterBox(QObject):
    """Brings outcomes home to the window's thread; one for all tasks, so that no thread holds a task to tell of it."""

    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.letters: deque[_Letter] = deque()
        self.filled.connect(self._empty, Qt.ConnectionType.QueuedConnection)

    def _empty(self) -> None:
        """Tell the oldest outcome; each has its own signal, and what goes wrong with one keeps no other back."""
        task, result, trouble = self.letters.popleft()
        task.finish(result, trouble)


_running: set[Task] = set()
_file_lane: QThreadPool | None = None
_box: _LetterBox | None = None


def run_task(
    parent: QWidget | None,
    title: str,
    work: Work,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[PlannerError], None] | None = None,
    *,
    uses_file: bool = False,
    quiet: bool = False,
    hurried: bool = False,
) -> Task:
    """Do `work` beside the window, then call `done` with what it returned.

    A `PlannerError` goes to `failed`, or to the user where there is none; a bug reaches the crash window. Jobs with
    `uses_file` run one after another. While a `hurried` one runs, work that nobody waits for holds back (see `is_hurried`).
    """
    task = Task(parent, title, work)
    task.done, task.failed = done, failed
    task.is_hurried = hurried
    task.start(_lane() if uses_file else QThreadPool.globalInstance(), quiet=quiet)
    return task


def is_hurried() -> bool:
    """Whether something is being worked out that the user looks for: Python does one thing at a time, so others should wait."""
    return any(task.is_hurried for task in _running)


def are_running() -> bool:
    """Whether any work is under way beside the window."""
    return bool(_running)


def wait_for_tasks() -> None:
    """Wait until no work is running any more; used when the program ends, so that no file is left half-way."""
    _lane().waitForDone()
    QThreadPool.globalInstance().waitForDone()


def _lane() -> QThreadPool:
    global _file_lane
    if _file_lane is None:
        _file_lane = QThreadPool()
        _file_lane.setMaxThreadCount(1)
    return _file_lane


def _letter_box() -> _LetterBox:
    global _box
    if _box is None:
        _box = _LetterBox()
    return _box
