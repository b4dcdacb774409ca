import pytest

from mkplanner.ui import messages
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


@pytest.fixture
def recorder():
    recorder = messages.Recorder()
    before = messages.use(recorder)
    yield recorder
    messages.use(before)
