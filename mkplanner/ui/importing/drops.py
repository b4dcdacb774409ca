"""What is in something that was dropped or copied: a plan, a file with a table, or words that may be one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

PLAN_ENDING = ".mkplan"
TEXT_ENDINGS = (
    *(".docx", ".xlsx", ".csv", ".html", ".htm", ".txt", ".tsv", ".md", ".text", ".docm", ".xlsm"),
    *(".json", ".xml"),
)
"""Files that tables of actions come in, the usual ones first."""


def plan_in(data: QMimeData) -> Path | None:
    """Return the first plan file, or None."""
    return next((path for path in _paths(data) if path.suffix.lower() == PLAN_ENDING), None)


def text_file_in(data: QMimeData) -> Path | None:
    """Return the first file that may hold a table, or None."""
    return next((path for path in _paths(data) if path.suffix.lower() in TEXT_ENDINGS), None)


def readable(data: QMimeData) -> bool:
    """Whether there are words in it that are not just the names of files."""
    return data.hasText() and not data.hasUrls() and bool(data.text().strip())


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
