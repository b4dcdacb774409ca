"""What a command is called in, what somebody did by it out: "Write the worked example" is "wrote the worked example"."""

from __future__ import annotations

from mkplanner.models.lookback.phrases import quoted
from mkplanner.models.wording import count

_PAST = {
    **dict.fromkeys(("Add", "Clean", "Clear", "Count", "Fill", "Indent", "Link", "Mark", "Outdent"), "{}ed"),
    **dict.fromkeys(("Import", "Show", "Stretch", "Shift", "Sort"), "{}ed"),
    **dict.fromkeys(("Change", "Compare", "Delete", "Duplicate", "Merge", "Move", "Paste", "Remove", "Rename"), "{}d"),
    **dict.fromkeys(("Restore", "Retire", "Revise", "Settle", "Update", "Use", "Demote", "Promote"), "{}d"),
    "Begin": "began",
    "Bring": "brought",
    "Choose": "chose",
    "Cut": "cut",
    "Draw": "drew",
    "Forget": "forgot",
    "Give": "gave",
    "Go": "went",
    "Hide": "hid",
    "Keep": "kept",
    "Make": "made",
    "Put": "put",
    "Set": "set",
    "Take": "took",
    "Write": "wrote",
}
"""The past of every first word that commands have; "{}" is the word itself in small letters."""

_SINGLE = frozenset(
    {"baseline", "council", "date", "link", "mark", "outcome", "part", "person", "reading", "row", "update"}
)
"""Nouns that a command names without an article."""


def past_words(label: str) -> str | None:
    """Return what was done by a command of this name, as it goes on after somebody's name; None for a name like no other."""
    verb, _, rest = label.strip().partition(" ")
    past = _PAST.get(verb)
    if past is None:
        return None
    noun = rest.partition(" ")[0]
    article = ("an " if noun[:1] in "aeiou" else "a ") if noun in _SINGLE else ""
    return f"{past.format(verb.lower())} {article}{rest}".rstrip()


def told_together(label: str, kind: str, rows: int) -> str:
    """Return one sentence's deed for a command that touched so many rows: "pasted rows (40 rows touched)".

    `kind` tells an undo, which is called "Undo paste rows", or a redo from the deed itself.
    """
    many = count(rows, "row")
    touched = "" if many in label else f" ({many} touched)"
    if kind == "undo":
        taken = label.removeprefix("Undo ")
        return f"took back {quoted(taken[:1].upper() + taken[1:])}{touched}"
    done = (past_words(label) if label else "made a change") or f"carried out {quoted(label)}"
    return f"{done}{' again' if kind == 'redo' else ''}{touched}"
