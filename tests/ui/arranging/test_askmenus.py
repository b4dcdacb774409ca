from PySide6.QtWidgets import QMenu

from mkplanner.models.asking.grouping import GROUPS
from mkplanner.models.asking.narrowing import WHEN
from mkplanner.ui.arranging import askmenus


def filled(fill, view):
    menu = QMenu()
    fill(menu, view.arranger)
    return menu


def press(menu, name):
    found = [
        action for action in menu.findChildren(object) if action.objectName() == name and hasattr(action, "trigger")
    ]
    found[0].trigger()


def test_filters_are_offered_for_every_sort_of_fact(view):
    menu = filled(askmenus.fill_filters, view)
    names = {child.objectName() for child in menu.findChildren(QMenu)}
    assert {"filter_statuses", "filter_owners", "filter_organisations", "filter_tags"} <= names
    assert all(any(action.objectName() == f"when_{key}" for action in menu.actions()) for key in WHEN)
    press(menu, "statuses_late")
    assert view.arranger.query.wanted.statuses == ("late",)
    press(filled(askmenus.fill_filters, view), "clear_filter")
    assert not view.arranger.query.wanted


def test_no_two_entries_of_a_menu_have_the_same_mnemonic(view):
    for fill in (askmenus.fill_groups, askmenus.fill_sorts):
        menu = filled(fill, view)
        letters = [action.text().partition("&")[2][:1].lower() for action in menu.actions()]
        letters = [letter for letter in letters if letter]
        assert len(set(letters)) == len(letters)


def test_groups_and_orders_are_chosen_from_menus(view):
    for key in GROUPS:
        press(filled(askmenus.fill_groups, view), f"group_{key}")
        assert view.arranger.query.group == key
    press(filled(askmenus.fill_groups, view), "group_none")
    press(filled(askmenus.fill_sorts, view), "sort_by_when")
    press(filled(askmenus.fill_sorts, view), "sort_backwards")
    assert (view.arranger.query.sort, view.arranger.query.backwards) == ("by_when", True)
    press(filled(askmenus.fill_sorts, view), "sort_outline")
    assert view.arranger.query.is_flat
    press(filled(askmenus.fill_sorts, view), "sort_outline")
    assert not view.arranger.query.is_flat
    press(filled(askmenus.fill_sorts, view), "sort_none")
    assert not view.arranger.query.is_rearranged


def test_columns_are_chosen_from_the_menu(view):
    press(filled(askmenus.fill_columns, view), "show_ends")
    assert "ends" in [entry["key"] for entry in view.table.head.places() if entry["shown"]]
