"""Using a plan from the command line: news of a crash is passed on, and the plan is closed whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from mkplanner.models.store.opening import OpenPlan


@contextmanager
def in_use(opened: OpenPlan) -> Iterator[OpenPlan]:
    """Hand over an open plan and close it at the end; what could not be published is said on standard error."""
    if opened.recovered:
        print(opened.recovered, file=sys.stderr)
    try:
        yield opened
    finally:
        report = opened.close()
        if report.waiting:
            print(report.waiting, file=sys.stderr)
