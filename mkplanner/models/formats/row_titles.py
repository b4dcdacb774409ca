"""What stands around a title: a number in front of it, "(cont'd)" behind it, a page break in the middle of it."""

from __future__ import annotations

import re

_LEADING_REF = re.compile(
    r"^((?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\(?[a-z]{1,2}\)|\(?[ivx]{1,5}\)|[A-Z]{1,4}\d{1,3}(?:\.\d+)*[:.]?))\s+(?=\S)"
)
_CONTINUED = re.compile(r"\s*\(?\b(?:cont(?:['’]?d|inued)?)\b\.?\)?\s*:?$", re.I)


def without_continued(title: str) -> tuple[str, bool]:
    """Return a title without "(cont'd)" behind it, and whether it was there."""
    found = _CONTINUED.search(title)
    return (title[: found.start()].rstrip(), True) if found and found.start() else (title, False)


def leading_ref(title: str) -> tuple[str, str]:
    """Part a number in front of a title ("1.2 Agree…", "a) Agree…") from the title; empty where there is none."""
    found = _LEADING_REF.match(title)
    return (found[1].strip("().:"), title[found.end() :]) if found else ("", title)


def is_torn(above: str, below: str) -> bool:
    """Whether one title goes on in the next: it leaves a bracket open that the next closes, or goes on in small letters."""
    opened = above.count("(") > above.count(")") and ")" in below
    return opened or (below[:1].islower() and above[-1:] not in ".;:!?")


def shared_words(stem: str, title: str) -> float:
    """Return the share of a stem's words that stand in a title, 0 to 1: "Training cont'd" goes on with "Arrange training"."""
    words = set(re.findall(r"\w+", stem.casefold()))
    return len(words & set(re.findall(r"\w+", title.casefold()))) / max(len(words), 1)
