from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from mkplanner.models.outline import outline
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, TITLE
from mkplanner.ui.plantable.choice import ChoosingTree
from mkplanner.ui.plantable.rowchoice import stretches

STARTS = next(place for place, column in enumerate(COLUMNS) if column.key == "starts")
ADD_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def test_chosen_rows_are_told_from_top_to_bottom_in_whatever_order_they_were_chosen(view):
    table = view.table
    assert isinstance(table, ChoosingTree)
    for id_ in ("a22", "t1", "a12"):
        table.selectionModel().select(view.model.index_of(id_), ADD_ROW)

    assert table.chosen_ids() == ("t1", "a12", "a22")


def test_going_to_a_row_that_is_hidden_opens_what_hides_it_and_keeps_to_the_column(view):
    table = view.table
    table.choose("t1", BY_WHEN)
    view.handlers()["collapse_all"]()
    assert not table.isExpanded(view.model.index_of("a22").parent())
    table.choose("a22")

    assert (table.current_id(), table.currentIndex().column()) == ("a22", BY_WHEN)
    assert table.visualRect(table.currentIndex()).isValid()


def test_choosing_nothing_leaves_no_row_chosen(view):
    view.table.choose("a12")
    view.table.choose(None)

    assert view.table.chosen_ids() == ()


def test_the_keyboard_begins_on_words_and_not_on_a_number(view):
    view.table.setCurrentIndex(QModelIndex())
    QApplication.sendEvent(view.table, QFocusEvent(QEvent.Type.FocusIn))

    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (0, TITLE)


def test_what_is_worked_out_is_not_opened_for_writing_and_the_line_for_a_new_action_is(view):
    assert not view.table.edit_or_refuse(view.model.index_of("a12", STARTS))
    assert view.table.edit_or_refuse(view.table.new_row_index())


def test_choosing_all_chooses_whole_rows_in_every_column_and_asks_nothing_twice(view):
    view.table.selectAll()
    chosen = view.table.selectionModel()

    assert view.table.chosen_ids() == tuple(entry.item.id for entry in outline(view.model.plan))
    assert all(chosen.isSelected(view.model.index_of("s112", column)) for column in range(len(COLUMNS)))
    parts = [(stretch.parent().internalId(), stretch.top()) for stretch in stretches(chosen.selection())]
    assert len(parts) == len(set(parts)) > 3


def test_rows_chosen_by_some_of_their_cells_can_be_let_go_by_others(view):
    chosen, model = view.table.selectionModel(), view.model
    chosen.select(QItemSelection(model.index_of("a21", TITLE), model.index_of("a23", BY_WHEN)), ADD_ROW)
    assert view.table.chosen_ids() == ("a21", "a22", "a23")
    take = QItemSelectionModel.SelectionFlag.Deselect
    chosen.select(QItemSelection(model.index_of("a22", BY_WHEN), model.index_of("a22", BY_WHEN)), take)

    assert view.table.chosen_ids() == ("a21", "a23")
    assert not chosen.isSelected(model.index_of("a22", TITLE))


def test_only_what_is_in_sight_is_painted_when_the_choice_changes(view):
    everything = view.table.visualRegionForSelection(QItemSelection())

    assert everything.boundingRect() == view.table.viewport().rect()
