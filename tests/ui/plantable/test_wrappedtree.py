from PySide6.QtCore import QEvent, QObject

from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.ui.itemmodels.columns import NOTES, TITLE
from mkplanner.ui.plantable.spokentree import SpokenTree
from mkplanner.ui.timetable.view import TimetableView
from tests.builders import empty_plan, written
from tests.ui.saltway import bridge_of, timetable_of

LONG = "Organisational and operational effectiveness: people, development and learning, performance and resources"


def test_the_words_of_a_theme_stay_within_what_is_in_sight(qtbot):
    bridge = bridge_of()
    bridge.run(SetField("t1", "title", LONG))
    view = timetable_of(qtbot, bridge)
    view.resize(1100, 600)
    table = view.table
    serial = view.model.index_of("t1").internalId()

    view.splitter.setSizes([900, 200])
    wide = len(table.rows.row(serial).cells[TITLE].words)
    view.splitter.setSizes([380, 700])
    narrow = table.rows.row(serial)

    assert wide < len(narrow.cells[TITLE].words)
    left = table.head.sectionPosition(TITLE) + table.rows.text_left(serial, True)
    assert all(
        left + table.rows.bold.line_width(line) <= table.viewport().width() for line in narrow.cells[TITLE].words
    )
    table.executeDelayedItemsLayout()
    assert table.visualRect(view.model.index_of("t1")).height() == narrow.height


def test_a_shown_column_stands_in_the_way_of_a_themes_words_only_where_it_says_something(qtbot):
    bridge = bridge_of()
    bridge.run(SetField("t1", "title", LONG))
    bridge.run(SetField("t2", "title", LONG))
    bridge.run(SetField("t2", "by_when", "March 2026"))
    view = timetable_of(qtbot, bridge)
    lines = [len(view.table.rows.row(view.model.index_of(id_).internalId()).cells[TITLE].words) for id_ in ("t1", "t2")]

    assert lines[0] < lines[1]
    assert view.table.head.isSectionHidden(NOTES)


def test_a_turn_of_the_wheel_paints_only_the_rows_that_come_into_sight(qtbot):
    view = timetable_of(qtbot, bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(60)), plan=empty_plan())))
    table = view.table
    table.scroll_range.measure_all()
    qtbot.wait(50)
    areas = PaintedAreas(table.viewport())

    table.verticalScrollBar().setValue(100)
    qtbot.waitUntil(lambda: bool(areas.seen))

    high = table.viewport().height()
    assert areas.seen[0].top() == high - 100
    assert areas.seen[0].height() == 100


def test_at_a_scale_between_whole_ones_all_is_painted_afresh(qtbot, monkeypatch):
    view = timetable_of(qtbot, bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(60)), plan=empty_plan())))
    table = view.table
    table.scroll_range.measure_all()
    qtbot.wait(50)
    monkeypatch.setattr(table, "devicePixelRatioF", lambda: 1.5)
    areas = PaintedAreas(table.viewport())

    table.verticalScrollBar().setValue(100)
    qtbot.waitUntil(lambda: bool(areas.seen))

    assert areas.seen[0] == table.viewport().rect()


def test_what_lies_below_the_last_row_is_ground(qtbot):
    view = timetable_of(qtbot, bridge_of())
    view.resize(1100, 1400)
    table = view.table
    picture = table.viewport().grab().toImage()

    end = table.visualRect(table.new_row_index()).bottom()
    assert end < picture.height() - 10
    assert picture.pixelColor(40, picture.height() - 5) == table.painter.look.colour("base")


class PaintedAreas(QObject):
    """Notes which part of a widget each of its paint events is about."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.append(event.rect())
        return False


def test_no_row_is_laid_out_before_the_rows_are_first_shown_and_then_all_are(qtbot, monkeypatch):
    told, forget = [], SpokenTree.forget  # which follows each layout
    monkeypatch.setattr(SpokenTree, "forget", lambda spoken: told.append(spoken) or forget(spoken))
    view = TimetableView(bridge_of())
    qtbot.addWidget(view)
    view.select("t2")
    view.resize(1100, 600)
    view.table.doItemsLayout()
    assert not told

    view.show()
    qtbot.waitExposed(view)
    assert told
    assert view.table.visualRect(view.model.index_of("t2")).isValid()


def test_rows_laid_out_afresh_are_told_to_the_chart_even_where_the_scroll_bar_stays_as_it_is(qtbot):
    table = timetable_of(qtbot, bridge_of()).table
    table.executeDelayedItemsLayout()
    with qtbot.waitSignal(table.moved, timeout=500):
        table.doItemsLayout()
