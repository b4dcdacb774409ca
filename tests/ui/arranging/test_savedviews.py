import pytest
from PySide6.QtWidgets import QMenu

from mkplanner.models.asking.query import EVERYTHING
from mkplanner.ui.arranging.savedviews import NameDialog
from mkplanner.ui.itemmodels.columns import OWNER, PLACE_OF, TITLE


def test_a_view_keeps_columns_filter_order_and_zoom(view):
    head = view.table.head
    head.setSectionHidden(OWNER, True)
    head.setSectionHidden(PLACE_OF["ends"], False)
    head.resizeSection(TITLE, 260)
    view.arranger.toggle("statuses", "late")
    view.arranger.sort("by_when", backwards=True)
    view.chart.zoom_to(3.0)
    query = view.arranger.query
    assert view.views.keep("Late")

    head.set_first_widths()
    view.arranger.clear()
    view.chart.zoom_to(1.0)
    view.views.show("Late")

    assert view.arranger.query == query
    assert head.isSectionHidden(OWNER)
    assert not head.isSectionHidden(PLACE_OF["ends"])
    assert head.sectionSize(TITLE) == pytest.approx(260, abs=1)
    assert view.chart.zoom.scale.pixels_per_day == pytest.approx(3.0, rel=0.01)


def test_views_are_renamed_updated_and_deleted_and_undo_brings_them_back(view):
    view.views.keep("One")
    view.views.rename("One", "Two")
    assert view.views.names() == ["Two"]
    view.arranger.group("owner")
    view.views.keep("Two")
    view.views.forget("Two")
    assert view.views.names() == []
    view.model.bridge.undo()
    assert view.views.names() == ["Two"]
    view.arranger.clear()
    view.views.show("Two")
    assert view.arranger.query.group == "owner"


def test_the_menu_offers_views_and_what_can_be_done_with_the_chosen_one(view):
    view.views.keep("Board & co")
    menu = QMenu()
    view.views.fill(menu)
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["view_whole", "view_Board & co", "view_keep", "view_update", "view_rename", "view_delete"]
    assert menu.findChild(object, "view_Board & co").text() == "&1 Board && co"

    view.arranger.sort("title")
    menu.findChild(object, "view_whole").trigger()
    assert view.arranger.query == EVERYTHING


def test_a_name_is_asked_for(view):
    view.views.ask_name = lambda parent, title, name: "Mine"
    view.views.ask_keep()
    assert view.views.names() == ["Mine"]
    view.views.ask_name = lambda parent, title, name: None
    view.views.ask_keep()
    assert view.views.names() == ["Mine"]


def test_a_view_of_another_program_or_none_changes_nothing(view):
    view.views.show("There is none")
    assert view.arranger.query == EVERYTHING


def test_the_dialogue_wants_a_name(qtbot):
    dialog = NameDialog(None, "Keep as a view", "")
    qtbot.addWidget(dialog)
    deed = next(button for button in dialog.findChildren(object) if getattr(button, "text", str)() == "Keep")
    assert not deed.isEnabled()
    dialog.line.setText("Late")
    assert deed.isEnabled()
