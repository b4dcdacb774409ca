"""The letters that are typed in an open menu: each entry has one of its own, also in menus whose entries come and go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

_MARKED = re.compile(r"&(?P<letter>[^&\s])")


def letter_of(words: str) -> str:
    """Return the letter that is marked in the words of an entry, in lower case; nothing where none is."""
    found = _MARKED.search(words.partition("\t")[0].replace("&&", "  "))
    return found["letter"].lower() if found else ""


def give_letters(menu: QMenu) -> None:
    """Mark a letter in each entry that has none, and another one in each that repeats that of an entry above it.

    Letters given by hand stay where they can; submenus and their entries count too.
    """
    actions = [action for action in menu.actions() if not action.isSeparator()]
    for action in actions:
        if (under := action.menu()) is not None and isinstance(under, QMenu):
            give_letters(under)
    taken: set[str] = set()
    lacking = []
    for action in actions:
        letter = letter_of(action.text())
        if letter and letter not in taken:
            taken.add(letter)
        else:
            lacking.append(action)
    _mark(lacking, taken)


def _mark(actions: Iterable[QAction], taken: set[str]) -> None:
    for action in actions:
        words, tab, keys = action.text().partition("\t")
        plain = _unmarked(words)
        place = next((place for place in _places(plain) if plain[place].lower() not in taken), None)
        if place is not None:
            taken.add(plain[place].lower())
        action.setText(_marked(plain, place) + tab + keys)


def _places(plain: str) -> Iterator[int]:
    """Where a letter can be marked: beginnings of words first, then capitals and other letters, then figures."""
    starts = [found.start() for found in re.finditer(r"\b[A-Za-z]", plain)]
    others = [place for place, letter in enumerate(plain) if letter.isalpha() and letter.isascii()]
    yield from dict.fromkeys((*starts, *others, *(place for place, letter in enumerate(plain) if letter.isdigit())))


def _unmarked(words: str) -> str:
    return _MARKED.sub(r"\g<letter>", words.replace("&&", "\0")).replace("\0", "&")


def _marked(plain: str, place: int | None) -> str:
    if place is None:
        return plain.replace("&", "&&")
    return plain[:place].replace("&", "&&") + "&" + plain[place:].replace("&", "&&")
