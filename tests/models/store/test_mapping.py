"""Rows to columns and values of the log, and back."""

from dataclasses import fields

import pytest

from mkplanner.models.plan import Item, PlanInfo
from mkplanner.models.store.mapping import ALIVE, KIND_OF, KINDS, to_text
from tests.models.store.helping import TENDER, by_march, sample_rows


@pytest.mark.parametrize("row", sample_rows(), ids=lambda row: type(row).__name__)
def test_a_row_survives_its_columns(row: object) -> None:
    kind = KIND_OF[type(row)]
    columns = kind.to_columns(row.id, kind.texts(row), alive=True)  # type: ignore[attr-defined]
    assert len(columns) == len(kind.columns)
    assert kind.to_row(columns) == row


def test_every_field_of_every_row_is_one_field_of_the_log() -> None:
    for kind in KINDS.values():
        assert list(kind.codecs) == [field.name for field in fields(kind.row) if field.name != "id"]
        assert ALIVE not in kind.codecs


def test_what_an_unwritten_field_means_never_changes() -> None:
    """These are part of format 1: another default would give old files another content."""
    assert (
        KINDS["item"].defaults.items()
        >= {
            "kind": '"action"',
            "place": '{"order":"","parent":null}',
            "ref": '""',
            "title": '""',
            "by_when": "null",
            "original": "null",
            "revised_reason": '""',
            "status": "null",
            "percent": "null",
            "tags": "[]",
            "notes": '""',
        }.items()
    )
    assert (
        KINDS["plan"].defaults.items()
        >= {
            **dict.fromkeys(["title", "subtitle", "council", "author", "version", "marking", "appendix"], '""'),
            **dict.fromkeys(["start", "end", "quarters"], "null"),
            "financial_month": "4",
            "nation": '"england-and-wales"',
            "checks_off": "[]",
        }.items()
    )
    assert (
        KINDS["party"].defaults.items()
        >= {
            "kind": '"post"',
            **dict.fromkeys(["name", "role", "short", "order"], '""'),
            "organisation": "null",
            "retired": "false",
        }.items()
    )
    assert (
        KINDS["assignment"].defaults.items()
        >= dict.fromkeys(["item", "party", "letters", "qualifier", "part", "order"], '""').items()
    )
    assert (
        KINDS["update"].defaults.items()
        >= {
            **dict.fromkeys(["item", "text", "author", "order"], '""'),
            **dict.fromkeys(["date", "rag"], "null"),
        }.items()
    )
    assert KINDS["outcome"].defaults.items() >= {"text": '""', "items": "[]", "order": '""'}.items()
    assert KINDS["mark"].defaults.items() >= {"name": '""', "known": "[]"}.items()


def test_the_authors_words_stand_in_a_column_of_their_own() -> None:
    kind = KINDS["item"]
    row = Item(TENDER, by_when=by_march())
    columns = dict(zip(kind.columns, kind.to_columns(TENDER, kind.texts(row), alive=False), strict=True))
    assert columns["by_when_words"] == by_march().words
    assert columns["original_words"] is None
    assert columns["alive"] == 0


def test_names_of_a_newer_program_are_passed_over() -> None:
    kind = KINDS["plan"]
    assert kind.to_row(kind.to_columns("p", {"title": '"T"', "colour": '"blue"'}, alive=True)) == PlanInfo("p", "T")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "3"),
        ("title", "nonsense"),
        ("percent", "true"),
        ("percent", '"3"'),
        ("percent", "1e3"),
        ("percent", str(2**70)),
        ("kind", '"banana"'),
        ("kind", "[]"),
        ("tags", '"GAP"'),
        ("tags", "[1]"),
        ("place", "[]"),
        ("place", '{"parent":3,"order":""}'),
        ("place", '{"parent":null}'),
        ("by_when", '{"words":1}'),
        ("by_when", "[" * 100_000),
        ("status", '"done"'),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_an_error(field: str, text: str) -> None:
    with pytest.raises(ValueError):
        KINDS["item"].to_columns("i", {field: text}, alive=True)


def test_the_log_writes_a_value_in_one_way_only() -> None:
    assert to_text({"b": "Ŵ", "a": [1, None]}) == '{"a":[1,null],"b":"Ŵ"}'
