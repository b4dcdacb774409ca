"""Work that cannot be interrupted, as a library's that reads a file: who stops it waits no longer, and loses what it finds."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any

from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.progress import Progress

TICK = 0.05
"""Seconds between two looks at whether the user has changed their mind."""


def let_go(deed: Callable[[], Any]) -> Callable[[Progress], Any]:
    """Return the deed as work for `run_task`; it must change nothing, since it runs on to its end where it is let go."""

    def work(progress: Progress) -> Any:
        outcome: Future[Any] = Future()
        Thread(target=_carry_out, args=(deed, outcome), name="let go", daemon=True).start()
        while not wait((outcome,), TICK).done:
            progress.report(0, 0)
        return outcome.result()

    return work


def _carry_out(deed: Callable[[], Any], outcome: Future[Any]) -> None:
    try:
        with no_search_for_garbage():
            outcome.set_result(deed())
    except Exception as trouble:
        outcome.set_exception(trouble)
