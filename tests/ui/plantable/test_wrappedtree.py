from mkplanner.models.commands.rows import SetField
from mkplanner.ui.plantable.columns import NOTES, TITLE
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
