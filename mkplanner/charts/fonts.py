"""The bundled fonts: how wide words are, and which face can show each character. Screen and paper measure alike.

Faces go by name: "regular", "bold", "italic" and "bold-italic" are Liberation Sans, "symbols" and "symbols-bold" are
DejaVu Sans. Widths are read straight from the font files the first time a face is measured, without a drawing library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from mkplanner.charts.font_file import read_advances
from mkplanner.paths import resource

FILES = {
    "regular": "LiberationSans-Regular.ttf",
    "bold": "LiberationSans-Bold.ttf",
    "italic": "LiberationSans-Italic.ttf",
    "bold-italic": "LiberationSans-BoldItalic.ttf",
    "symbols": "DejaVuSans.ttf",
    "symbols-bold": "DejaVuSans-Bold.ttf",
}
"""Every face and its file."""

TYPEFACES: dict[str, tuple[str, dict[str, str]]] = {
    "liberation": ("Liberation Sans, as narrow as Arial", {}),
    "dejavu": (
        "DejaVu Sans, wider and easier to tell apart",
        {"regular": "symbols", "bold": "symbols-bold", "italic": "symbols", "bold-italic": "symbols-bold"},
    ),
}
"""The letters that papers can be set in: their words, and the faces that stand in the place of the usual ones."""
_dress: ContextVar[dict[str, str]] = ContextVar("dress", default={})  # noqa: B039  (never changed, only replaced)

MISSING = "\u25a1"
"""What stands on the page for a character that no bundled font has: an empty square."""

_FALLBACKS = {
    "bold": ("symbols-bold", "symbols"),
    "bold-italic": ("symbols-bold", "symbols"),
    "symbols-bold": ("symbols",),
}
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)


class Run(NamedTuple):
    """Words that one face can show; `meant` holds the author's own characters where squares stand for them."""

    face: str
    words: str
    meant: str = ""


class _Widths(dict[str, float]):
    """Advance of each character at size 1, falling back from face to face as `runs` does."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> float:
        shown = _face_for(character, self.face)
        found = _advances(shown)[ord(character)] if shown else _advances(self.face).get(ord(MISSING), 0.6)
        self[character] = found
        return found


@contextmanager
def set_in(letters: str) -> Iterator[None]:
    """Measure everything inside as set in one of `TYPEFACES`; other threads are not touched."""
    before = _dress.set(TYPEFACES[letters][1])
    try:
        yield
    finally:
        _dress.reset(before)


def dressed(face: str) -> str:
    """Return the face that stands in the place of one of ours in the letters of the day."""
    return _dress.get().get(face, face)


def font_path(face: str) -> Path:
    """Return the file of a face."""
    return resource("fonts/" + FILES[face])


def width(words: str, face: str, size: float) -> float:
    """Return how wide these words are on one line, in the unit of `size`."""
    return _unit_width(words, dressed(face)) * size


@lru_cache(maxsize=50_000)
def _unit_width(words: str, face: str) -> float:
    """How wide words are at size 1; the same few words stand on a page again and again."""
    return sum(map(_widths(face).__getitem__, words))


def runs(words: str, face: str) -> list[Run]:
    """Return the words as runs that each stand in one face; nothing is dropped: what no font has becomes a square."""
    if _characters(face).issuperset(words):
        return [Run(face, words)] if words else []
    found: list[Run] = []
    for character in words:
        shown = _face_for(character, face)
        run = Run(shown, character) if shown else Run(face, MISSING, character)
        last = found[-1] if found else None
        if last and last.face == run.face and bool(last.meant) == bool(run.meant):
            found[-1] = Run(run.face, last.words + run.words, last.meant + run.meant)
        else:
            found.append(run)
    return found


def readable(words: str) -> str:
    """Return words as they can be set on one line: accents joined to their letters, invisible characters gone.

    Control characters become spaces, line breaks too: those are the caller's business.
    """
    if words.isascii() and words.isprintable():
        return words
    return _INVISIBLE.sub("", _CONTROLS.sub(" ", unicodedata.normalize("NFC", words)))


@cache
def _widths(face: str) -> _Widths:
    return _Widths(face)


@cache
def _characters(face: str) -> frozenset[str]:
    return frozenset(map(chr, _advances(face)))


@cache
def _advances(face: str) -> dict[int, float]:
    return read_advances(font_path(face))


def _face_for(character: str, face: str) -> str | None:
    code = ord(character)
    if code in _advances(face):
        return face
    return next((other for other in _FALLBACKS.get(face, ("symbols",)) if code in _advances(other)), None)
