from collections import Counter

from PySide6.QtGui import QKeySequence

from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.look import icons


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(key).toString() for entry in TABLE.values() for key in entry.keys)

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows():
    assert [key for entry in TABLE.values() for key in entry.keys if not QKeySequence(key).toString()] == []


def test_every_icon_is_drawn():
    assert {entry.icon for entry in TABLE.values() if entry.icon} <= set(icons.names())


def test_every_command_says_what_it_does():
    assert [name for name, entry in TABLE.items() if not entry.tip] == []
