from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.section import Section


def test_a_section_folds_away_by_mouse_and_by_key_and_says_so(qtbot):
    body = QLabel("inside")
    section = Section("who", "Who", body)
    qtbot.addWidget(section)
    section.show()
    heard = []
    section.turned.connect(lambda name, is_open: heard.append((name, is_open)))
    section.show_summary("nobody yet")
    qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert not body.isVisible()
    assert section.head.accessibleDescription() == "Closed. nobody yet"
    qtbot.keyClick(section.head, Qt.Key.Key_Right)
    assert body.isVisible()
    qtbot.keyClick(section.head, Qt.Key.Key_Return)
    assert heard == [("who", False), ("who", True), ("who", False)]


def test_setting_it_is_no_news(qtbot):
    section = Section("who", "Who", QLabel("inside"))
    qtbot.addWidget(section)
    heard = []
    section.turned.connect(lambda *news: heard.append(news))
    section.set_open(False)
    assert not section.is_open
    assert heard == []


def test_its_link_opens_it(qtbot):
    link = link_button("Add…", "add")
    section = Section("updates", "Updates", QLabel("inside"), link)
    qtbot.addWidget(section)
    section.set_open(False)
    link.click()
    assert section.is_open
