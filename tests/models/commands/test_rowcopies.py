"""Rows as data and back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.errors import RefusedError
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rowcopies import PasteCopies, copied
from mkplanner.models.commands.rows import SetField
from mkplanner.models.outline import descendants
from mkplanner.models.plan import ItemKind
from mkplanner.models.rasic.owners import show_owners
from tests.builders import empty_plan, example_plan, titled, written

EXAMPLE = example_plan()


def facts(plan, id_):
    item = plan.items[id_]
    cells = [(plan.parties[c.party].name, c.letters, c.qualifier, c.part) for c in plan.assignments_of.get(id_, ())]
    return (
        *(
            item.title,
            item.by_when,
            item.original,
            item.revised_reason,
            item.status,
            item.percent,
            item.tags,
            item.notes,
        ),
        *(sorted(cells), show_owners(plan, id_), [o.text for o in plan.outcomes_of.get(id_, ())]),
    )


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(EXAMPLE.items)), st.booleans())
def test_a_copied_row_says_all_that_the_row_says_here_and_in_another_plan(top, here):
    record = json.loads(json.dumps(copied(EXAMPLE, [top])))
    plan = written(PasteCopies(record), plan=EXAMPLE if here else empty_plan())
    (fresh,) = [row for row in plan.children[None] if row.id not in EXAMPLE.items]

    old, new = [EXAMPLE.items[top], *descendants(EXAMPLE, top)], [fresh, *descendants(plan, fresh.id)]
    assert [facts(EXAMPLE, row.id) for row in old] == [facts(plan, row.id) for row in new]


def test_links_among_the_copied_rows_come_along_and_others_do_not():
    one, two = titled(EXAMPLE, "Agree the lease"), titled(EXAMPLE, "Switch off")
    plan = written(LinkItems(one.id, two.id), plan=EXAMPLE)
    both = written(PasteCopies(copied(plan, [one.id, two.id])), plan=plan)
    single = written(PasteCopies(copied(plan, [two.id])), plan=plan)
    assert len(both.links) == len(plan.links) + 1
    assert len(single.links) == len(plan.links)


def test_a_reference_is_not_given_twice():
    item = titled(EXAMPLE, "Agree the lease")
    plan = written(SetField(item.id, "ref", "X9"), plan=EXAMPLE)
    again = written(PasteCopies(copied(plan, [item.id])), plan=plan)
    assert [row.ref for row in again.items.values()].count("X9") == 1


def test_rows_become_what_fits_their_new_level():
    theme = next(item for item in EXAMPLE.items.values() if item.kind is ItemKind.THEME)
    action = next(item for item in EXAMPLE.items.values() if item.kind is ItemKind.ACTION)
    plan = written(PasteCopies(copied(EXAMPLE, [theme.id]), parent=action.id), plan=EXAMPLE)
    fresh = [row for row in plan.children[action.id] if row.id not in EXAMPLE.items]
    assert {row.kind for row in fresh} == {ItemKind.SUB_ACTION}


@pytest.mark.parametrize("record", [{}, {"rows": [{}]}, {"rows": [{"kind": "x"}]}, {"rows": 3}])
def test_what_is_no_row_is_refused_and_changes_nothing(record):
    with pytest.raises(RefusedError):
        written(PasteCopies(record), plan=EXAMPLE)
