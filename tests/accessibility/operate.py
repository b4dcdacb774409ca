"""Opens a plan and works on it through the accessibility bus alone; prints what was read and done as JSON.

Usage: operate.py PLAN COMMAND…, where COMMAND starts the window (the plan is added to it).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bus import Atspi, Table, Thing, application, focus, has, menu, named, press, text_of, wait_for, walk, write
from wording import NEW_DATE, NEW_NAME, NEW_STATUS, NEW_TITLE, OTHER_NAME

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def operate(program: Thing) -> dict[str, object]:
    """Read the whole plan, open and shut rows, filter, then change a date, a title, who does it and a status; undo one."""
    menu(program, "View", "Expand all")
    table = Table(program)
    rows = wait_for(table.rows, "no rows")
    shut_and_open(program, table, rows)
    found = filter_rows(program, table, rows)
    dated = next(row for row in rows if row["By when"] != "empty")
    change_date(program, table, dated["Ref"])
    change_title(program, table, rows[1]["Ref"])
    add_person(program)
    set_status(program, table, rows[1]["Ref"])
    kept = wait_for(lambda: [row for row in table.rows() if row["By when"] == NEW_DATE], "the date was not kept")
    return {
        "rows": rows,
        "changed": dated,
        "renamed": rows[1],
        "kept": kept,
        "found": found,
        "status": status_words(program),
    }


def shut_and_open(program: Thing, table: Table, rows: list[dict[str, str]]) -> None:
    """Shut the first row with others below it, see them go, and open it again; rows are where they are looked for."""
    every = [row["Ref"] for row in rows]
    parent = next(row["Ref"] for row, below in pairwise(rows) if below["Ref"].startswith(f"{row['Ref']}."))
    table.choose(parent)
    menu(program, "View", "Close row")
    left = [ref for ref in every if not ref.startswith(f"{parent}.")]
    wait_for(lambda: list(table.refs()) == left, f"{parent} was not shut")
    assert not has(table.refs()[parent], Atspi.StateType.EXPANDED), f"{parent} says that it is open"
    table.choose(left[-1])
    table.toggle(left[-1])
    wait_for(lambda: table.chosen() == [], f"{left[-1]} was not let go")
    table.choose(parent)
    menu(program, "View", "Open row")
    wait_for(lambda: list(table.refs()) == every, f"{parent} was not opened")
    assert has(table.refs()[parent], Atspi.StateType.EXPANDED), f"{parent} says that it is shut"


def filter_rows(program: Thing, table: Table, rows: list[dict[str, str]]) -> list[str]:
    """Filter by the longest word of the last row and take the filter back; return the references that were left."""
    word = max(rows[-1]["Action"].split(",")[0].split(), key=len)
    field = named(program, "text", "Filter rows")
    write(field, word)
    found = wait_for(
        lambda: 0 < len(refs := list(table.refs())) < len(rows) and refs, f"nothing was filtered by {word}"
    )
    write(field, "")
    wait_for(lambda: len(table.refs()) == len(rows), "the filter was not taken back")
    return found


def set_status(program: Thing, table: Table, ref: str) -> None:
    """Choose a row and give it a status from the menu."""
    table.choose(ref)
    menu(program, "Row", "Status", f"{NEW_STATUS[0]}  {NEW_STATUS}")  # its letter stands before it
    wait_for(lambda: NEW_STATUS in table.cell(ref, "Status").get_name(), "the status was not kept")


def details(program: Thing) -> Thing:
    """Return the panel with the details."""
    return named(program, "panel", "Details")


def change_date(program: Thing, table: Table, ref: str) -> None:
    """Choose a row and give it another date in the details."""
    table.choose(ref)
    field = named(details(program), "text", "By when, in your words")
    wait_for(lambda: text_of(field), "the details do not show the date")
    write(field, NEW_DATE)
    leave(table, ref)


def change_title(program: Thing, table: Table, ref: str) -> None:
    """Choose a row and give it another title in the details."""
    table.choose(ref)
    field = named(details(program), "text", "Action")
    wait_for(lambda: text_of(field) and text_of(field) != NEW_TITLE, "the details do not show the title")
    write(field, NEW_TITLE)
    leave(table, ref)
    table.choose(ref)
    wait_for(lambda: [row for row in table.rows() if NEW_TITLE in row["Action"]], "the title was not kept")


def leave(table: Table, ref: str) -> None:
    """Go to another row, which keeps what was typed for this one."""
    focus(table.tree)
    table.choose(next(row["Ref"] for row in table.rows() if row["Ref"] not in ("empty", ref)))


def add_person(program: Thing) -> None:
    """Give the chosen row somebody who is responsible, then a second person, and take that one back with Undo."""
    for name in (NEW_NAME, OTHER_NAME):
        write(named(details(program), "text", "Add a person or group"), name)
        press(named(details(program), "push button", "Add this person or group"))
        wait_for(lambda name=name: named(details(program), "label", name), f"{name} was not added")
    menu(program, "Edit", f"Undo add {OTHER_NAME}")


def status_words(program: Thing) -> list[str]:
    """Return what the status bar says."""
    bar = next(each for each in walk(program) if each.get_role_name() == "status bar")
    return [bar.get_child_at_index(place).get_name() for place in range(bar.get_child_count())]


def main(plan: str, command: list[str]) -> int:
    """Start the bus and the window, work, and end both."""
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    window = subprocess.Popen([*command, plan])
    try:
        done = operate(application("MK Planner"))
        menu(application("MK Planner"), "File", "Quit")
        window.wait(30)
    finally:
        for process in (window, bus):
            process.terminate()
    print(json.dumps(done))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
