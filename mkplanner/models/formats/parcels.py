"""Word and Excel files are parcels of XML; they are looked into before any library opens them."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mkplanner.errors import PlannerError

LARGEST = 600_000_000
"""Bytes that a parcel may unpack to; a table of actions never comes near."""
_MOST_PARTS = 20_000
_OLD = b"\xd0\xcf\x11\xe0"
_KEEP = "Nothing was changed."


def check_parcel(content: bytes, what: str, must_hold: str) -> None:
    """Raise `PlannerError` with one sentence where content is no sound parcel of this sort.

    `what` is "Word document" or "Excel workbook", `must_hold` the part that every one of them has. Parts that declare
    entities are refused: no office program writes them, and they can be made to fill a computer's memory.
    """
    if content.startswith(_OLD):
        raise PlannerError(
            f"This is an old or a password-protected file, not a {what} as it is saved today.",
            f"Open it in its program, take the password off and save it anew as .docx or .xlsx. {_KEEP}",
        )
    try:
        with ZipFile(BytesIO(content)) as parcel:
            parts = parcel.infolist()
            names = {part.filename for part in parts}
            if must_hold not in names:
                raise PlannerError(f"This is not a {what}.", f"Check which file it is. {_KEEP}")
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                raise PlannerError(f"This {what} is too large to be a table of actions.", _KEEP)
            if any(_declares(parcel, part.filename) for part in parts):
                raise PlannerError(f"This {what} was not made by an office program and is not opened.", _KEEP)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as trouble:
        raise PlannerError(
            f"This {what} is damaged and cannot be read.",
            f"Open it in its program and save it anew. {_KEEP}",
            str(trouble),
        ) from trouble


def _declares(parcel: ZipFile, name: str) -> bool:
    if not name.endswith((".xml", ".rels", ".vml")):
        return False
    with parcel.open(name) as part:
        return b"<!DOCTYPE" in part.read(4000)
