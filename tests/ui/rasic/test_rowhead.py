"""The left head and the corner: chevrons, a width that can be dragged, and a hint in the plan's own letters."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.people import AddParty
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.corner import Corner
from mkplanner.ui.rasic.edge import Edge
from mkplanner.ui.rasic.gridmemory import GridMemory
from mkplanner.ui.rasic.rowhead import CHEVRON, RowHead
from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import put_cursor

LEFT = Qt.MouseButton.LeftButton


def test_a_click_on_the_chevron_shuts_the_row_and_opens_it_again(view: RasicView, qtbot: QtBot) -> None:
    head: RowHead = view.grid.rows
    rows = view.model.rowCount()
    for expected in (rows - 4, rows):
        x = head._indent(view.model.entry(1)) + theme.px(CHEVRON) // 2
        y = head.sectionViewportPosition(1) + head.sectionSize(1) // 2
        qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(x, y))
        assert view.model.rowCount() == expected


def test_the_edges_of_the_heads_can_be_dragged(view: RasicView, qtbot: QtBot) -> None:
    for head, is_upright in ((view.grid.rows, False), (view.grid.heads, True)):
        assert isinstance(head.edge, Edge)
        before = head.height() if is_upright else head.width()
        start = QPoint(50, head.height() - 1) if is_upright else QPoint(head.width() - 1, 50)
        end = start + (QPoint(0, 20) if is_upright else QPoint(40, 0))
        qtbot.mousePress(head.viewport(), LEFT, pos=start)
        qtbot.mouseMove(head.viewport(), end)
        qtbot.mouseRelease(head.viewport(), LEFT, pos=end)
        after = head.height() if is_upright else head.width()
        assert after > before
    corner = view.grid._corner
    assert isinstance(corner, Corner)
    assert (corner.width(), corner.height()) == (view.grid.rows.width(), view.grid.heads.height())


def test_titles_take_the_room_that_few_columns_leave(view: RasicView) -> None:
    before = view.grid.rows.width()
    view.resize(1900, 680)
    assert view.grid.rows.width() > before


def test_the_hint_names_the_plans_letters(view: RasicView) -> None:
    assert view.grid._corner._hint(400).startswith("R A S I C put")
    view._bridge.run(UseLetterSet("DACI"))
    assert view.grid._corner._hint(400).startswith("D A C I put")


def test_the_cursor_stays_in_its_cell_when_a_column_is_added(view: RasicView) -> None:
    item, party = put_cursor(view, "3.1", "Head of Legal")
    assert isinstance(view.grid._memory, GridMemory)
    view._bridge.run(AddParty("Chair", organisation="Saltway Partnership"))
    assert (view.grid.current_item(), view.grid.current_party()) == (item, party)


def test_rows_that_others_changed_are_marked_by_a_tint_and_a_dot(view: RasicView) -> None:
    head: RowHead = view.grid.rows
    item = view.model.entry(2).item.id

    def colours() -> set[str]:
        picture = head.viewport().grab().toImage()
        top = head.sectionViewportPosition(2)
        middle = top + head.sectionSize(2) // 2
        return {picture.pixelColor(x, middle).name() for x in range(2, 9)}

    plain = colours()
    view.mark_rows(frozenset({item}))
    assert {theme.colour("tint_info").name(), theme.colour("accent").name()} <= colours()
    view.mark_rows(frozenset())
    assert colours() == plain
