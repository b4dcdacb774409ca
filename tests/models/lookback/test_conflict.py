"""A conflict as values and as a notice among others."""

from mkplanner.models.lookback.conflict import Choice, Conflict, ConflictKind, conflict_record, with_conflicts
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Item, PlanInfo
from mkplanner.models.rasic.letters import Assignment

CHOICES = (
    Choice(1, "One", "One", "Rosen", "2026-11-02T09:00:00.000Z", "“One”"),
    Choice(2, "Two", "Two", "Tamsin", "2026-11-02T08:00:00.000Z", "“Two”"),
)
CONFLICT = Conflict("abc", ConflictKind.VALUE, Item, "row", "row", "title", CHOICES, "Two titles.")


def test_scripts_read_id_kind_place_and_numbered_choices() -> None:
    record = conflict_record(CONFLICT)
    assert {name: record[name] for name in ("id", "kind", "item", "field")} == {
        "id": "abc",
        "kind": "value",
        "item": "row",
        "field": "title",
    }
    assert record["choices"][1] == {
        "n": 2,
        "value": "Two",
        "author": "Tamsin",
        "at": "2026-11-02T08:00:00.000Z",
        "words": "“Two”",
    }


def test_conflicts_stand_after_errors_and_before_other_warnings() -> None:
    error, warning = (Notice(word, Severity(word), f"{word}.") for word in ("error", "warning"))
    assert [notice.id for notice in with_conflicts([CONFLICT], [error, warning])] == ["error", "conflict", "warning"]
    assert with_conflicts([], [warning]) == (warning,)


def test_a_notice_leads_to_the_row_and_names_a_field_of_the_table_alone() -> None:
    cell = Conflict("abc", ConflictKind.VALUE, Assignment, "cell", "row", "letters", CHOICES, "Two cells.")
    info = Conflict("abc", ConflictKind.VALUE, PlanInfo, "plan", "plan", "title", CHOICES, "Two titles.")
    assert [(each.notice().item, each.notice().field) for each in (CONFLICT, cell, info)] == [
        ("row", "title"),
        ("row", None),
        (None, None),
    ]
