"""A process that edits a plan and is killed in the middle: run by the trials, never imported by them.

    python -m tests.models.store.dying PLAN edit|publish|open|merge

For each line on standard input a child is forked that opens the plan and works until it is killed; what it has had
acknowledged comes back as one line of JSON. A line holds milliseconds (killed from outside, after that time) or `step N`
(the child kills itself at the Nth touch of a file, so that every step of a publication is hit).
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from pathlib import Path

from mkplanner.models.store.opening import OpenPlan, open_plan, preload
from tests.models.store.helping import AUDIT, TENDER, Retitle, computer

TOUCHES = ("open", "os.rename", "os.remove", "os.link", "os.chmod", "os.truncate", "sqlite3.connect", "os.listdir")


def work(path: Path, mode: str, answers: int, steps: int | None) -> None:
    """Edit for ever, and say of each edit that it was acknowledged."""
    if steps is not None and mode == "open":
        die_at(steps)
    plan = open_plan(path)
    if mode == "merge":
        merge_for_ever(plan, answers)
    number = sum(each.kind == "edit" for each in plan.history())
    while True:
        plan.session.run(Retitle(TENDER, f"edit {number}"))
        os.write(answers, f"edit {number}\n".encode())
        number += 1
        if mode == "publish" or (mode == "open" and number % 3 == 0):
            if steps is not None and mode == "publish":
                die_at(steps)
                steps = None
            plan.sync()


def merge_for_ever(plan: OpenPlan, answers: int) -> None:
    """Take in, again and again, what somebody at another computer has just written into a copy."""
    away = plan.path.parent / "away"
    with computer(away / "home"):
        other = open_plan(away / plan.path.name)
    number = sum(each.kind == "edit" for each in other.history())
    while True:
        with computer(away / "home"):
            other.session.run(Retitle(AUDIT, f"elsewhere {number}"))
            assert other.sync().published
        plan.session.run(Retitle(TENDER, f"here {number}"))
        os.write(answers, f"here {number}\n".encode())
        plan.merge(other.path)
        os.write(answers, f"elsewhere {number}\n".encode())
        number += 1


def die_at(steps: int) -> None:
    left = [steps]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in TOUCHES:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def once(path: Path, mode: str, line: str) -> list[str]:
    receiver, sender = os.pipe()
    steps = int(line.split()[1]) if line.startswith("step") else None
    child = os.fork()
    if child == 0:
        os.close(receiver)
        try:
            work(path, mode, sender, steps)
        finally:
            os._exit(1)
    os.close(sender)
    told = b""
    end = time.monotonic() + 20.0
    killing = None if steps is not None else time.monotonic() + float(line) / 1000
    while time.monotonic() < end:
        wait = 0.5 if killing is None else max(0.0, killing - time.monotonic())
        if killing is not None and wait == 0.0:
            os.kill(child, signal.SIGKILL)
            killing = None
        if select.select([receiver], [], [], wait)[0]:
            more = os.read(receiver, 65536)
            if not more:
                break
            told += more
    os.waitpid(child, 0)
    os.close(receiver)
    return told.decode().split("\n")[:-1]


def main() -> None:
    preload()
    for line in sys.stdin:
        print(json.dumps(once(Path(sys.argv[1]), sys.argv[2], line.strip())), flush=True)


if __name__ == "__main__":
    main()
