"""The only writer: the log grows and never changes, and nothing else gets in."""

import sqlite3
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.edit import Step
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item, Place
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.session import StaleError
from mkplanner.models.store import connection, repository, tables
from mkplanner.models.store.auditing import audit
from mkplanner.models.store.connection import bytes_of, explained, reading
from mkplanner.models.store.engine import engine_for, writing
from mkplanner.models.store.log import digest_of
from mkplanner.models.store.reading import Position, read_log, read_plan, read_position
from mkplanner.models.store.repository import Writer, create
from tests.models.store.helping import LEASE, PLAN, TENDER, by_march, change, changeset, query_file

FIRST = changeset("a" * 16, 1, 1, change(1, PLAN, "alive", True, kind="plan"), change(2, TENDER, "title", "One"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    create(tmp_path / "copy.mkplan", {"plan": PLAN}, [FIRST])
    return tmp_path / "copy.mkplan"


def step(title: str, before: str = "One") -> Step:
    key = (Item, TENDER)
    return Step("Change action", {key: Item(TENDER, title=before)}, {key: Item(TENDER, title=title)})


def position(path: Path) -> Position:
    with reading(path) as query:
        return read_position(query)


def test_a_step_is_one_changeset_on_top_of_what_it_saw(database: Path) -> None:
    writer = Writer(database, PLAN, "Rosen")
    seq, after = writer.append(step("Two"), "edit", None, position(database))
    assert (seq, after) == (1, Position(2, 2))
    again, _ = writer.append(step("One", "Two"), "undo", 1, after)
    writer.close()
    assert again == 2
    with reading(database) as query:
        _, second, third = read_log(query)
    assert second.digest == digest_of(PLAN, second)
    assert [(part.field, part.old, part.new, part.supersedes) for part in second.changes] == [
        ("title", '"One"', '"Two"', (("a" * 16, 1, 2),))
    ]
    assert (third.kind, third.undoes) == ("undo", f"{second.session.uid}/1")
    assert third.changes[0].supersedes == ((second.session.uid, 1, 1),)
    assert len({FIRST.session.uid, second.session.uid}) == 2


def test_a_step_on_an_outdated_view_is_not_written(database: Path) -> None:
    mine, other = Writer(database, PLAN, "Rosen"), Writer(database, PLAN, "Tamsin")
    seen = position(database)
    other.append(step("Two"), "edit", None, seen)
    with pytest.raises(StaleError):
        mine.append(step("Three"), "edit", None, seen)
    assert position(database).last == 2
    assert query_file(database, "SELECT count(*) FROM session") == [(2,)], "no session without an edit"
    assert mine.append(step("Three", "Two"), "edit", None, position(database))[0] == 1
    mine.close()
    other.close()


def test_a_step_that_comes_to_nothing_writes_nothing(database: Path) -> None:
    writer = Writer(database, PLAN, "Rosen")
    key = (Item, LEASE)
    seq, after = writer.append(Step("Delete", {key: Item(LEASE)}, {key: None}), "edit", None, position(database))
    writer.close()
    assert (seq, after.last) == (0, 1)


def test_changesets_of_others_are_taken_in_once_however_many_processes_find_them(database: Path) -> None:
    theirs = [
        changeset("b" * 16, 1, 2, change(1, TENDER, "title", "Two", ("a" * 16, 1, 2))),
        changeset("b" * 16, 2, 3, change(1, LEASE, "alive", True)),
    ]
    first, second = Writer(database, PLAN, ""), Writer(database, PLAN, "")
    assert first.adopt(theirs[:1], {}) == 1
    assert second.adopt(theirs, {"format": "3", "min_reader": "1", "min_writer": "2"}) == 1
    assert second.adopt([FIRST, *theirs], {}) == 0
    first.close()
    second.close()
    with reading(database) as query:
        assert read_log(query) == [FIRST, *theirs]
        assert audit(query) == []
    assert dict(query_file(database, "SELECT key, value FROM meta")) == {
        "plan": PLAN,
        "format": "3",
        "min_reader": "1",
        "min_writer": "2",
    }


def test_a_write_that_fails_leaves_the_log_as_it_was(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(database, PLAN, "Rosen")
    monkeypatch.setattr(
        "mkplanner.models.store.additions.Additions._write_state", lambda self: self._query("SELECT * FROM nowhere")
    )
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        writer.append(step("Two"), "edit", None, position(database))
    monkeypatch.undo()
    assert position(database).last == 1
    assert writer.append(step("Two"), "edit", None, position(database))[0] == 1
    writer.close()


@pytest.mark.parametrize(
    "statement",
    [
        update(tables.change).values(new="forged"),
        update(tables.changeset).values(label="forged"),
        update(tables.session).values(author="forged"),
        delete(tables.change),
        delete(tables.changeset),
        delete(tables.supersedes),
        delete(tables.session),
    ],
    ids=str,
)
def test_the_log_is_append_only(database: Path, statement: object) -> None:
    engine = engine_for(database)
    with pytest.raises((sqlite3.DatabaseError, PlannerError)), writing(engine, database) as writer:
        writer.execute(statement)  # type: ignore[call-overload]
    engine.dispose()
    with reading(database) as query:
        assert read_log(query) == [FIRST]


@pytest.mark.parametrize("sql", ["CREATE TRIGGER t AFTER INSERT ON change BEGIN SELECT 1; END", "DROP TABLE change"])
def test_the_tables_themselves_stay_as_they_are(database: Path, sql: str) -> None:
    engine = engine_for(database)
    with pytest.raises(sqlite3.DatabaseError), writing(engine, database) as writer:
        writer.exec_driver_sql(sql)
    engine.dispose()


def test_nobody_else_writes(database: Path) -> None:
    engine = engine_for(database)
    with pytest.raises(DBAPIError, match="readonly"), engine.begin() as connected:
        connected.execute(insert(tables.meta).values(key="k", value="v"))
    engine.dispose()
    with pytest.raises(PlannerError), reading(database) as query:
        query("DELETE FROM change")
    assert position(database).last == 1


def test_another_process_that_writes_for_long_is_named(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.prepare, "__kwdefaults__", {"wait": 0.05})
    writer = Writer(database, PLAN, "Rosen")
    seen = position(database)
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(PlannerError, match="busy writing"):
        writer.append(step("Two"), "edit", None, seen)
    other.execute("ROLLBACK")
    other.close()
    assert writer.append(step("Two"), "edit", None, seen)[0] == 1
    writer.close()


def test_complaints_of_the_database_come_out_as_sentences() -> None:
    for told in (
        "database or disk is full",
        "disk I/O error",
        "attempt to write a readonly database",
        "unable to open",
    ):
        assert isinstance(explained(sqlite3.OperationalError(told), Path("x")), PlannerError)
    assert isinstance(explained(sqlite3.DatabaseError("database disk image is malformed"), Path("x")), DamagedPlanError)
    bug = sqlite3.OperationalError("no such column: titel")
    assert explained(bug, Path("x")) is bug


def test_a_whole_copy_in_one_moment_has_no_journal(database: Path) -> None:
    data = bytes_of(database)
    assert data == database.read_bytes()
    assert data[18:20] == b"\x01\x01"


def test_both_ways_of_reading_give_the_same(database: Path) -> None:
    from mkplanner.models.store.engine import query_of

    engine = engine_for(database)
    with writing(engine, database) as writer, reading(database) as query:
        assert read_log(query_of(writer)) == read_log(query)
        assert read_plan(query_of(writer)) == read_plan(query)
    engine.dispose()


STORY = "409f6f66b59fde8442c754e63a96a65201e35450aefee8040628574317374183"
"""The digest of all that a fixed story writes into the log: quicker writing must not write anything else."""
LOG = ("session", "changeset", "change", "supersedes", "head")


def test_a_story_is_written_the_same_to_the_byte(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository.secrets, "token_hex", lambda size: "bc" * size)
    monkeypatch.setattr(repository.platform, "node", lambda: "desk")
    monkeypatch.setattr(repository, "__version__", "0")
    monkeypatch.setattr(repository, "_now", lambda: "2026-11-28T09:00:00.000Z")
    assert digest_of_story(database) == STORY


def digest_of_story(path: Path) -> str:
    """Letters set, altered, cleared, undone and set again; then every line of the log's tables."""
    rows = {(Assignment, f"c{at}"): Assignment(f"c{at}", f"i{at}", f"p{at % 7}", "R") for at in range(40)}
    more = {key: replace(row, letters="AC", qualifier="half “way”\n") for key, row in rows.items()}
    lease = {(Item, TENDER): Item(TENDER, title="É" * 200, percent=7, by_when=by_march(), place=Place("i1", "V"))}
    nothing: dict[tuple[type, str], None] = dict.fromkeys(rows)
    people = {(Party, "p1"): Party("p1", PartyKind.TEAM, "Audit", retired=True)}
    steps = (
        Step("Paste", nothing, rows),
        Step("More", rows, more),
        Step("Clear", more, nothing),
        Step("Rename", {(Item, TENDER): Item(TENDER, title="One"), (Party, "p1"): None}, lease | people),
    )
    writer, seen = Writer(path, PLAN, "Ann"), position(path)
    for one in steps:
        _, seen = writer.append(one, "edit", None, seen)
    writer.append(steps[2].reversed("Undo"), "undo", 3, seen)
    writer.close()
    lines = [f"{name} {line}" for name in LOG for line in query_file(path, f'SELECT * FROM "{name}"')]
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()
