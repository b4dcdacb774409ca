"""Progress states and the letter, word and order that go with each.

The meaning decides, not the hue: councils colour differently, so shapes and letters hang on these keys.
"""

from __future__ import annotations

from enum import StrEnum

from mkplanner.records import frozen


class Status(StrEnum):
    """How a row stands; the values are the names in files and on the command line."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    COMPLETE = "complete"
    SUSPENDED = "suspended"


class Rag(StrEnum):
    """The traffic light of a progress update; amber and red need a comment."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@frozen
class StatusStyle:
    """How a status is written: one letter, and words for table and chart."""

    letter: str
    word: str


STYLES: dict[Status, StatusStyle] = {
    Status.ON_TRACK: StatusStyle("G", "On track"),
    Status.AT_RISK: StatusStyle("A", "At risk"),
    Status.LATE: StatusStyle("R", "Late"),
    Status.COMPLETE: StatusStyle("C", "Complete"),
    Status.NOT_STARTED: StatusStyle("N", "Not started"),
    Status.SUSPENDED: StatusStyle("S", "Suspended"),
}

RAG_STATUS = {Rag.GREEN: Status.ON_TRACK, Rag.AMBER: Status.AT_RISK, Rag.RED: Status.LATE}

_SPELLINGS = {
    "not started": Status.NOT_STARTED,
    "n": Status.NOT_STARTED,
    "on track": Status.ON_TRACK,
    "on target": Status.ON_TRACK,
    "under control": Status.ON_TRACK,
    "under way": Status.ON_TRACK,
    "underway": Status.ON_TRACK,
    "in progress": Status.ON_TRACK,
    "green": Status.ON_TRACK,
    "g": Status.ON_TRACK,
    "at risk": Status.AT_RISK,
    "amber": Status.AT_RISK,
    "a": Status.AT_RISK,
    "late": Status.LATE,
    "behind schedule": Status.LATE,
    "overdue": Status.LATE,
    "red": Status.LATE,
    "r": Status.LATE,
    "complete": Status.COMPLETE,
    "completed": Status.COMPLETE,
    "achieved": Status.COMPLETE,
    "done": Status.COMPLETE,
    "c": Status.COMPLETE,
    "suspended": Status.SUSPENDED,
    "on hold": Status.SUSPENDED,
    "paused": Status.SUSPENDED,
    "s": Status.SUSPENDED,
}


def read_status(words: str) -> Status | None:
    """Return the status that these words name ("On target", "amber", "C"), or None if they say something else."""
    plain = " ".join(words.replace("-", " ").replace("_", " ").lower().strip(" .").split())
    return _SPELLINGS.get(plain)
