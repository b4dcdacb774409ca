from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, OWNER, REF, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.rowlayout import TableLayout
from tests.builders import empty_plan
from tests.ui.saltway import bridge_of, timetable_of


def test_rows_are_as_tall_as_their_words_up_to_three_lines_and_by_when_as_tall_as_it_must(qtbot, view):
    pitch, pad = view.table.rows.measures.pitch, view.table.rows.measures.pad
    view.model.setData(view.model.index_of("a22", TITLE), "word " * 60)
    serial = view.model.index_of("a22").internalId()
    assert view.table.rows.row(serial).height == 2 * pad + 3 * pitch
    assert view.table.rows.row(serial).cells[TITLE].words[2].endswith("…")
    view.model.setData(view.model.index_of("a22", BY_WHEN), "\n".join(f"By {day} March 2026" for day in range(1, 8)))
    assert view.table.rows.row(serial).height >= 2 * pad + 7 * pitch
    assert view.table.visualRect(view.model.index_of("a22")).height() == view.table.rows.row(serial).height


def test_the_words_of_a_theme_run_over_the_empty_cells_beside_it(qtbot, view):
    serial = view.model.index_of("t1").internalId()
    view.table.head.resizeSection(TITLE, 90)

    assert view.table.rows.row(serial).cells[TITLE].words == ["Governance and decision-making"]


def test_every_column_but_two_can_be_hidden_and_brought_back(view):
    menu = view.table.head.column_menu()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == [f"show_{column.key}" for column in COLUMNS if column.key not in ("number", "title")]
    menu.findChild(object, "show_owners").setChecked(False)
    assert view.table.isColumnHidden(OWNER)
    view.table.head.set_first_widths()
    assert not view.table.isColumnHidden(OWNER)


def test_a_new_number_widens_the_first_column(view):
    before = view.table.columnWidth(REF)
    view.model.setData(view.model.index_of("t2", REF), "RES10.12")

    assert view.table.columnWidth(REF) > before


def test_each_line_of_a_date_knows_where_it_stands(view):
    layout = view.table.rows
    assert isinstance(layout, TableLayout)
    spans = layout.line_spans(view.model.index_of("a12").internalId())
    assert len(spans) == 2
    assert spans[0][1] <= spans[1][0]
    assert layout.line_spans(view.model.index_of("t1").internalId()) == ()


def test_the_last_line_asks_for_the_first_action_only_until_there_is_one(qtbot):
    view = timetable_of(qtbot, bridge_of(empty_plan()))
    view.grab()
    view.model.setData(view.table.new_row_index(), "Agree the scope")
    view.grab()

    assert view.table.rows.row(NEW_ROW).cells[TITLE].words == ["Type a new action…"]
