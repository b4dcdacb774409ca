"""Widgets hand over commands here, and hear from here what has changed."""

from pytestqt.qtbot import QtBot

from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge
from tests.builders import session_of


def test_a_command_is_news_with_its_origin(qtbot: QtBot) -> None:
    session, _ = session_of()
    bridge = SessionBridge(session)
    with qtbot.waitSignal(bridge.changed) as news, qtbot.waitSignal(bridge.history_changed):
        done = bridge.run(AddItem("Report quarterly"), origin="the table")
    assert done is not None
    assert bridge.plan.items[done.id or ""].title == "Report quarterly"
    changes = news.args[0]
    assert changes.origin == "the table"
    assert bridge.undo_title == "Add row"


def test_what_is_refused_is_told_once_and_changes_nothing(qtbot: QtBot, recorder: messages.Recorder) -> None:
    session, _ = session_of()
    bridge = SessionBridge(session)
    before = bridge.plan
    assert bridge.run(SetField("nowhere", "title", "x")) is None
    assert [trouble.sentence for trouble in recorder.errors] == ["That row is no longer in the plan."]
    assert bridge.plan is before


def test_undo_and_redo_name_each_other(qtbot: QtBot) -> None:
    session, _ = session_of()
    bridge = SessionBridge(session)
    bridge.run(AddItem("Once"))
    bridge.undo()
    assert (bridge.undo_title, bridge.redo_title) == (None, "Add row")
    bridge.redo()
    assert (bridge.undo_title, bridge.redo_title) == ("Add row", None)


def test_a_closed_bridge_hears_no_more(qtbot: QtBot) -> None:
    session, _ = session_of()
    bridge = SessionBridge(session)
    bridge.close()
    with qtbot.assertNotEmitted(bridge.changed):
        session.run(AddItem("Unheard"))
