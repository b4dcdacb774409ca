import pytest
from PySide6.QtWidgets import QWidget

from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.notice import Remedy
from mkplanner.ui.notices.links import RemedyLinks, remedy_menu

REMEDIES = (Remedy("End on 31 March 2027", DeleteItem(("a",))), Remedy("Swap <this> & that", DeleteItem(("b",))))


@pytest.fixture
def parent(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_links_show_titles_as_they_are_and_are_spoken(parent):
    links = RemedyLinks(parent)
    links.show_remedies(REMEDIES)

    assert "Swap &lt;this&gt; &amp; that" in links.text()
    assert links.accessibleName() == "End on 31 March 2027; Swap <this> & that"
    assert links.isVisible()
    links.show_remedies(())
    assert not links.isVisible()


def test_each_entry_of_the_menu_takes_its_own_remedy(parent):
    taken, gone = [], []
    menu = remedy_menu(parent, REMEDIES, lambda: gone.append(True), taken.append)
    for action in menu.actions():
        action.trigger()

    assert taken == list(REMEDIES)
    assert gone == [True]
