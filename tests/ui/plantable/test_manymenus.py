import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mkplanner.models.commands.rows import SetField
from mkplanner.models.plan import ItemKind
from mkplanner.ui.menutable import MANY_MENUS
from mkplanner.ui.plantable import manymenus


def filled(view, place):
    menu = QMenu()
    manymenus.fill(menu, place, view.doings.cells, view.model.plan, view.doings.chosen())
    return menu


def press(view, place, name):
    menu = filled(view, place)
    menu.findChild(QAction, name).trigger()


@pytest.mark.parametrize("place", MANY_MENUS)
def test_every_menu_offers_something(view, place):
    view.select("a22")
    assert filled(view, place).actions()


def test_what_all_chosen_rows_have_is_ticked_and_a_choice_is_carried_out(view):
    view._bridge.run(SetField("a22", "tags", "GAP"))
    view.select("a22")
    menu = filled(view, "<tags>")
    assert menu.findChild(QAction, "tag_GAP").isChecked()
    menu.findChild(QAction, "tag_GAP").trigger()
    assert view.model.plan.items["a22"].tags == ()

    press(view, "<kind>", f"make_{ItemKind.MILESTONE}")
    assert view.model.plan.items["a22"].kind is ItemKind.MILESTONE
    press(view, "<percent>", "percent_75")
    assert view.model.plan.items["a22"].percent == 75
    party = view.model.plan.ordered_parties[0]
    press(view, "<owner>", f"owner_{party.id}")
    assert [cell.party for cell in view.model.plan.owners_of("a22")] == [party.id]
