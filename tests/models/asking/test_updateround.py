"""Rounds of progress updates: since when, and who has told."""

from dataclasses import replace
from datetime import date

import pytest

from mkplanner.models.asking.updateround import (
    SETTING,
    has_told,
    is_asked,
    is_silent,
    previous_words,
    round_start,
    standing,
    todays_update,
)
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import ItemKind
from mkplanner.models.status import Rag, Status
from tests.builders import empty_plan, written

SINCE, TODAY = date(2026, 11, 1), date(2026, 11, 12)


def rows(*more):
    return written(
        AddItem("Money", ItemKind.THEME, id="t"),
        AddItem("One telephone system", parent="t", id="a"),
        AddItem("Three counters", parent="t", id="b", fields=(("status", "Complete"),)),
        AddItem("A leaflet", parent="t", id="c"),
        *more,
        plan=empty_plan(),
    )


def test_a_round_begins_with_the_month_until_somebody_chooses_a_day():
    assert round_start(rows(), TODAY) == date(2026, 11, 1)
    assert round_start(rows(SetSetting(SETTING, "2026-10-20")), TODAY) == date(2026, 10, 20)


@pytest.mark.parametrize("damaged", ["soon", 7, None, ["2026-10-20"]])
def test_a_day_that_cannot_be_read_is_no_day(damaged):
    assert round_start(rows(SetSetting(SETTING, damaged)), TODAY) == date(2026, 11, 1)


def test_headings_and_rows_at_rest_are_not_asked():
    plan = rows()
    assert [is_asked(plan.items[id_]) for id_ in ("t", "a", "b", "c")] == [False, True, False, True]
    assert not is_asked(replace(plan.items["a"], status=Status.SUSPENDED))


def test_only_an_update_with_a_day_in_the_round_counts():
    plan = rows(AddUpdate("a", "Old news", on=date(2026, 10, 31)), AddUpdate("c", "Some time or other"))
    assert not has_told(plan, plan.items["a"], SINCE)
    assert not has_told(plan, plan.items["c"], SINCE)
    told = rows(AddUpdate("a", "First tender in", on=SINCE))
    assert has_told(told, told.items["a"], SINCE)
    assert not is_silent(told, told.items["a"], SINCE)
    assert is_silent(told, told.items["c"], SINCE)


def test_the_standing_counts_rows_and_not_updates():
    plan = rows(
        AddUpdate("a", "Tender out", on=SINCE),
        AddUpdate("a", "Tender in", on=TODAY),
        AddUpdate("b", "All open", on=TODAY),
        AddUpdate("t", "Well on the way", on=TODAY),
    )
    found = standing(plan, SINCE)
    assert (found.told, found.wanted) == (2, 3)
    assert found.words == "2 of 3 updated"
    assert standing(empty_plan(), SINCE).words == "No row is waiting for an update"


def test_what_was_said_before_is_the_newest_other_update():
    plan = rows(AddUpdate("a", "Tender out", Rag.GREEN, SINCE), AddUpdate("a", "Tender in", on=TODAY))
    newest = todays_update(plan, plan.items["a"], TODAY)
    assert plan.updates[newest].text == "Tender in"
    assert previous_words(plan, plan.items["a"], (newest,)) == "Tender out"
    assert todays_update(plan, plan.items["a"], SINCE) is None
    assert previous_words(plan, plan.items["c"]) == ""
