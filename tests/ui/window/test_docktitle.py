from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from mkplanner.ui.window.docktitle import DockTitle


def test_the_badge_shows_a_number_and_hides_without_one(qtbot, dressed):
    title = DockTitle("Notices")
    qtbot.addWidget(title)
    title.show()
    badge = title.findChild(QLabel, "badge")

    title.show_count(12)
    assert (badge.text(), badge.isVisible()) == ("12", True)

    title.show_count(0)
    assert not badge.isVisible()


def test_the_cross_has_a_name_and_closes(qtbot, dressed):
    title = DockTitle("Notices")
    qtbot.addWidget(title)
    cross = title.findChild(QToolButton)
    assert cross.accessibleName() == "Close Notices"

    with qtbot.waitSignal(title.closed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
