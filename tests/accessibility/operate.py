"""Opens a plan and works on it through the accessibility bus alone; prints what was read and done as JSON.

Usage: operate.py PLAN COMMAND…, where COMMAND starts the window (the plan is added to it).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bus import Table, Thing, application, focus, menu, named, press, text_of, wait_for, walk, write
from wording import NEW_DATE, NEW_NAME, NEW_TITLE, OTHER_NAME

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def operate(program: Thing) -> dict[str, object]:
    """Read the whole plan, then change a date, a title, who does it and a status; undo the last."""
    menu(program, "View", "Expand all")
    table = Table(program)
    rows = wait_for(table.rows, "no rows")
    dated = next(row for row in rows if row["By when"] != "empty")
    change_date(program, table, dated["Ref"])
    change_title(program, table, rows[1]["Ref"])
    add_person(program)
    kept = wait_for(lambda: [row for row in table.rows() if row["By when"] == NEW_DATE], "the date was not kept")
    return {"rows": rows, "changed": dated, "renamed": rows[1], "kept": kept, "status": status_words(program)}


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
