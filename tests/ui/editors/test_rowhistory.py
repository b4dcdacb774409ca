from mkplanner.models.lookback.records import ChangeRecord
from mkplanner.ui.editors.panel import DetailsPanel
from mkplanner.ui.lookback.entries import HistoryLine
from tests.ui.editors.reading import words
from tests.ui.saltway import bridge_of

CHANGE = ChangeRecord("a22", "title", "Training", "Joint training", "item", False)
LINES = [HistoryLine("2026-11-03T14:20:00+00:00", "HR Manager", "Changed the title of 2.2", "a22", CHANGE)]


class Told:
    """Answers at once, and keeps what was asked."""

    def __init__(self, lines):
        self.lines, self.asked, self.put = lines, [], []

    def read(self, item, tell):
        self.asked.append(item)
        tell(self.lines)

    def put_back(self, change):
        self.put.append(change)


def panel_with(qtbot, chronicle):
    panel = DetailsPanel(bridge_of(), None, None, chronicle)
    qtbot.addWidget(panel)
    panel.resize(265, 900)
    panel.show()
    panel.show_item("a22")
    return panel


def test_the_history_is_read_only_once_it_is_seen(qtbot):
    told = Told(LINES)
    panel = panel_with(qtbot, told)
    qtbot.wait(300)
    assert told.asked == []
    panel.row.sections["history"].head.click()
    qtbot.waitUntil(lambda: told.asked == ["a22"])
    assert "Changed the title of 2.2." in words(panel.row.history)
    assert "HR Manager" in words(panel.row.history)


def test_an_older_value_is_put_back_and_the_whole_history_asked_for(qtbot):
    told = Told(LINES)
    panel = panel_with(qtbot, told)
    panel.row.sections["history"].head.click()
    qtbot.waitUntil(lambda: bool(told.asked))
    panel.row.history.findChild(object, "put_back").click()
    assert told.put == [CHANGE]
    with qtbot.waitSignal(panel.history_wanted) as asked:
        panel.row.history.findChild(object, "whole_history").click()
    assert asked.args == ["a22"]


def test_a_row_without_history_says_so(qtbot):
    panel = panel_with(qtbot, Told([]))
    panel.row.sections["history"].head.click()
    qtbot.waitUntil(lambda: "Nothing has changed yet." in words(panel.row.history))
