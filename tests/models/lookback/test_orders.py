import re
from pathlib import Path

import pytest

from mkplanner.models.lookback.orders import past_words, told_together

COMMANDS = Path(__file__).parents[3] / "mkplanner/models/commands"
TITLE = re.compile(r'title: str = "([A-Z][^"]+)"')


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Write the worked example", "wrote the worked example"),
        ("Bring in 12 actions", "brought in 12 actions"),
        ("Shift dates of 9 rows", "shifted dates of 9 rows"),
        ("Change by when", "changed by when"),
        ("Delete row", "deleted a row"),
        ("Add update", "added an update"),
        ("Go back to original date", "went back to original date"),
        ("Indent", "indented"),
        ("Frobnicate everything", None),
    ],
)
def test_an_order_is_told_in_the_past(label, words):
    assert past_words(label) == words


def test_every_command_with_a_name_of_its_own_can_be_told():
    titles = {title for path in COMMANDS.glob("*.py") for title in TITLE.findall(path.read_text("utf-8"))}
    assert len(titles) > 20
    assert [title for title in titles if past_words(title) is None] == []


def test_rows_are_counted_behind_and_undo_names_what_it_took_back():
    assert told_together("Paste rows", "edit", 40) == "pasted rows (40 rows touched)"
    assert told_together("Undo paste rows", "undo", 40) == "took back “Paste rows” (40 rows touched)"
    assert told_together("Paste rows", "redo", 40) == "pasted rows again (40 rows touched)"
    assert told_together("Move dates of 40 rows", "edit", 40) == "moved dates of 40 rows"
    assert told_together("Frobnicate", "edit", 9) == "carried out “Frobnicate” (9 rows touched)"
    assert told_together("", "edit", 9) == "made a change (9 rows touched)"
