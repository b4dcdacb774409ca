import pytest

import mkplanner
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.help.pages import PAGE_OF, PAGES, page_text, pages_with, shortcut_sheet


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_words_and_a_heading(page):
    assert page_text(page).startswith("# ")


def test_the_sheet_names_every_command_that_has_a_key():
    sheet = shortcut_sheet()

    assert [entry.text for entry in TABLE.values() if entry.keys and entry.text.replace("&", "") not in sheet] == []


def test_what_is_new_speaks_of_this_version():
    assert f"## {mkplanner.__version__}" in page_text("whats_new")


def test_pages_are_found_by_all_of_the_words_in_any_case():
    assert "dates" in pages_with("CONDITION calendar")
    assert "rasic" not in pages_with("condition calendar")
    assert set(pages_with("")) == set(PAGES)


def test_every_screen_leads_to_a_page_that_is_there():
    assert set(PAGE_OF.values()) <= set(PAGES)
    assert {"start", "timetable", "rasic", "export", "review", "dates"} <= set(PAGE_OF.values())
