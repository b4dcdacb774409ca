from PySide6.QtWidgets import QLabel, QToolButton

from mkplanner.ui.printing.pagebar import PageBar


def test_it_says_where_one_is_and_stops_at_the_ends(qtbot, dressed):
    bar = PageBar()
    qtbot.addWidget(bar)

    bar.show_page(0, 2)
    assert (bar._page.text(), bar._back.isEnabled(), bar._on.isEnabled()) == ("Page 1 of 2", False, True)
    bar.show_page(1, 2)
    assert (bar._back.isEnabled(), bar._on.isEnabled()) == (True, False)


def test_buttons_ask_for_pages_and_say_their_names(qtbot, dressed):
    bar = PageBar()
    qtbot.addWidget(bar)
    bar.show_page(1, 3)
    heard = []
    bar.page_asked.connect(heard.append)

    bar._on.click()
    bar._back.click()

    assert heard == [1, -1]
    assert bar._on.accessibleName() == "Next page"


def test_what_is_shown_at_all_stands_first(qtbot):
    bar = PageBar()
    qtbot.addWidget(bar)
    first = QLabel("Paper")
    bar.put_first(first)
    bar.show()
    assert first.x() < min(button.x() for button in bar.findChildren(QToolButton))
