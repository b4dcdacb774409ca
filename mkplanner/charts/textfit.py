"""Words and a width to lines that fit, measured with the bundled fonts."""

from __future__ import annotations

import re
from functools import lru_cache

from mkplanner.charts.fonts import dressed, readable, width

ELLIPSIS = "\u2026"
_AFTER = "-\u2013\u2014/\u00a0"
"""Characters that a long word may be broken after without a hyphen of ours."""


def wrap(words: str, face: str, size: float, room: float) -> list[str]:
    """Return the lines these words take in a column `room` wide; the author's own line breaks are kept.

    A word too long for the column breaks with a hyphen. Every other line but the last ends in a space, so that a screen
    reader never joins two words; measure with `line.rstrip()` where the right end matters. There is always one line,
    if only an empty one.
    """
    return list(_wrapped(words, dressed(face), round(room / size, 4)))


def shorten(words: str, face: str, size: float, room: float) -> str:
    """Return the words, or as much of their beginning as fits on one line `room` wide with an ellipsis behind it."""
    plain = " ".join(readable(words.replace("\n", " ")).split())
    if width(plain, face, size) <= room:
        return plain
    low, high = 0, len(plain)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(plain[:middle] + ELLIPSIS, face, size) <= room else (low, middle - 1)
    return plain[:low].rstrip() + ELLIPSIS


@lru_cache(maxsize=20_000)
def _wrapped(words: str, face: str, room: float) -> tuple[str, ...]:
    """Wrap at size 1: the cache then serves the same words again when a page is laid out once more."""
    lines: list[str] = []
    for paragraph in words.strip("\r\n").splitlines() or [""]:
        lines.extend(_paragraph(readable(paragraph), face, room))
    return (*lines[:-1], lines[-1].removesuffix(" "))


def _paragraph(words: str, face: str, room: float) -> list[str]:
    space = width(" ", face, 1)
    lines: list[str] = []
    line, used = "", 0.0
    for word in re.split(" +", words.strip(" ")):
        length = width(word, face, 1)
        if line and used + space + length <= room:
            line, used = f"{line} {word}", used + space + length
            continue
        if line:
            lines.append(line + " ")
        while length > room and len(word) > 1:
            piece, word = _broken(word, face, room)
            lines.append(piece)
            length = width(word, face, 1)
        line, used = word, length
    return [*lines, line + " "]


def _broken(word: str, face: str, room: float) -> tuple[str, str]:
    """Cut a word too long for the line in two, after a character that allows it or else with a hyphen."""
    fit, used = 0, 0.0
    for character in word:
        used += width(character, face, 1)
        if used > room:
            break
        fit += 1
    natural = max((at for at in range(2, fit + 1) if word[at - 1] in _AFTER), default=0)
    if natural > fit // 3 and natural < len(word):
        return word[:natural].replace("\u00a0", " "), word[natural:]
    hyphen = width("-", face, 1)
    while fit > 1 and width(word[:fit], face, 1) + hyphen > room:
        fit -= 1
    fit = max(1, min(fit, len(word) - 1))
    return word[:fit] + ("" if word[fit - 1] in "-\u2013\u2014/" else "-"), word[fit:]
