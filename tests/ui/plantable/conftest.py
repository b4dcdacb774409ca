import pytest

from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())
