from mkplanner.ui.printing.markings import MARKINGS


def test_no_marking_is_the_first_choice_and_none_stands_twice():
    assert MARKINGS[0] == ""
    assert len(set(MARKINGS)) == len(MARKINGS)
