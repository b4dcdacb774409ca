"""Work without which the window cannot go on, such as opening a file: as quick as ever where it is quick, and where a shared
place takes its time the window stays alive, says so, and the wait can be given up.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from mkplanner.progress import Cancelled
from mkplanner.ui import tasks
from mkplanner.ui.tasks import ProgressWindow

log = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds for which nothing is shown, and no key or click is looked at."""

_LOOK_EVERY = 25


def wait_for(
    window: QWidget, title: str, work: Callable[[], T], *, given_up: Callable[[T], object] = lambda _: None
) -> T:
    """Return what `work` comes to, done on another thread; `title` says what is done if it takes longer.

    Raises what it raises, or `Cancelled` where the user stopped waiting. The work then goes on unheard, since nobody can call
    back what a shared place was asked; what it comes to after all goes to `given_up`, on that other thread.
    """
    with _keeping_garbage():
        waiting = _Waiting(work, given_up)
        if not waiting.is_over(PATIENCE):
            if window.isVisible():
                _stay_alive(window, title, waiting)
            else:
                waiting.is_over(None)
    return waiting.outcome()


def wait_for_tasks(window: QWidget, title: str) -> None:
    """Wait until no work is running beside the window any more, or until somebody has had enough of it."""
    with suppress(Cancelled):
        wait_for(window, title, tasks.wait_for_tasks)


@contextmanager
def _keeping_garbage() -> Iterator[None]:
    """Have no garbage cleared away meanwhile: it would be on the other thread, where no part of a window may be touched."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _stay_alive(window: QWidget, title: str, waiting: _Waiting[T]) -> None:
    """Show that the work is under way until it is over, or until somebody presses Stop or Esc."""
    loop = QEventLoop()
    shown = ProgressWindow(window, title, loop.quit)
    shown.show_report(0, 0, "")
    looking = QTimer(interval=_LOOK_EVERY)
    looking.timeout.connect(lambda: loop.quit() if waiting.is_over(0) else None)
    looking.start()
    shown.show()
    loop.exec()
    looking.stop()
    shown.hide()
    shown.deleteLater()


class _Waiting(Generic[T]):
    """Work on a thread that does not keep the program from ending."""

    def __init__(self, work: Callable[[], T], given_up: Callable[[T], object]) -> None:
        self._work = work
        self._given_up = given_up
        self._results: list[T] = []
        self._trouble: BaseException | None = None
        self._is_given_up = False
        self._deciding = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="waited for", daemon=True)
        self._thread.start()

    def is_over(self, patience: float | None) -> bool:
        """Whether the work is done after so many seconds; None waits for as long as it takes."""
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as trouble:
            self._trouble = trouble
            return
        with self._deciding:
            self._results.append(result)
            is_given_up = self._is_given_up
        if is_given_up:
            self._clear_up(result)

    def _clear_up(self, result: T) -> None:
        try:
            self._given_up(result)
        except Exception:
            log.exception("after the wait was given up")

    def outcome(self) -> T:
        """Return the result or raise the trouble; where there is neither yet, give up."""
        with self._deciding:
            if self._results:
                return self._results[0]
            self._is_given_up = self._trouble is None
        if self._trouble is None:
            raise Cancelled
        raise self._trouble
