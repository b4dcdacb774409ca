from collections import Counter

from PySide6.QtGui import QKeySequence

from mkplanner.ui.actiontable import CHART_MENU, LINE, MENUS, TABLE
from mkplanner.ui.look import icons


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(key).toString() for entry in TABLE.values() for key in entry.keys)

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows():
    assert [key for entry in TABLE.values() for key in entry.keys if not QKeySequence(key).toString()] == []


def test_every_icon_is_drawn():
    assert {entry.icon for entry in TABLE.values() if entry.icon} <= set(icons.names())


def test_every_command_stands_in_a_menu():
    listed = {name for names in MENUS.values() for name in names} | set(CHART_MENU)

    assert set(TABLE) - listed == set()


def test_no_two_mnemonics_of_a_menu_are_the_same():
    for title, names in {**MENUS, "C&hart": CHART_MENU}.items():
        letters = Counter(_mnemonic(TABLE[name].text) for name in names if name in TABLE and name != LINE)
        assert [letter for letter, times in letters.items() if times > 1 and letter] == [], title
    assert max(Counter(_mnemonic(title) for title in MENUS).values()) == 1


def test_every_command_says_what_it_does():
    assert [name for name, entry in TABLE.items() if not entry.tip] == []


def _mnemonic(words):
    return words.partition("&")[2][:1].lower()
