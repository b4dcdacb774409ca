from datetime import date

from mkplanner.models.asking.query import EVERYTHING, Query, answer
from mkplanner.models.outline import numbers, outline
from mkplanner.ui.printing.screen import screen_of

TODAY = date(2026, 11, 3)


def shown(plan, query):
    return screen_of(plan, query, answer(plan, query, TODAY))


def test_the_whole_plan_is_nothing_to_take_over(plan):
    assert shown(plan, EVERYTHING) is None


def test_groups_become_headings_in_the_order_of_the_window(plan):
    query = Query(group="owner", sort="title", backwards=True)
    rows = shown(plan, query).rows(plan)

    titles = [line.title if hasattr(line, "title") else line.item.title for line in answer(plan, query, TODAY).lines]
    assert [item.title for item in rows.items.values()] == titles


def test_sorted_rows_stand_on_paper_below_what_they_belong_to_as_in_the_window(plan):
    query = Query(sort="title", backwards=True)
    rows = shown(plan, query).rows(plan)

    lines = answer(plan, query, TODAY).lines
    assert [entry.item.id for entry in outline(rows)] == [line.item.id for line in lines]
    assert numbers(rows) == numbers(plan)
    assert [item.id for item in rows.children[None]] == [line.item.id for line in lines if line.depth == 0]
    assert outline(plan)[0].item.id == next(iter(plan.children[None])).id


def test_papers_that_count_have_each_row_once_where_it_stands(plan):
    rows = shown(plan, Query(group="owner")).rows(plan, in_order=False)

    assert rows.items == plan.items


def test_rows_found_stay_where_they_stand_with_what_is_above_them(plan):
    query = Query("audit")
    rows = shown(plan, query).rows(plan)

    assert set(rows.items) == {line.item.id for line in answer(plan, query, TODAY).lines}
    assert all(rows.items[id_] == plan.items[id_] for id_ in rows.items)


def test_the_question_is_told_in_words(plan):
    assert shown(plan, Query("audit", group="owner")).words == "“audit” · Grouped by owner"
