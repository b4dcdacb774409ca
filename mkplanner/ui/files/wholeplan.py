"""The whole plan as one file for other programs: asks for a name and a form, writes it beside the window, tells where it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from mkplanner.charts.formats import PLAN_FORMATS
from mkplanner.ui import messages
from mkplanner.ui.files.desk import show_in_system
from mkplanner.ui.files.names import free_path
from mkplanner.ui.tasks import run_task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mkplanner.models.plan import Plan
    from mkplanner.progress import Progress
    from mkplanner.settings import SettingsFile

FIRST = ".xlsx"
"""The form that is proposed."""


def export_whole(window: QWidget, plan: Plan, stem: str, folder: Path, settings: SettingsFile) -> None:
    """Ask where a whole plan goes and as what, and write it in the background; `stem` is the name proposed."""
    path = ask_target(window, free_path(folder, stem, FIRST))
    if path is None:
        return
    form, made = PLAN_FORMATS[path.suffix.lower()], datetime.now().replace(microsecond=0)

    def work(progress: Progress) -> tuple[Path, ...]:
        progress.report(0, 0, _tr("Writing {0}").replace("{0}", path.name))
        return form.write(plan, path, made, progress)

    def tell(_written: tuple[Path, ...]) -> None:
        settings.change(last_folder=str(path.parent))
        link = messages.Link(_tr("Open its folder"), lambda: show_in_system(path.parent))
        messages.note(window, _tr("The whole plan is in {0}.").replace("{0}", path.name), link)

    run_task(window, _tr("Exporting the whole plan"), work, tell)


def ask_target(window: QWidget, proposed: Path) -> Path | None:
    """Return where the file is to go, its ending one of `PLAN_FORMATS`; None where the user thinks better of it.

    The system's dialogue asks before a name that it was given is used again; this asks where an ending makes it another.
    """
    forms = {f"{form.words} (*{ending})": ending for ending, form in PLAN_FORMATS.items()}
    chosen, form = QFileDialog.getSaveFileName(
        window, _tr("Export the whole plan"), str(proposed), ";;".join(forms), next(iter(forms))
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in PLAN_FORMATS:
        return path
    return _settled(window, path.with_name(f"{path.name}{forms.get(form, FIRST)}"))


def _settled(window: QWidget, path: Path) -> Path | None:
    """Return the path, or another where a file stands there that is to be kept."""
    if not path.exists():
        return path
    answer = messages.choose(
        window,
        _tr("There is already a file “{0}”.").replace("{0}", path.name),
        _tr("Keeping both gives the new one a number."),
        _tr("Keep both"),
        _tr("Replace it"),
    )
    if answer is None:
        return None
    return path if answer == 1 else free_path(path.parent, path.stem, path.suffix)


def _tr(words: str) -> str:
    return QCoreApplication.translate("WholePlan", words)
