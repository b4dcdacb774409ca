"""In every menu, each entry has a letter of its own to be typed, whatever the plan holds."""

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QMenu

from mkplanner.models.commands.baselines import SetBaseline
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rows import SetField
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.mnemonics import give_letters, letter_of


def wrong(menu, path=""):
    """What is wrong with the letters of a menu and of those below it; each is asked to fill itself first."""
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator() and action.text()]
    letters = Counter(letter_of(action.text()) for action in entries)
    for action in entries:
        letter = letter_of(action.text())
        if not letter and has_letters_left(action.text(), letters):
            yield f"{path}: “{action.text()}” has none"
        elif letter and letters[letter] > 1:
            yield f"{path}: “{action.text()}” repeats {letter}"
    for action in entries:
        if isinstance(action.menu(), QMenu):
            yield from wrong(action.menu(), f"{path} › {action.text()}")


def has_letters_left(words, letters):
    return any(
        letter.isalnum() and letter.isascii() and letter not in letters for letter in words.partition("\t")[0].lower()
    )


@pytest.fixture
def full_window(plan_window):
    """A plan with links, one of them broken, tags, marks, views, baselines and parties with letters alike."""
    bridge = plan_window.desk.bridge
    for name in ("Head of Finance", "Head of Legal & Estates", "Head of HR", "HR Business Partner"):
        bridge.run(AddParty(name))
    bridge.run(LinkItems("a1", "b"))
    bridge.run(LinkItems("b", "a2"))
    bridge.run(SetField("a1", "by_when", "By 31 August 2027"))
    bridge.run(SetField("a", "tags", ("staff", "savings")))
    bridge.run(SetBaseline("Board", date(2026, 2, 25)))
    plan_window.desk.opened.mark("Board")
    return plan_window


@pytest.mark.parametrize("view", ["timetable", "rasic", "updates", "board"])
def test_every_menu_of_the_menu_bar(full_window, view):
    full_window.show_view(view)
    if view != "board":
        full_window.desk.select("a")
    found = [
        wrong_one for action in full_window.menuBar().actions() for wrong_one in wrong(action.menu(), action.text())
    ]

    assert found == []


def test_the_menu_bar_itself(full_window):
    letters = [letter_of(action.text()) for action in full_window.menuBar().actions()]
    assert sorted(letters) == sorted(set(letters))
    assert all(letters)


@pytest.mark.parametrize("rows", [(), ("a1",), ("a1", "b")])
def test_the_menu_of_rows(full_window, rows):
    view = full_window.desk.view
    view.table.clearSelection()
    if rows:
        for row in rows:
            how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            view.table.selectionModel().select(view.model.index_of(row), how)
    assert list(wrong(view.row_menu(), "row")) == []


def test_the_menus_of_the_chart(full_window):
    from mkplanner.ui.timetable.chartmenus import link_menu, scale_menu

    view = full_window.desk.view
    assert list(wrong(scale_menu(view.chart, view.handlers(), view.ticks()), "scale")) == []
    for link in full_window.desk.bridge.plan.links:
        assert list(wrong(link_menu(view.chart, link), "link")) == []


def test_the_menus_of_columns_and_of_cells_of_the_matrix(full_window):
    from mkplanner.ui.rasic.cellmenu import cell_menu

    head = full_window.desk.view.table.head
    for column in (-1, 1, 2):
        assert list(wrong(head.column_menu(column), "columns")) == []
    full_window.show_view("rasic")
    offers = dict.fromkeys(TABLE, lambda: None)
    for party in (None, *full_window.desk.bridge.plan.ordered_parties):
        assert list(wrong(cell_menu(full_window, offers, party), "cell")) == []


def test_every_menu_that_a_button_of_the_window_has(full_window, qtbot):
    from PySide6.QtWidgets import QPushButton, QToolButton

    found = []
    for view in ("timetable", "rasic", "updates", "board"):
        full_window.show_view(view)
        full_window.docks.focus_details()
        qtbot.wait(20)
        for kind in (QPushButton, QToolButton):
            for button in full_window.findChildren(kind):
                if button.menu() is not None:
                    found += wrong(button.menu(), f"{view} {button.objectName() or button.text()}")
    assert sorted(set(found)) == []


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (["Save", "Save as", "Send"], ["&Save", "Save &as", "S&end"]),
        (["&Move", "&Merge", "Meet"], ["&Move", "M&erge", "Mee&t"]),
        (["Legal & Estates", "&Legal && Estates\tL"], ["Legal && &Estates", "&Legal && Estates\tL"]),
        (["10 %", "1 %"], ["&10 %", "1 %"]),
        (["&&", "Ünder"], ["&&", "Ü&nder"]),
    ],
)
def test_letters_are_given_from_the_beginnings_of_words(qtbot, words, marked):
    menu = QMenu()
    qtbot.addWidget(menu)
    for entry in words:
        menu.addAction(entry)
    give_letters(menu)

    assert [action.text() for action in menu.actions()] == marked
    give_letters(menu)
    assert [action.text() for action in menu.actions()] == marked
