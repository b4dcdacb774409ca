"""Plans for paper."""

from datetime import date

from mkplanner.models.asking.partplan import listed
from mkplanner.models.asking.query import Query, answer
from mkplanner.models.outline import numbers, outline
from tests.builders import example_plan

DAY = date(2026, 11, 12)


def test_groups_become_themes_and_rows_keep_numbers_letters_and_words() -> None:
    plan = example_plan()
    lines = answer(plan, Query(group="owner"), DAY).lines
    part = listed(plan, lines)

    assert len(part.items) == len(lines) == len(outline(part))
    heads = [entry.item for entry in outline(part) if entry.item.kind.is_heading]
    assert [head.title for head in heads] == [line.title for line in lines if not hasattr(line, "item")]
    for entry in outline(part):
        if not entry.item.kind.is_heading:
            (same,) = [i for i in plan.items.values() if numbers(plan)[i.id] == entry.number]
            assert (same.title, same.by_when) == (entry.item.title, entry.item.by_when)
            assert [c.party for c in plan.owners_of(same.id)] == [c.party for c in part.owners_of(entry.item.id)]
            assert [u.text for u in plan.updates_of.get(same.id, ())] == [
                u.text for u in part.updates_of.get(entry.item.id, ())
            ]


def test_sorted_rows_stand_at_the_top_in_their_order() -> None:
    plan = example_plan()
    lines = answer(plan, Query(sort="by_when"), DAY).lines
    part = listed(plan, lines)

    assert [entry.item.title for entry in outline(part)] == [line.item.title for line in lines]
    assert [item.title for item in part.children[None]] == [line.item.title for line in lines]
