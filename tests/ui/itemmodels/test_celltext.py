import pytest

from mkplanner.models.changes import Changes
from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.people import AddParty, ChangeParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import SetField
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.fields import FIELDS
from mkplanner.ui.itemmodels.celltext import FIRST_ACTION, NEW_ACTION, new_row_text, tip_of, was_line
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, TITLE
from mkplanner.ui.itemmodels.touched import touched_items
from tests.builders import empty_plan, heard, session_of
from tests.ui.saltway import saltway_plan


def test_the_last_line_tells_what_can_be_typed_there():
    assert new_row_text(empty_plan(), False) == FIRST_ACTION
    assert new_row_text(saltway_plan(), False) == NEW_ACTION
    assert "hides" in new_row_text(saltway_plan(), True)
    assert new_row_text(saltway_plan(), True, is_empty=True).startswith("No row has this.")


def test_only_a_revised_date_has_a_was_line():
    plan = saltway_plan()

    assert was_line(plan.items["a21"]) == "\nwas 30 September 2025"
    assert was_line(plan.items["a11"]) == ""


def test_the_tip_of_a_date_tells_its_reading_and_doubts():
    session, _ = session_of(saltway_plan())
    session.run(SetField("a22", "by_when", "By 31 Feb 2026"))
    plan = session.plan

    assert "no such day" in tip_of(plan, plan.items["a22"], BY_WHEN)
    assert tip_of(plan, plan.items["t1"], BY_WHEN) is None
    assert tip_of(plan, None, TITLE) is None


def test_every_column_shows_and_sets_a_field():
    assert [column.field.key for column in COLUMNS][:2] == ["ref", "title"]
    assert [column.key for column in COLUMNS if column.field.is_editable] == [*list(FIELDS)[:1], *list(FIELDS)[2:]]


@pytest.mark.parametrize(
    ("command", "touched"),
    [
        (SetField("a22", "title", "New"), {"a22"}),
        (SetField("a22", "owners", "Head of Bins"), {"a22"}),
        (AddOutcome(("a22", "a23"), "Better"), {"a22", "a23"}),
        (AddParty("Nobody yet"), set()),
        (SetPlanInfo((("title", "Another"),)), None),
    ],
)
def test_news_names_the_rows_whose_cells_may_differ(command, touched):
    session, _ = session_of(saltway_plan())
    before, news = session.plan, heard(session)
    session.run(command)

    assert touched_items(before, session.plan, news[-1]) == touched


def test_a_renamed_party_may_touch_any_row():
    session, _ = session_of(saltway_plan())
    before, news = session.plan, heard(session)
    party = next(iter(session.plan.parties))
    session.run(ChangeParty(party, "name", "Somebody"))
    assert touched_items(before, session.plan, news[-1]) is None
    session.run(SetLetters("a23", party, "I"))
    assert touched_items(before, session.plan, news[-1]) == {"a23"}
    assert touched_items(before, session.plan, Changes(frozenset(), False)) == set()
