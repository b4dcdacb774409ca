import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

import mkplanner
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.editors.helpline import KEYS
from mkplanner.ui.help import PAGES, page_text, shortcut_sheet, show_help


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_words_and_a_heading(page):
    assert page_text(page).startswith("# ")


def test_the_sheet_names_every_command_that_has_a_key():
    sheet = shortcut_sheet()

    assert [entry.text for entry in TABLE.values() if entry.keys and entry.text.replace("&", "") not in sheet] == []


def test_what_is_new_speaks_of_this_version():
    assert f"## {mkplanner.__version__}" in page_text("whats_new")


def test_keys_named_in_the_guide_are_real():
    known = {key for entry in TABLE.values() for key in entry.keys} | {"Ctrl+V", "F2", "Alt+Enter"}
    known |= {f"Alt+{chr(key.value)}" for key in KEYS} | {"Alt+1", "Alt+2", "Alt+R"}
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)\+[A-Z0-9](?:\w*)?(?:\+\w+)?|\bF\d+\b", page_text("guide")))

    assert {key for key in named if key.replace("Shift+Right", "Shift+Right") not in known} == set()


def test_links_lead_to_pages_that_are_there():
    links = re.findall(r"\]\((\w+)\)", page_text("guide"))

    assert links
    assert set(links) <= set(PAGES)


def test_help_opens_once_and_shows_another_page(qtbot, dressed):
    parent = QWidget()
    qtbot.addWidget(parent)
    window = show_help(parent, "guide")
    again = show_help(parent, "shortcuts")

    assert again is window
    assert "Every command" in window.findChild(QTextBrowser).toPlainText()
    window._follow(QUrl("whats_new"))
    assert mkplanner.__version__ in window.findChild(QTextBrowser).toPlainText()
    window.close()


def test_a_closed_help_window_opens_again(qtbot, dressed):
    parent = QWidget()
    qtbot.addWidget(parent)
    first = show_help(parent, "guide")
    gone = []
    first.destroyed.connect(lambda: gone.append(True))
    first.close()
    qtbot.waitUntil(lambda: bool(gone))

    assert show_help(parent, "guide").isVisible()
