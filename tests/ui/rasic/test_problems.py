"""The list of what is wrong with letters."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from mkplanner.models.commands.rows import AddItem
from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.rasic.problems import ProblemList, is_about_letters
from tests.builders import session_of


def test_only_notices_about_letters_belong_here() -> None:
    assert is_about_letters(Notice("two-accountable", Severity.WARNING, "…", "a", "rasic"))
    assert is_about_letters(Notice("nobody-accountable", Severity.INFO, "…"))
    assert not is_about_letters(Notice("no-date", Severity.INFO, "…", "a", "by_when"))


def test_a_plan_without_letters_says_so_once(qtbot: QtBot) -> None:
    session, _ = session_of()
    bridge = SessionBridge(session)
    shown = ProblemList(bridge, None)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    lines = shown.findChild(QListWidget, "rasic_problems")
    assert lines is not None
    assert lines.count() == 0
    bridge.run(AddItem("Agree terms"))
    bridge.run(AddItem("Agree prices"))
    said = "Nobody is Accountable for any action yet; fill in the A letters in RASIC."
    qtbot.waitUntil(lambda: [lines.item(row).text() for row in range(lines.count())] == [said])
