"""Every dialogue of the program, ready to be opened over a window with a plan: for the tests of sizes and of names."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from mkplanner.models.people import Party
from mkplanner.ui.window.mainwindow import MainWindow
from tests.conftest import CHECKOUT

Maker = Callable[[MainWindow], QDialog]
BASES = {"QDialog", "FormDialog", "FittingDialog", "OrderedDialog"}
FRAMES = {"FormDialog", "FittingDialog", "OrderedDialog"}
"""What other dialogues are built on; they are never opened themselves."""
PASTED = "Action\tBy when\tOwner\nAgree terms\tBy March 2027\tHead of Legal\nSign them\tSpring 2027\tHR Manager\n"


def dialog_classes() -> set[str]:
    """The name of every class of dialogue in `mkplanner/ui`."""
    found = set()
    for path in (CHECKOUT / "mkplanner" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef) and {getattr(base, "id", "") for base in node.bases} & BASES:
                found.add(node.name)
    return found - FRAMES


def _about(window: MainWindow) -> QDialog:
    from mkplanner.ui.help.about import AboutDialog

    return AboutDialog(window)


def _crash(window: MainWindow) -> QDialog:
    from mkplanner.ui.crashwindow import CrashWindow

    return CrashWindow("Traceback\n" * 60)


def _preferences(window: MainWindow) -> QDialog:
    from mkplanner.ui.preferences import PreferencesDialog

    return PreferencesDialog(window, window.settings)


def _properties(window: MainWindow) -> QDialog:
    from mkplanner.ui.properties import PropertiesDialog

    return PropertiesDialog(window, window.desk.bridge)


def _email(window: MainWindow) -> QDialog:
    from mkplanner.ui.files.emailing import EmailDialog

    return EmailDialog(window, Path("/share/plans/Saltway plan copy 2026-11-03.mkplan"))


def _help(window: MainWindow) -> QDialog:
    from mkplanner.ui.help.window import HelpWindow

    made = HelpWindow(window)
    made.show_page("shortcuts")
    return made


def _new_plan(window: MainWindow) -> QDialog:
    from mkplanner.ui.start.beginnings import beginnings
    from mkplanner.ui.start.newplan import NewPlanDialog

    return NewPlanDialog(window, beginnings(window.desk.bridge.plan), "this", Path("/"), date(2026, 11, 3))


def _template(window: MainWindow) -> QDialog:
    from mkplanner.ui.start.templatedialog import TemplateDialog

    return TemplateDialog(window, "Audit plan")


def _history(window: MainWindow) -> QDialog:
    from mkplanner.ui.lookback.history import HistoryDialog

    return HistoryDialog(window, window.desk.opened)


def _mark(window: MainWindow) -> QDialog:
    from mkplanner.ui.lookback.markdialog import MarkDialog

    return MarkDialog(window, window.desk.opened.plan, date(2026, 2, 25))


def _versions(window: MainWindow) -> QDialog:
    from mkplanner.ui.lookback.versions import VersionsDialog

    return VersionsDialog(window, window.desk.opened, Path("/"))


def _export(window: MainWindow) -> QDialog:
    from mkplanner.ui.printing.dialog import ExportDialog

    return ExportDialog(window, window.desk.bridge, window.settings, Path("/"))


def _move(window: MainWindow) -> QDialog:
    from mkplanner.ui.timetable.movedialog import MoveDialog

    return MoveDialog(window.desk.bridge.plan, "a2", window)


def _save_set(window: MainWindow) -> QDialog:
    from mkplanner.ui.printing.sets import SaveSetDialog

    return SaveSetDialog(window, window.desk.bridge.plan, "Board pack")


def _party(window: MainWindow) -> Party:
    return window.desk.bridge.plan.ordered_parties[0]


def _add_parties(window: MainWindow) -> QDialog:
    from mkplanner.ui.rasic.partydialogs import AddPartiesDialog

    return AddPartiesDialog(window, window.desk.bridge.plan)


def _council(window: MainWindow) -> QDialog:
    from mkplanner.ui.rasic.partydialogs import CouncilDialog

    return CouncilDialog(window, window.desk.bridge.plan, _party(window))


def _merge(window: MainWindow) -> QDialog:
    from mkplanner.ui.rasic.partydialogs import MergeDialog

    return MergeDialog(window, window.desk.bridge.plan, _party(window))


def _letters(window: MainWindow) -> QDialog:
    from mkplanner.ui.rasic.lettersdialog import LettersDialog

    return LettersDialog(window, window.desk.bridge)


def _go_to(window: MainWindow) -> QDialog:
    from mkplanner.ui.arranging.goto import GoToDialog

    return GoToDialog(window, window.desk.bridge.plan)


def _name(window: MainWindow) -> QDialog:
    from mkplanner.ui.arranging.savedviews import NameDialog

    return NameDialog(window, "Keep as a view", "")


def _baseline(window: MainWindow) -> QDialog:
    from mkplanner.ui.timetable.baselinedialog import BaselineDialog

    return BaselineDialog(window.desk.bridge, date(2026, 2, 25), window)


def _look(window: MainWindow) -> QDialog:
    from mkplanner.ui.printing.look import LookDialog

    return LookDialog(window, window.desk.bridge)


def _preview(window: MainWindow) -> QDialog:
    from mkplanner.ui.importing.preview import PreviewDialog

    return PreviewDialog(window, PASTED, "What you copied", None, Path("/"))


def _review(window: MainWindow) -> QDialog:
    from mkplanner.ui.merging.review import ReviewDialog

    return ReviewDialog(window, window.desk.opened, "Merged", "Yours")


def _progress(window: MainWindow) -> QDialog:
    from mkplanner.ui.tasks import ProgressWindow

    return ProgressWindow(window, "Writing the PDF", lambda: None)


DIALOGS: dict[str, Maker] = {
    "AboutDialog": _about,
    "AddPartiesDialog": _add_parties,
    "BaselineDialog": _baseline,
    "CouncilDialog": _council,
    "CrashWindow": _crash,
    "EmailDialog": _email,
    "ExportDialog": _export,
    "GoToDialog": _go_to,
    "HelpWindow": _help,
    "HistoryDialog": _history,
    "LettersDialog": _letters,
    "LookDialog": _look,
    "MarkDialog": _mark,
    "MergeDialog": _merge,
    "MoveDialog": _move,
    "NameDialog": _name,
    "NewPlanDialog": _new_plan,
    "PreferencesDialog": _preferences,
    "PreviewDialog": _preview,
    "ProgressWindow": _progress,
    "PropertiesDialog": _properties,
    "ReviewDialog": _review,
    "SaveSetDialog": _save_set,
    "TemplateDialog": _template,
    "VersionsDialog": _versions,
}
