import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mkplanner.ui.editors.helpline import KEYS, HelpLine


@pytest.mark.parametrize(("key", "name"), KEYS.items())
def test_each_help_is_a_button_that_names_its_key(qtbot, dressed, key, name):
    line = HelpLine()
    qtbot.addWidget(line)
    line.show()
    button = line.findChild(QPushButton, f"help_{name}")
    with qtbot.waitSignal(line.asked) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert heard.args == [name]
    assert button.text().endswith(f"Alt+{chr(key.value)}")
