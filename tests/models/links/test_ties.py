"""A date that hangs on another row follows only when somebody asks for it, and keeps the author's words."""

import pytest

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.notice import Notice
from mkplanner.models.plan import Plan
from mkplanner.models.remedies import check_with_remedies
from tests.builders import session_of, written
from tests.models.links.test_following import linked


def notices(plan: Plan) -> list[Notice]:
    return [notice for notice in check_with_remedies(plan) if notice.id in ("can-be-dated", "tie-moved")]


def test_a_tied_date_is_offered_with_the_day_it_would_be() -> None:
    plan = linked("By 15 December 2026", "Within 3 months of appointment")
    (notice,) = notices(plan)
    assert notice.id == "can-be-dated"
    assert notice.sentence == (
        "2: “Within 3 months of appointment” would be by 15 March 2027, for 1 is due by 15 December 2026."
    )
    assert [remedy.title for remedy in notice.remedies] == ["Date it: by 15 March 2027"]
    session, _ = session_of(plan)
    session.run(notice.remedies[0].command)
    row = session.plan.items["b"]
    assert row.by_when is not None
    assert row.original is not None
    assert row.by_when.words == "By 15 March 2027 (within 3 months of appointment)"
    assert str(row.by_when.last_day) == "2027-03-15"
    assert row.original.words == "Within 3 months of appointment"
    assert row.revised_reason == "1 is due by 15 December 2026"
    assert notices(session.plan) == []
    assert session.undo() == "Date by link"
    assert session.plan == plan


def test_when_the_other_row_moves_it_is_told_again_and_nothing_moves_by_itself() -> None:
    session, _ = session_of(linked("By 15 December 2026", "Within 3 months of appointment"))
    session.run(notices(session.plan)[0].remedies[0].command)
    session.run(SetField("a", "by_when", "By 29 January 2027"))
    assert str(session.plan.items["b"].by_when.last_day) == "2027-03-15"  # type: ignore[union-attr]
    (notice,) = notices(session.plan)
    assert notice.id == "tie-moved"
    assert [remedy.title for remedy in notice.remedies] == ["Date it: by 29 April 2027"]
    session.run(notice.remedies[0].command)
    row = session.plan.items["b"]
    assert row.by_when is not None
    assert row.original is not None
    assert row.by_when.words == "By 29 April 2027 (within 3 months of appointment)"
    assert row.original.words == "Within 3 months of appointment"


def test_a_date_that_somebody_chose_instead_is_left_in_peace() -> None:
    plan = written(SetField("b", "by_when", "By 1 June 2027"), plan=linked("By 15 December 2026", "2 weeks after it"))
    assert notices(plan) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ongoing", "Within 3 months of appointment"),
        ("TBC", "Within 3 months of appointment"),
        ("By 15 December 2026", "Once the branding is agreed"),
        ("By 15 December 2026", "Six weeks before the launch"),
    ],
)
def test_nothing_is_offered_where_no_day_follows(before: str, after: str) -> None:
    assert notices(linked(before, after)) == []


def test_so_many_weeks_before_counts_back_from_the_row_that_follows() -> None:
    plan = linked("Six weeks before the launch", "Thursday 1 April 2027 to 30 April 2027")
    (notice,) = notices(plan)
    assert notice.item == "a"
    assert [remedy.title for remedy in notice.remedies] == ["Date it: by 18 February 2027"]


def test_two_rows_that_the_words_could_mean_are_no_answer() -> None:
    plan = linked("By 15 December 2026", "Two weeks after the draft is ready")
    assert len(notices(plan)) == 1
    other = AddItem("Other", id="c", fields=(("by_when", "By 1 February 2027"),))
    assert notices(written(other, LinkItems("c", "b"), plan=plan)) == []
