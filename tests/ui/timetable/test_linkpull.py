from mkplanner.models.plan import LinkType
from mkplanner.ui.timetable.linkpull import LinkPull
from tests.ui.saltway import saltway_plan


def test_the_flag_names_the_sort_and_what_it_says_of_the_later_row():
    pull = LinkPull(saltway_plan(), "s112", from_end=True)
    assert pull.words()[0] == "Link from the end of 1.1.2"
    pull.to = "a25"
    assert pull.words() == ("Finish to start", "2.5 follows 1.1.2")
    pull.to_start = False
    assert (pull.sort, pull.words()[0]) == (LinkType.FF, "Finish to finish")


def test_what_makes_no_sense_is_refused_in_words_and_no_order_comes_of_it():
    pull = LinkPull(saltway_plan(), "s112", from_end=True, to="a11")

    assert pull.words()[0] == "No link here"
    assert "is part of" in pull.words()[1]
    assert pull.command() is None


def test_back_on_its_own_row_it_waits():
    pull = LinkPull(saltway_plan(), "s112", from_end=False, to="s112")

    assert pull.words() == ("Link from the start of 1.1.2", "Pull it to another row")
    assert pull.command() is None
