import re

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget
from shiboken6 import isValid

import mkplanner
from mkplanner.settings import SettingsFile
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.editors.helpline import KEYS
from mkplanner.ui.editors.updatecell import LIGHT_KEYS
from mkplanner.ui.help.pages import PAGES, page_text
from mkplanner.ui.help.window import page_for, paper_document, show_help
from mkplanner.ui.preferences import PreferencesDialog


def test_keys_named_in_the_guide_are_real():
    known = {key for entry in TABLE.values() for key in entry.keys} | {
        "Ctrl+V",
        "F2",
        "Alt+Enter",
        "Ctrl+Right",
        "Ctrl+Left",
        "Shift+Enter",
    }
    known |= {f"Alt+{chr(key.value)}" for key in KEYS} | {"Alt+1", "Alt+2", "Alt+R"}
    known |= {f"Alt+{chr(key.value)}" for key in LIGHT_KEYS}
    text = "".join(page_text(page) for page in PAGES if page not in ("shortcuts", "whats_new"))
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)(?:\+[A-Z0-9]\w*)+|\bF\d+\b", text))

    assert {key for key in named if key.replace("Shift+Right", "Shift+Right") not in known} == set()


def test_links_lead_to_pages_that_are_there():
    links = re.findall(r"\]\((\w+)\)", "".join(page_text(page) for page in PAGES))

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


def test_words_are_searched_on_all_pages_and_found_one_after_another(qtbot, dressed):
    parent = QWidget()
    qtbot.addWidget(parent)
    window = show_help(parent, "guide")
    window.search.setText("hatched")
    shown = [
        window.pages.item(row).text() for row in range(window.pages.count()) if not window.pages.item(row).isHidden()
    ]
    assert any(title.startswith("The timetable (") for title in shown)
    assert not any(title.startswith("RASIC") for title in shown)
    first = window._words.textCursor().position()
    window.find_next()
    assert window._words.textCursor().selectedText().casefold() == "hatched"
    assert window._words.textCursor().position() >= first
    window.search.setText("xyzzy nowhere")
    assert window._found.text()
    window.close()


def test_help_over_a_dialogue_belongs_to_it(qtbot, dressed):
    parent = QWidget()
    qtbot.addWidget(parent)
    first = show_help(parent, "guide")
    dialog = PreferencesDialog(parent, SettingsFile())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._show_help()
    again = show_help(dialog, "guide")
    assert again.parentWidget() is dialog
    assert not isValid(first) or not first.isVisible()
    again.close()


def test_each_part_of_the_window_knows_its_page(qtbot):
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    outer.setObjectName("details_panel")
    assert page_for(inner) == "details"
    inner.setObjectName("date_section")
    assert page_for(inner) == "dates"
    assert page_for(None) == "guide"


def test_a_page_for_paper_is_black_on_white(qtbot, dressed):
    dressed.dress("dark", 100)
    document = paper_document("shortcuts")
    assert "Every command and its keys" in document.toPlainText()
    assert document.pageCount() >= 1
    dressed.dress("light", 100)
