from PySide6.QtCore import QPoint, Qt

from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, OWNER, REF, TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.header import HEAD, TableHead


def test_the_head_is_as_tall_as_three_tiers(view):
    assert isinstance(view.table.head, TableHead)
    assert view.table.head.height() == theme.px(HEAD)


def test_ref_stays_the_first_column_whatever_is_moved(view):
    view.table.head.moveSection(view.table.head.visualIndex(BY_WHEN), 0)
    assert view.table.head.visualIndex(REF) == 0
    view.table.head.set_first_widths()
    assert [view.table.head.visualIndex(column) for column in range(len(COLUMNS))] == list(range(len(COLUMNS)))


def test_a_column_is_shown_and_hidden_from_the_menu(qtbot, view):
    with qtbot.waitSignal(view.table.head.columns_changed):
        view.table.head.column_menu().findChild(object, "show_owners").trigger()

    assert view.table.isColumnHidden(OWNER)


def test_a_column_can_be_made_as_wide_as_its_words(view):
    view.table.head.resizeSection(BY_WHEN, 60)
    view.table.resizeColumnToContents(BY_WHEN)
    serial = view.model.index_of("a12").internalId()
    assert len(view.table.rows.row(serial).cells[BY_WHEN].words) == 2
    view.model.setData(view.model.index_of("a22", TITLE), "word " * 80)
    view.table.resizeColumnToContents(TITLE)
    assert view.table.columnWidth(TITLE) <= theme.px(420)
    view.table.resizeColumnToContents(REF)
    assert view.table.columnWidth(REF) >= 30


def test_the_name_of_the_plan_is_drawn_above_the_headings(view):
    picture = view.table.head.grab().toImage()
    dark = theme.colour("text").name()
    upper = {picture.pixelColor(x, y).name() for x in range(10, 120) for y in range(6, 24)}
    lower = {picture.pixelColor(x, y).name() for x in range(10, 40) for y in range(32, 50)}

    assert dark in upper
    assert dark in lower
    assert view.table.head.orientation() == Qt.Orientation.Horizontal
    assert view.table.columnWidth(TITLE) > view.table.columnWidth(REF)


def test_dragging_an_edge_leaves_the_pointer_where_the_hand_has_it(qtbot, view, monkeypatch):
    head = view.table.head
    x, y = head.sectionViewportPosition(TITLE) + head.sectionSize(TITLE) - 1, head.height() - 10
    before, moved = head.sectionSize(TITLE), []
    monkeypatch.setattr(head, "setOffset", moved.append)  # with which Qt takes the pointer along while an edge is held
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    for step in (10, 20, 30):
        qtbot.mouseMove(head.viewport(), QPoint(x + step, y))
        view.table.scroll_range.fit()
    assert moved == []
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x + 30, y))
    assert head.sectionSize(TITLE) == before + 30
    view.table.scroll_range.fit()
    assert moved
