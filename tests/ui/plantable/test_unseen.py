from PySide6.QtWidgets import QWidget

from mkplanner.ui.plantable.unseen import unseen
from tests.ui.painted import Painted


def test_what_is_done_unseen_paints_nothing_and_what_comes_later_does(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    painted = Painted(widget)

    def change():
        with unseen(widget):
            widget.update()

    assert painted.by(change) == 0
    assert painted.by(widget.update) == 1


def test_a_widget_that_is_held_back_already_stays_so(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setUpdatesEnabled(False)
    with unseen(widget):
        pass

    assert not widget.updatesEnabled()
