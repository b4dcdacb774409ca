from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mkplanner.ui.window.panes import go_to_next


def test_f6_goes_round_and_passes_hidden_panes_over(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, hidden, last = QLineEdit(), QLineEdit(), QWidget()
    inside = QLineEdit(last)
    for pane in (first, hidden, last):
        layout.addWidget(pane)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    hidden.hide()
    first.setFocus()

    seen = []
    for _ in range(3):
        go_to_next((first, hidden, last))
        seen.append(QApplication.focusWidget())

    assert seen == [inside, first, inside]


def test_with_nothing_to_see_nothing_happens(qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)

    go_to_next((pane,))

    assert not pane.hasFocus()
