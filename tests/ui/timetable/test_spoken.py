from mkplanner.models.commands.links import LinkItems
from mkplanner.models.edit import Edit
from mkplanner.ui.timetable.spoken import announce, link_spoken
from tests.ui.saltway import bridge_of, saltway_plan, timetable_of


def test_a_link_says_its_sort_its_rows_and_what_is_wrong_with_it():
    edit = Edit(saltway_plan())
    id_ = LinkItems("a11", "a25").apply(edit)

    said = link_spoken(edit.plan, id_)
    assert said.startswith("Link, finish to start: 2.5 follows 1.1. 2.5 starts on 1 March 2026, before 1.1")


def test_words_can_be_announced_at_any_time(qtbot):
    announce(timetable_of(qtbot, bridge_of()).chart, "By 31 May 2026")
