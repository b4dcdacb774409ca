"""Names of files and folders inside sentences: never longer than a reader can take in, and always on one line."""

from __future__ import annotations

from pathlib import Path

_LONGEST_NAME = 80
_LONGEST_FOLDER = 160


def called(name: str | Path) -> str:
    """Return a file's name in quotation marks, shortened where it is very long."""
    text = name.name if isinstance(name, Path) else name
    return f"“{_short(text, _LONGEST_NAME)}”"


def folder_of(path: Path) -> str:
    """Return the folder of a file, for the end of a sentence; of a very long path the end alone."""
    text = _plain(str(path.parent))
    return text if len(text) <= _LONGEST_FOLDER else f"…{text[-_LONGEST_FOLDER:]}"


def _short(text: str, longest: int) -> str:
    plain = _plain(text)
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
