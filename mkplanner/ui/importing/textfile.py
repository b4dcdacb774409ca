"""Reads a text file as words, whichever way it was saved."""

from __future__ import annotations

from pathlib import Path

from mkplanner.errors import PlannerError

_BINARY = "\x00"
_WORD_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_SIGNATURES = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text_file(path: Path, largest: int) -> str:
    """Return the words of a text file. Raises `PlannerError` where it is not there, is empty, too large or no text."""
    try:
        if path.stat().st_size > largest:
            raise PlannerError(f"“{path.name}” is too large to be a table.", "Copy the table out of it and paste that.")
        content = path.read_bytes()
    except OSError as trouble:
        raise PlannerError(f"“{path.name}” cannot be read.", "Check that it is there.", str(trouble)) from trouble
    if content.startswith(_WORD_FILES):
        advice = "Open it, copy the table and paste it here."
        raise PlannerError(f"“{path.name}” is a Word, Excel or PDF file, not plain text.", advice)
    words = decoded(content)
    if _BINARY in words:
        raise PlannerError(f"“{path.name}” is not a text file.", "Choose a text file, or paste the table.")
    if not words.strip():
        raise PlannerError(f"“{path.name}” is empty.", "Nothing was changed.")
    return words


def decoded(content: bytes) -> str:
    """Return bytes as words: Unicode where it is, else the letters of Windows in western Europe."""
    encoding = next((name for mark, name in _SIGNATURES.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
