from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from mkplanner.ui.insight import InSight
from tests.ui import sight


def test_the_field_that_has_the_keyboard_is_in_sight_with_its_caption(qtbot, dressed):
    inside = QWidget()
    layout = QVBoxLayout(inside)
    captions, fields = [], []
    for number in range(12):
        captions.append(QLabel(f"&{number} caption"))
        fields.append(QLineEdit())
        captions[-1].setBuddy(fields[-1])
        layout.addWidget(captions[-1])
        layout.addWidget(fields[-1])
    area = InSight(inside)
    qtbot.addWidget(area)
    area.resize(200, 150)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)

    for caption, field in reversed(list(zip(captions, fields, strict=True))):
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        assert sight.is_in_sight(field, area)
        assert sight.is_in_sight(caption, area)
    assert area.horizontalScrollBar().maximum() == 0
