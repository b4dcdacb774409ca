"""A process that makes a number of edits on one plan and syncs now and then: run by the trials of two people at once.

python -m tests.models.store.editing PLAN WHO COUNT [nolock]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from mkplanner.models.store import meeting
from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import AUDIT, LEASE, TENDER, Retitle


class NoLock:
    """No lock at all, as on a share that loses them."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass


def main(path: Path, who: str, count: int) -> None:
    chance = random.Random(who)
    plan = open_plan(path, author=who)
    for number in range(count):
        row = chance.choice((LEASE, TENDER, AUDIT))
        field = chance.choice(("title", "notes", "ref"))
        plan.session.run(Retitle(row, **{field: f"{who} {number}"}))
        if chance.random() < 0.2:
            plan.sync()
        time.sleep(chance.uniform(0, 0.004))
    report = plan.close()
    print(report.reason or "published")


if __name__ == "__main__":
    if "nolock" in sys.argv:
        meeting.ShareLock = NoLock  # type: ignore[assignment,misc]
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
