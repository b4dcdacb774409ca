"""Every dialogue of the program, ready to be opened over a window with a plan: for the tests of sizes and of names."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from mkplanner.models.commands.baselines import SetBaseline
from mkplanner.models.commands.rows import SetField
from mkplanner.models.people import Party
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.window.mainwindow import MainWindow
from tests.conftest import CHECKOUT

Maker = Callable[[MainWindow], QDialog]
BASES = {"QDialog", "FormDialog", "FittingDialog", "OrderedDialog"}
FRAMES = {"FormDialog", "FittingDialog", "OrderedDialog"}
"""What other dialogues are built on; they are never opened themselves."""
PASTED = """Action\tBy when\tOwner
Agree the terms on which staff of the councils work in one audit team\tBy March 2027\tHead of Legal and Monitoring
Sign them\tSpring or perhaps summer, once the board has met\tHR Manager
"""


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

    window.desk.bridge.run(SetField("b", "title", "Share one telephone system with all offices of the partnership"))
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

    window.desk.bridge.run(
        SetBaseline("What the joint committee and both cabinets agreed in their meetings", date(2026, 2, 25))
    )
    return BaselineDialog(window.desk.bridge, date(2026, 2, 25), window)


def _look(window: MainWindow) -> QDialog:
    from mkplanner.ui.printing.look import LookDialog

    return LookDialog(window, window.desk.bridge)


def _preview(window: MainWindow) -> QDialog:
    from mkplanner.ui.importing.preview import PreviewDialog

    return PreviewDialog(window, PASTED, "What you copied", None, Path("/"))


def _review(window: MainWindow) -> QDialog:
    """Two people have written a date and a title at the same time."""
    from mkplanner.ui.merging.review import ReviewDialog

    opened = window.desk.opened
    opened.sync()
    folder = opened.path.parent / "mail"
    folder.mkdir(exist_ok=True)
    copy = Path(shutil.copy(opened.path, folder / opened.path.name))
    with closing(open_plan(copy, author="Audit Manager")) as theirs:
        theirs.session.run(SetField("a", "by_when", "By 31 January 2027, or earlier where the board agrees"))
        theirs.session.run(SetField("a2", "title", "Sign the agreement in the presence of both leaders"))
    window.desk.bridge.run(SetField("a", "by_when", "By 15 December 2026"))
    window.desk.bridge.run(SetField("a2", "title", "Sign the agreement at the joint committee"))
    report = opened.merge(copy)
    note = "saltway.mkplan. The plan as it was before is kept in Previous versions."
    return ReviewDialog(window, opened, "From the Audit Manager", "Yours", report.lines, note)


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
