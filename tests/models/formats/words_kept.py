"""Finds the words of a source that stand nowhere in what was read from it: there must be none."""

from __future__ import annotations

import re
from collections import Counter

from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.cleaning import clean, without_emphasis, without_markup

_WORD = re.compile(r"[^\W_]+")
_JOINTS = {"and", "by", "cont", "contd", "d", "continued"}
"""Words that only join names, or say that a heading goes on; they may become structure."""


def lost_words(text: str, draft: Draft) -> Counter[str]:
    """Return the words of the text that are found nowhere in the draft or its notices."""
    source = set(_words(without_emphasis(without_markup(clean(text)))))
    return Counter(source - set(_words(everything(draft))) - _JOINTS)


def everything(draft: Draft) -> str:
    """Return all words of a draft, one part a line."""
    parts = [draft.title, draft.subtitle, draft.council]
    parts += [column.heading for column in draft.columns]
    for item in draft.items:
        parts += [item.ref, item.title, item.date or "", item.progress or "", item.notes, *item.tags]
        parts += [word for owner in item.owners for word in (owner.name, owner.role, owner.part)]
        parts.append(item.status.value if item.status else "")
    parts += [outcome.text for outcome in draft.outcomes]
    parts += [notice.sentence for notice in draft.notices]
    return "\n".join(parts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
