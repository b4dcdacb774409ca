"""Files that appear whole or not at all: written beside their destination and moved into place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from mkplanner.errors import PlannerError


def put_in_place(data: bytes, path: Path, what: str) -> None:
    """Write bytes to a file that nobody ever sees half of. Raises `PlannerError` where it cannot be written.

    `what` names the file in that sentence: "PDF", "Word document".
    """

    def make(beside: Path) -> None:
        beside.write_bytes(data)

    make_in_place(make, path, what)


def make_in_place(make: Callable[[Path], None], path: Path, what: str) -> None:
    """Have a file made beside its destination and move it into place; whatever goes wrong, no half file stays."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        make(beside)
        beside.replace(path)
    except OSError as trouble:
        raise _cannot_write(path, what, trouble) from trouble
    finally:
        beside.unlink(missing_ok=True)


def _cannot_write(path: Path, what: str, trouble: OSError) -> PlannerError:
    if not path.parent.is_dir():
        sentence, advice = f"There is no folder {path.parent} for the {what}.", "Choose a folder that exists."
    elif path.is_dir():
        sentence, advice = f"{path} is a folder, not a file.", f"Choose a name for the {what} inside it."
    elif isinstance(trouble, PermissionError):
        sentence = (
            f"The {what} cannot be written to {path}: it is open in another program, or the folder is closed to you."
        )
        advice = "Close it there, or choose another place; the plan is safe."
    else:
        sentence = f"The {what} could not be written to {path} ({trouble.strerror})."
        advice = "Choose another place; the plan is safe."
    return PlannerError(sentence, advice, repr(trouble))
