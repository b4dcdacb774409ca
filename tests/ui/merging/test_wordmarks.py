import pytest

from mkplanner.ui.merging.wordmarks import differing, marked


@pytest.mark.parametrize(
    ("words", "other", "new"),
    [
        ("By 15 December 2025", "By 31 January 2026", ["15 December 2025"]),
        ("By 15 December 2025", "By 15 December 2026", ["2025"]),
        ("Share one team", "Share one team", []),
        ("Share one", "Share one team", []),
        ("", "Share", []),
        ("a < b & c", "a < b", ["& c"]),
    ],
)
def test_what_differs_is_found_word_by_word(words, other, new):
    pieces = differing(words, other)

    assert "".join(text for text, _ in pieces) == words
    assert [text.strip() for text, is_new in pieces if is_new] == new


def test_words_are_never_taken_for_markup(dressed):
    assert "&lt;b&gt;" in marked("<b>x", "y")
    assert "<b>" not in marked("<b>x", "y")


def test_marked_words_are_underlined_too(dressed):
    assert marked("one two", "one three").endswith("two</u>")
    assert "background-color:#" in marked("one two", "one three")
