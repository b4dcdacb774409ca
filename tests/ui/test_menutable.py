from collections import Counter

from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.menutable import CHART_MENU, LINE, MENUS


def test_every_command_stands_in_a_menu():
    listed = {name for names in MENUS.values() for name in names} | set(CHART_MENU)

    assert set(TABLE) - listed == set()


def test_no_two_mnemonics_of_a_menu_are_the_same():
    for title, names in {**MENUS, "C&hart": CHART_MENU}.items():
        letters = Counter(_mnemonic(TABLE[name].text) for name in names if name in TABLE and name != LINE)
        assert [letter for letter, times in letters.items() if times > 1 and letter] == [], title
    assert max(Counter(_mnemonic(title) for title in MENUS).values()) == 1


def _mnemonic(words):
    return words.partition("&")[2][:1].lower()
