import pytest

from mkplanner.ui.timetable.choices import ChartChoices


def test_choices_are_kept_as_text_and_read_back():
    chosen = ChartChoices().turned("owners").turned("critical")

    assert (chosen.owners, chosen.critical, chosen.dates) == (True, True, True)
    assert ChartChoices.from_text(chosen.to_text()) == chosen


@pytest.mark.parametrize("text", ["", "[]", "{", '{"owners": 1, "unknown": true}'])
def test_what_cannot_be_read_is_as_usual(text):
    assert ChartChoices.from_text(text) == ChartChoices()
