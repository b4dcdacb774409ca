from mkplanner.models.commands.links import LinkItems
from mkplanner.models.edit import Edit
from mkplanner.ui.timetable.spoken import link_spoken
from tests.ui.saltway import saltway_plan


def test_a_link_says_its_sort_its_rows_and_what_is_wrong_with_it():
    edit = Edit(saltway_plan())
    id_ = LinkItems("a11", "a25").apply(edit)

    said = link_spoken(edit.plan, id_)
    assert said.startswith("Link, finish to start: 2.5 follows 1.1. 2.5 starts on 1 March 2026, before 1.1")
