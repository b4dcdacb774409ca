from mkplanner.ui.speech import announce
from tests.ui.saltway import bridge_of, timetable_of


def test_words_can_be_announced_at_any_time(qtbot, listened_to):
    announce(timetable_of(qtbot, bridge_of()).chart, "By 31 May 2026")
    announce(timetable_of(qtbot, bridge_of()).chart, "The file cannot be written", is_urgent=True)
