"""What can still be read of a damaged plan, as a new file beside it, with the list of what is missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mkplanner.models.store.opening import salvage
from mkplanner.ui import messages


def rescued(window: QWidget, path: Path) -> Path | None:
    """Rescue into a new file and show what is missing; return it if it is to be opened. Raises `PlannerError`."""
    report = salvage(path, free_name(path))
    missing = "\n\n".join(report.sentences) or _words("Nothing is missing.")
    kept = _words("What could be read is in {0}.").replace("{0}", f"“{report.path.name}”")
    answer = messages.choose(window, kept, missing, _words("Open it"))
    return None if answer is None else report.path


def free_name(path: Path) -> Path:
    """Return a name beside a damaged plan, for what is rescued of it."""
    number, name = 1, path.with_name(f"{path.stem} (rescued){path.suffix}")
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem} (rescued {number}){path.suffix}")
    return name


def _words(text: str) -> str:
    return QCoreApplication.translate("Rescue", text)
