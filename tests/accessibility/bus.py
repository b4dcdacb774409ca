"""The window as a screen reader meets it: found, read and operated through the accessibility bus alone.

Runs under the system's own Python, which has the bus's library (`gi`); nothing of MK Planner is imported here.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version has to be named first)

warnings.filterwarnings("ignore", category=DeprecationWarning)
PATIENCE = 30
"""Seconds until what was waited for has failed."""
Thing = Atspi.Accessible


def wait_for(what: Callable[[], object], words: str) -> object:
    """Ask again until there is an answer. Raises `TimeoutError` with the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := what():
                return found
        except GLib.Error:
            pass
        time.sleep(0.1)
    raise TimeoutError(words)


def application(name: str) -> Thing:
    """Return the running program with this name."""

    def look() -> Thing | None:
        desktop = Atspi.get_desktop(0)
        found = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
        return next((each for each in found if each and each.get_name() == name), None)

    return wait_for(look, f"no program {name}")


CROWDED = ("tree", "menu bar", "scroll bar", "image")
"""Parts that hold much, and are only looked into when they are asked for themselves: each answer takes a moment."""


def walk(thing: Thing, *, is_top: bool = True) -> Iterator[Thing]:
    """Yield a thing and everything inside it, but not what crowded parts of it hold."""
    yield thing
    if not is_top and thing.get_role_name() in CROWDED:
        return
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child is not None:
            yield from walk(child, is_top=False)


def named(inside: Thing, role: str, name: str) -> Thing:
    """Return the first thing of a role with this name; the key that a menu writes behind a name is no part of it."""

    def look() -> Thing | None:
        return next((each for each in walk(inside) if each.get_role_name() == role and _plain(each) == name), None)

    return wait_for(look, f"no {role} called {name}")


def _plain(thing: Thing) -> str:
    return (thing.get_name() or "").partition("\t")[0]


def press(thing: Thing, deed: str = "Press") -> None:
    """Carry out one of the deeds that a thing offers."""
    deeds = [thing.get_action_name(number) for number in range(thing.get_n_actions())]
    assert deed in deeds, f"{thing.get_role_name()} {thing.get_name()!r} offers {deeds}"
    thing.do_action(deeds.index(deed))


def menu(program: Thing, *names: str) -> None:
    """Press an entry of the menu bar: menu, then entry; menus that are filled when they open are opened on the way."""
    entry = next(each for each in walk(program) if each.get_role_name() == "menu bar")
    for name in names[:-1]:
        entry = named(entry, "menu item", name)
        if len(names) > 2:
            press(entry, "ShowMenu")
    press(named(entry, "menu item", names[-1]))


def has(thing: Thing, state: Atspi.StateType) -> bool:
    """Whether a thing is in a state."""
    return thing.get_state_set().contains(state)


def text_of(thing: Thing) -> str:
    """Return what stands in a field."""
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))


def write(thing: Thing, words: str) -> None:
    """Put words into a field, as a screen reader's edit command does."""
    assert has(thing, Atspi.StateType.EDITABLE), f"{thing.get_name()!r} cannot be edited"
    focus(thing)
    thing.set_text_contents(words)


def focus(thing: Thing) -> None:
    """Put the keyboard's place on a thing."""
    thing.grab_focus()
    time.sleep(0.1)


class Table:
    """The table of actions, read cell by cell: first the heads of its columns, then the cells of each row that is open."""

    def __init__(self, program: Thing) -> None:
        self.tree = named(program, "tree", "Actions")

    def heads(self) -> list[str]:
        """Return the headings."""
        found: list[str] = []
        while (cell := self.tree.get_child_at_index(len(found))) and cell.get_role_name() == "table column header":
            found.append(cell.get_name())
        return found

    def rows(self) -> list[dict[str, str]]:
        """Return what each row says, by column heading."""
        heads, rows = self.heads(), []
        for place in range(len(heads), self.tree.get_child_count()):
            name = self.tree.get_child_at_index(place).get_name()
            if place % len(heads) == 0 and name.startswith(f"{heads[0]}: "):
                rows.append({})
            if rows and ": " in name:
                rows[-1].__setitem__(*name.split(": ", 1))
        return rows

    def refs(self) -> dict[str, Thing]:
        """Return the first cell of each row that is open, by its reference."""
        columns = len(self.heads())
        cells = [self.tree.get_child_at_index(place) for place in range(columns, self.tree.get_child_count(), columns)]
        names = [(cell.get_name() or "", cell) for cell in cells if cell]  # rows may go while they are read
        return {name.removeprefix("Ref: "): cell for name, cell in names if name.startswith("Ref: ")}

    def cell(self, ref: str, heading: str) -> Thing:
        """Return a cell of a row."""
        place = self.refs()[ref].get_index_in_parent() + self.heads().index(heading)
        return self.tree.get_child_at_index(place)

    def choose(self, ref: str) -> None:
        """Choose the row with this reference, and no other, as a reader's "choose this item" does."""
        cell = wait_for(lambda: self.refs().get(ref), f"no row {ref}")
        self.tree.clear_selection()
        self.tree.select_child(cell.get_index_in_parent())
        wait_for(lambda: self.chosen() == [ref], f"{ref} was not chosen, but {self.chosen()}")

    def toggle(self, ref: str) -> None:
        """Choose a row, or let it go, by the deed its cell offers."""
        press(self.refs()[ref], "Toggle")

    def chosen(self) -> list[str]:
        """Return the references of the rows that say they are chosen."""
        return [ref for ref, cell in self.refs().items() if has(cell, Atspi.StateType.SELECTED)]
