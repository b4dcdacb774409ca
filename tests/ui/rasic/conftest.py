"""A RASIC view over the worked example, as a window shows it."""

import pytest
from pytestqt.qtbot import QtBot

from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.rasic.view import RasicView
from tests.builders import example_plan, session_of


@pytest.fixture
def view(qtbot: QtBot, recorder: messages.Recorder) -> RasicView:
    session, _ = session_of(example_plan())
    shown = RasicView(SessionBridge(session))
    qtbot.addWidget(shown)
    shown.resize(1366, 680)
    shown.show()
    return shown
