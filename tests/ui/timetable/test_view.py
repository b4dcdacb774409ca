import pytest

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.chartmenus import link_place
from tests.builders import empty_plan
from tests.ui.painted import Painted
from tests.ui.saltway import bridge_of, timetable_of

PROMISED = {
    *("add_action", "add_sub_action", "indent", "outdent", "delete", "move_up", "move_down"),
    *("zoom_in", "zoom_out", "whole_plan", "today", "expand_all", "collapse_all", "edit", "copy", "paste", "fill_down"),
}


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def test_every_promised_order_can_be_given(view):
    assert set(view.handlers()) >= PROMISED


def test_selecting_tells_which_rows(qtbot, view):
    with qtbot.waitSignal(view.selection_changed) as news:
        view.select("s112")

    assert news.args == [("s112",)]
    assert view.selected() == ("s112",)
    assert view.table.currentIndex() == view.model.index_of("s112", TITLE)


def test_a_row_below_a_shut_one_is_shown_when_it_is_selected(view):
    view.handlers()["collapse_all"]()
    view.select("s112")

    assert view.table.isExpanded(view.model.index_of("t1"))
    assert view.table.visualRect(view.model.index_of("s112")).height() > 0


def test_selected_rows_are_told_from_top_to_bottom(view):
    selection = view.table.selectionModel()
    for id_ in ("a25", "a11", "s112"):
        selection.select(view.model.index_of(id_), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)

    assert view.selected() == ("a11", "s112", "a25")


def test_a_deleted_row_is_selected_no_more(view):
    view.select("a22")
    view._bridge.run(DeleteItem(("a22",)))

    assert "a22" not in view.selected()


def test_zoom_is_told_in_words(qtbot, view):
    with qtbot.waitSignal(view.zoom_changed) as news:
        view.handlers()["zoom_in"]()

    assert news.args == [view.status_text()]
    assert " · " in view.status_text()


def test_a_filter_opens_what_it_finds_and_afterwards_all_is_as_it_was(view):
    view.table.collapse(view.model.index_of("t1"))
    view.set_filter("audit teams")
    assert view.table.isExpanded(view.model.index_of("t1"))
    assert view.table.visualRect(view.model.index_of("s112")).height() > 0
    assert not view.model.index_of("a22").isValid()
    view.set_filter("")
    assert not view.table.isExpanded(view.model.index_of("t1"))
    assert view.table.isExpanded(view.model.index_of("t2"))


def test_words_in_an_open_editor_are_kept_when_the_window_asks(view):
    view.table.edit_cell("a22", TITLE)
    view.table.viewport().findChild(CellEdit).setPlainText("Train everybody")
    view.keep_typing()
    view.keep_typing()

    assert view.model.plan.items["a22"].title == "Train everybody"


def test_an_empty_filter_leaves_open_and_shut_rows_alone(view):
    view.table.collapse(view.model.index_of("t1"))
    view.set_filter("")

    assert not view.table.isExpanded(view.model.index_of("t1"))


def test_split_bar_and_columns_are_remembered(qtbot, view):
    view.splitter.setSizes([400, 600])
    view.table.head.resizeSection(TITLE, 333)
    sizes = view.splitter.sizes()
    state = view.save_state()
    other = timetable_of(qtbot, bridge_of())
    other.restore_state(state)

    assert other.splitter.sizes() == sizes
    assert other.table.head.sectionSize(TITLE) == 333


@pytest.mark.parametrize("state", [b"", b"not json", b"[]", b'{"splitter": 3}', b'{"splitter": "AA", "columns": "AA"}'])
def test_a_state_that_cannot_be_read_changes_nothing(view, state):
    before = view.table.head.sectionSize(TITLE)
    view.restore_state(state)

    assert view.table.head.sectionSize(TITLE) == before


def test_the_head_names_the_plan_and_the_scale(view):
    assert view.table.head.title == "Action plan 2025–27"
    assert view.table.head.note == "Months in financial years"


def test_an_empty_plan_offers_one_line_to_type_in(qtbot):
    view = timetable_of(qtbot, bridge_of(empty_plan()))

    assert view.model.rowCount() == 1
    assert not view.grab().isNull()


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_a_change_of_theme_repaints_with_its_colours(qapp, qtbot, name):
    installed = theme.install(qapp, "light", 100)
    view = timetable_of(qtbot, bridge_of())
    installed.dress(name, 100)
    picture = view.grab().toImage()
    corner = view.table.viewport().mapTo(view, view.table.viewport().rect().bottomRight()) - view.rect().topLeft()

    assert picture.pixelColor(corner.x() - 4, corner.y() - 4).name() == installed.palette["base"].lower()
    installed.dress("light", 100)


def test_columns_grow_with_the_letters(qapp, qtbot):
    installed = theme.install(qapp, "light", 100)
    view = timetable_of(qtbot, bridge_of())
    before = view.table.head.sectionSize(TITLE)
    installed.dress("light", 150)

    assert view.table.head.sectionSize(TITLE) == pytest.approx(1.5 * before, rel=0.1)
    installed.dress("light", 100)


def test_many_rows_open_with_their_themes_shut(qtbot):
    bridge = bridge_of(empty_plan())
    from mkplanner.models.commands.together import Together

    rows = tuple(AddItem(f"Action {n}", parent="t", id=f"a{n}") for n in range(2100))
    bridge.run(Together("Add", (AddItem("Theme", id="t"), *rows)))
    view = timetable_of(qtbot, bridge)

    assert not view.table.isExpanded(view.model.index_of("t"))
    view.handlers()["expand_all"]()
    assert view.table.isExpanded(view.model.index_of("t"))


def test_a_change_of_words_leaves_both_heads_as_they_are_painted(view):
    heads = [Painted(view.table.head.viewport()), Painted(view.chart.head)]
    view.select("s112")

    def change():
        view.model.run(SetField("s112", "title", "Other words"))
        view.select("a11")

    assert [head.by(change) for head in heads] == [0, 0]


def test_another_title_of_the_plan_is_painted(view):
    head = Painted(view.table.head.viewport())

    assert head.by(lambda: view.model.run(SetPlanInfo((("title", "Shared libraries"),)))) > 0
    assert view.table.head.title == "Shared libraries"


def test_the_menu_key_opens_what_can_be_done_with_the_chosen_link_and_else_with_the_rows(view):
    bridge = view.model.bridge
    bridge.run(LinkItems("s112", "a25"))
    (link,) = bridge.plan.links
    view.select("a25")
    assert view.menu_by_key()[0].objectName() == "row_menu"
    view.chart.choose_link(link.id)
    menu, at = view.menu_by_key()
    assert menu.objectName() == "link_menu"
    assert at == link_place(view.chart, link.id)
    view.chart.choose_link(None)
    assert view.menu_by_key()[0].objectName() == "row_menu"
