from mkplanner.models.commands.rows import DeleteItem
from mkplanner.ui.views import View


def test_every_view_keeps_its_promises(plan_window):
    desk = plan_window.desk
    for name in ("timetable", "rasic", "updates", "board"):
        desk.show_view(name)
        promised = [part for part in vars(View) if not part.startswith("_")]
        assert [part for part in promised if not hasattr(desk.view, part)] == []
        assert desk.view.status_text()
        assert all(callable(deed) for deed in desk.handlers().values())


def test_the_views_offer_only_commands_that_menus_know(plan_window):
    from mkplanner.ui.actiontable import TABLE

    keys_only = {"set_status", "take_back_row", "give_all"}
    keys_only |= {"extend_left", "extend_right", "select_rows", "select_column"}
    for name in ("timetable", "rasic", "updates", "board"):
        plan_window.desk.show_view(name)
        assert set(plan_window.desk.handlers()) - set(TABLE) <= keys_only


def test_delete_in_the_matrix_empties_cells_and_keeps_rows(plan_window):
    plan_window.desk.show_view("rasic")

    assert "clear" in plan_window.desk.handlers()
    assert "delete" not in plan_window.desk.handlers()


def test_a_deleted_row_is_no_longer_selected(plan_window):
    plan_window.desk.select("b")
    plan_window.desk.bridge.run(DeleteItem(("b",)))

    assert "b" not in plan_window.desk.selected()


def test_a_filter_is_kept_from_view_to_view(plan_window):
    plan_window.desk.set_filter("telephone")
    plan_window.desk.show_view("rasic")
    plan_window.desk.show_view("timetable")

    assert plan_window.desk.view.model.rowCount() <= 2


def test_what_changes_in_the_table_while_the_matrix_is_on_show_leaves_its_filter_alone(plan_window, qtbot):
    desk = plan_window.desk
    table = desk.view
    desk.set_filter("telephone")
    desk.show_view("rasic")
    heard = []
    desk.words_changed.connect(heard.append)
    with qtbot.captureExceptions() as bugs:
        table.arranger.changed.emit()

    assert bugs == []
    assert heard == ["telephone"]


def test_columns_come_back_with_the_next_plan(plan_window, plan_path):
    plan_window.desk.view.splitter.setSizes([300, 900])
    sizes = plan_window.desk.view.splitter.sizes()
    plan_window.close_plan()
    plan_window.deeds.open_path(plan_path)

    assert abs(plan_window.desk.view.splitter.sizes()[0] - sizes[0]) <= 4


def test_a_plan_that_is_opened_before_the_window_shows_begins_at_its_left_edge(qtbot, dressed, settings, plan_path):
    from mkplanner.ui.window.mainwindow import MainWindow

    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show_start(plan_path)
    window.show()

    assert window.desk.view.table.horizontalScrollBar().value() == 0
    window.close()


def test_a_hidden_view_asks_for_no_room(plan_window):
    desk = plan_window.desk
    alone = desk.minimumSizeHint()
    plan_window.show_view("rasic")
    plan_window.show_view("timetable")
    assert desk.minimumSizeHint() == alone


def test_a_plan_opens_on_its_first_action_and_not_on_a_theme(plan_window):
    (chosen,) = plan_window.desk.selected()

    assert not plan_window.desk.bridge.plan.items[chosen].kind.is_heading
    assert plan_window.desk.view.table.verticalScrollBar().value() == 0
