"""Templates of one's own: plans without dates and progress, kept in the profile, each under its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkplanner.errors import PlannerError, RefusedError
from mkplanner.paths import profile_folder, subfolder

if TYPE_CHECKING:
    from mkplanner.models.beginnings.emptied import Keeping
    from mkplanner.models.plan import Plan

FOLDER = "templates"
ENDING = ".mkplan"
_STRANGE = '<>:"/\\|?*'


def own_templates() -> tuple[Path, ...]:
    """Return the files of one's own templates, by name; quick, and makes nothing."""
    folder = profile_folder() / FOLDER
    return tuple(sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stem.casefold())) if folder.is_dir() else ()


def keep_template(plan: Plan, name: str, keeping: Keeping) -> Path:
    """Keep a plan as a template; one of the same name gives way. Raises `PlannerError` where it cannot be written."""
    from mkplanner.models.beginnings.emptied import emptied
    from mkplanner.models.store.opening import clean_copy

    stem = " ".join("".join(" " if sign in _STRANGE or sign < " " else sign for sign in name).split()).strip(" .")[:80]
    if not stem:
        raise RefusedError("A template needs a name.", "Nothing was kept.")
    path = subfolder(FOLDER) / f"{stem}{ENDING}"
    beside = path.with_name(f".{path.name}.new{ENDING}")
    beside.unlink(missing_ok=True)
    try:
        clean_copy(emptied(plan, keeping), beside)
        beside.replace(path)
    except OSError as trouble:
        raise PlannerError(
            f"The template “{stem}” could not be kept.", "Your plan is as it was.", str(trouble)
        ) from trouble
    return path


def read_template(path: Path) -> Plan:
    """Return the plan that a template, or any other plan's file, holds. Raises `PlannerError` as opening does."""
    from mkplanner.models.store.opening import open_plan

    opened = open_plan(path)
    try:
        return opened.plan
    finally:
        opened.close()


def forget_template(path: Path) -> None:
    """Delete a template. Raises `PlannerError` where that cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as trouble:
        raise PlannerError(
            f"The template “{path.stem}” could not be deleted.", "Close it wherever it is open.", str(trouble)
        ) from trouble
