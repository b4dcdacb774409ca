from dataclasses import replace

from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.ui.merging.newparts import changed_parts
from tests.builders import written
from tests.ui.saltway import saltway_plan


def test_each_row_is_told_with_the_parts_of_it_that_differ():
    before = saltway_plan()
    after = written(
        SetField("a22", "title", "Train everybody"),
        SetField("a22", "by_when", "June 2027"),
        AddUpdate("a23", "Booked the room"),
        plan=before,
    )

    assert changed_parts(before, after) == {"a22": {"title", "date"}, "a23": {"updates"}}
    assert changed_parts(before, before) == {}


def test_letters_are_the_part_of_who():
    before = saltway_plan()
    party = next(iter(before.parties))
    after = written(SetLetters("a22", party, "I"), plan=before)

    assert changed_parts(before, after) == {"a22": {"who"}}


def test_a_new_row_is_told_without_parts_and_a_row_that_is_gone_not_at_all():
    before = saltway_plan()
    after = written(AddItem("Think again", id="new"), plan=before)

    assert changed_parts(before, after) == {"new": frozenset()}
    without = replace(before, items={key: item for key, item in before.items.items() if key != "a22"})
    assert "a22" not in changed_parts(before, without)
