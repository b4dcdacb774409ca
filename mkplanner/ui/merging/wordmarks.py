"""Which words of two versions differ, marked so that nobody has to look for them: underlined and tinted, never colour alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

from mkplanner.ui.look import theme

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


def differing(words: str, other: str) -> list[tuple[str, bool]]:
    """Return `words` in pieces, each with whether it differs from the other version; together they are `words` again."""
    mine, theirs = _TOKENS.findall(words), _TOKENS.findall(other)
    pieces: list[tuple[str, bool]] = []
    for deed, start, end, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if start != end:
            pieces.append(("".join(mine[start:end]), deed != "equal"))
    return _without_gaps(pieces)


def _without_gaps(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Mark the blank between two marked words too, so that a run of them is one."""
    joined: list[tuple[str, bool]] = []
    for place, (text, is_new) in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and not text.strip() and pieces[place - 1][1] and pieces[place + 1][1]
        marked = is_new or between
        if joined and joined[-1][1] == marked:
            joined[-1] = (joined[-1][0] + text, marked)
        else:
            joined.append((text, marked))
    return joined


def marked(words: str, other: str) -> str:
    """Return `words` as rich text, with what differs from the other version marked."""
    return "".join(_piece(text, is_new=is_new) for text, is_new in differing(words, other))


def _piece(text: str, *, is_new: bool) -> str:
    words = text.strip()
    if not is_new or not words:
        return _escaped(text)
    before, _, after = text.partition(words)
    tint = theme.current()["tint_ok"]
    return f'{_escaped(before)}<u style="background-color:{tint}">{_escaped(words)}</u>{_escaped(after)}'


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")
