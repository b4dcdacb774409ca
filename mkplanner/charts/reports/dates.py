"""The words of a row's date on paper: the author's own, and what was promised first where the date was revised."""

from __future__ import annotations

from mkplanner.models.plan import Item


def date_words(item: Item) -> str:
    """Return the words for the date as they were written, lines kept; nothing where the cell was empty."""
    return item.by_when.words.strip() if item.by_when else ""


def first_words(item: Item) -> str:
    """Return the words for the date before it was revised, fit to stand inside a sentence: "by 30 September 2025"."""
    words = " ".join(item.original.words.split()) if item.original else ""
    return f"by {words[3:]}" if words.startswith("By ") else words
