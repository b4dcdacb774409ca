"""Changesets find their place in the tables: numbers that fit together, and rows written over where they stand."""

from pathlib import Path

import pytest

from mkplanner.models.store.additions import Additions, take_in
from mkplanner.models.store.auditing import audit
from mkplanner.models.store.connection import reading
from mkplanner.models.store.engine import query_of
from mkplanner.models.store.reading import read_heads, read_log
from mkplanner.models.store.repository import Writer, create
from tests.models.store.helping import LEASE, PLAN, TENDER, change, changeset, query_file

HERE, THERE = "a" * 16, "b" * 16
FIRST = changeset(HERE, 1, 1, change(1, PLAN, "alive", True, kind="plan"), change(2, TENDER, "title", "One"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    create(tmp_path / "copy.mkplan", {"plan": PLAN}, [FIRST])
    return tmp_path / "copy.mkplan"


def test_an_altered_row_is_written_over_where_it_stands(database: Path) -> None:
    where = query_file(database, "SELECT rowid, id FROM item")
    later = changeset(HERE, 2, 2, change(1, TENDER, "title", "Two", (HERE, 1, 2)))
    writer = Writer(database, PLAN, "")
    assert writer.adopt([later], {}) == 1
    writer.close()
    assert query_file(database, "SELECT rowid, id FROM item") == where, "fewer pages to write, so a quicker edit"
    assert query_file(database, "SELECT title, alive FROM item") == [("Two", 1)]
    with reading(database) as query:
        assert audit(query) == []


def test_changesets_come_in_whatever_the_order_they_are_handed_over_in(database: Path) -> None:
    second = changeset(THERE, 1, 2, change(1, LEASE, "alive", True), change(2, LEASE, "title", "Lease"))
    third = changeset(HERE, 2, 3, change(1, LEASE, "title", "Lease agreed", (THERE, 1, 2)))
    writer = Writer(database, PLAN, "")
    with writer.writing() as connection:
        take_in(connection, [third, second])
    writer.close()
    with reading(database) as query:
        assert read_log(query) == [FIRST, second, third]
        assert audit(query) == []
    assert query_file(database, "SELECT title FROM item ORDER BY id") == [("Lease agreed",), ("One",)]


def test_what_is_built_on_is_found_though_it_is_no_head_any_more(database: Path) -> None:
    here = changeset(HERE, 2, 2, change(1, TENDER, "title", "Two", (HERE, 1, 2)))
    there = changeset(THERE, 1, 2, change(1, TENDER, "title", "Zwei", (HERE, 1, 2)))
    writer = Writer(database, PLAN, "")
    for each in (here, there):
        with writer.writing() as connection:
            Additions(connection, [each], read_heads(query_of(connection), {TENDER})).write()
    writer.close()
    with reading(database) as query:
        assert {head.new for head in read_heads(query, {TENDER})[TENDER]["title"]} == {'"Two"', '"Zwei"'}
        assert audit(query) == []
