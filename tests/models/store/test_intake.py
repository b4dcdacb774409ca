"""Files that we did not write: each is read without trust, refused in one sentence or taken in whole, and left untouched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mkplanner.errors import DamagedPlanError, NewerPlanError, NotAPlanError, PlannerError
from mkplanner.models.store import connection
from mkplanner.models.store.intake import receive
from mkplanner.models.store.log import Change, Changeset, digest_of
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.reading import read_log
from mkplanner.models.store.repository import create
from tests.models.store.helping import (
    LEASE,
    PLAN,
    TENDER,
    Remove,
    Retitle,
    beside,
    change,
    changeset,
    copies,
    forget,
    query_file,
    saved,
    tamper,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan that this installation does not remember having written."""
    saved(tmp_path / "saltway.mkplan")
    forget()
    return tmp_path / "saltway.mkplan"


def refused(path: Path, kind: type[PlannerError], words: str) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind, match=words) as told:
        open_plan(path)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 700
    assert before is None or path.read_bytes() == before
    assert beside(path) == []
    assert copies() == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    refused(tmp_path / "gone.mkplan", PlannerError, "There is no file “gone.mkplan”")


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "folder.mkplan").mkdir()
    with pytest.raises(NotAPlanError, match="is a folder"):
        open_plan(tmp_path / "folder.mkplan")


def test_an_empty_file_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "empty.mkplan").touch()
    refused(tmp_path / "empty.mkplan", NotAPlanError, "is empty")


@pytest.mark.parametrize(
    "data", [b"Agree the lease by 31 March", bytes(range(256)) * 40, b"SQLite format 3", b"\0" * 4096]
)
def test_words_and_bytes_are_no_plan(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "words.mkplan").write_bytes(data)
    refused(tmp_path / "words.mkplan", NotAPlanError, "is not a plan")


def test_the_database_of_another_program_is_no_plan(tmp_path: Path) -> None:
    tamper(tmp_path / "other.mkplan", "CREATE TABLE bookmarks (id, title)")
    refused(tmp_path / "other.mkplan", NotAPlanError, "database of another program")


def test_a_database_that_only_says_it_is_ours_is_damaged(tmp_path: Path) -> None:
    tamper(tmp_path / "other.mkplan", "CREATE TABLE bookmarks (id, title)", f"PRAGMA application_id = {0x4D4B504C}")
    refused(tmp_path / "other.mkplan", DamagedPlanError, "is damaged")


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_what_is_no_file_at_all_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mkplan")
    refused(tmp_path / "pipe.mkplan", NotAPlanError, "is not a file")


def test_a_file_that_may_not_be_read_is_refused_in_words(path: Path, checkout: Path) -> None:
    if shutil.which("setpriv") is None or os.geteuid() != 0:
        pytest.skip("needs a second user to be refused")
    path.chmod(0o600)
    for folder in (path.parent, *path.parent.parents):
        if folder.stat().st_mode & 0o005 != 0o005 and folder.is_relative_to(path.parents[2]):
            folder.chmod(folder.stat().st_mode | 0o055)
    look = (
        "import sys; from pathlib import Path; from mkplanner.errors import PlannerError\n"
        "from mkplanner.models.store.intake import read_file\n"
        "try: read_file(Path(sys.argv[1]))\nexcept PlannerError as error: print(error.sentence)"
    )
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", look, str(path)],
        capture_output=True,
        text=True,
        cwd=checkout,
        check=False,
    )
    if done.returncode:
        pytest.skip("the other user cannot run this Python")
    assert done.stdout.startswith("You are not allowed to read “saltway.mkplan”")


def test_a_file_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.mkplan").open("wb") as file:
        file.truncate(3 * 1024**3)
    with pytest.raises(NotAPlanError, match="far too large"):
        open_plan(tmp_path / "huge.mkplan")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER UPDATE ON item BEGIN DELETE FROM change; END",
        "CREATE VIEW spare AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x FROM r",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "ALTER TABLE session ADD COLUMN spare TEXT GENERATED ALWAYS AS (hex(uid)) VIRTUAL",
    ],
    ids=["trigger", "view", "virtual table", "computed column"],
)
def test_anything_but_tables_is_refused(path: Path, statement: str) -> None:
    tamper(path, statement)
    refused(path, DamagedPlanError, "is damaged")


def test_what_state_tables_say_is_not_believed(path: Path) -> None:
    tamper(path, "UPDATE item SET title = 'Forged'", "DELETE FROM party", "DELETE FROM head", "DROP TABLE outcome")
    seen = open_plan(path)
    assert seen.plan.items[TENDER].title == "Agree the lease"
    assert len(seen.plan.parties) == len(seen.plan.outcomes) == 1
    assert seen.verify() != []
    seen.session.run(Retitle(TENDER, "Agree the lease at last"))
    seen.close()
    assert open_plan(path).verify() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET new = '\"Forged\"' WHERE field = 'title' AND entity = '" + TENDER + "'",
        "UPDATE change SET old = '\"Forged\"' WHERE id = 5",
        "UPDATE change SET tomb = 1 WHERE id = 5",
        "UPDATE change SET entity = '" + LEASE + "' WHERE entity = '" + TENDER + "'",
        "UPDATE change SET n = n + 1",
        "UPDATE changeset SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2",
        "UPDATE changeset SET label = 'Something else' WHERE id = 2",
        "UPDATE changeset SET kind = 'undo' WHERE id = 2",
        "UPDATE changeset SET undoes = 'x/1' WHERE id = 2",
        "UPDATE changeset SET lamport = 3 WHERE id = 2",
        "UPDATE changeset SET seq = 3 WHERE id = 2",
        "UPDATE changeset SET digest = ''",
        "UPDATE session SET author = 'Somebody else'",
        "UPDATE session SET host = 'elsewhere'",
        "UPDATE session SET app = 'another'",
        "UPDATE session SET uid = 'ffffffffffffffff' WHERE no = 1",
        "UPDATE meta SET value = '00000000-0000-4000-8000-000000000000' WHERE key = 'plan'",
        "INSERT INTO supersedes VALUES (9, 2)",
        "DELETE FROM supersedes",
        "DELETE FROM changeset WHERE id = 2",
        "DELETE FROM changeset WHERE id = 1",
        "DELETE FROM changeset",
        "DELETE FROM change WHERE id = 9",
        "DELETE FROM session",
        "UPDATE changeset SET lamport = 'many'",
        "UPDATE change SET new = x'00ff' WHERE id = 5",
        "UPDATE meta SET value = '2' WHERE key = 'format'",
        "UPDATE meta SET value = 'one' WHERE key = 'min_reader'",
        "DELETE FROM meta WHERE key = 'plan'",
    ],
)
def test_a_history_that_was_tampered_with_is_refused(tmp_path: Path, statement: str) -> None:
    target = tmp_path / "saltway.mkplan"
    saved(target)
    again = open_plan(target)
    again.session.run(Retitle(TENDER, "Second title"))
    again.close()
    forget()
    before = target.read_bytes()
    tamper(target, statement)
    assert target.read_bytes() != before, "the statement did something"
    refused(target, DamagedPlanError, "is damaged")


def forged(path: Path, *changesets: Changeset) -> Path:
    """A file with these changesets, whose digests fit, as a skilled attacker or a newer program would write it."""
    create(path, {"plan": PLAN}, ())
    # The log's rows go in as they are, without a fold that might stumble over them.
    numbers: dict[tuple[str, int, int], int] = {}
    for number, each in enumerate(changesets, start=1):
        uid, author, host, app = each.session
        sessions = query_file(path, f"SELECT no FROM session WHERE uid = '{uid}'")
        if not sessions:
            tamper(path, "INSERT INTO session VALUES (NULL, ?, ?, ?, ?)", parameters=(uid, author, host, app))
        (no,) = query_file(path, f"SELECT no FROM session WHERE uid = '{uid}'")[0]
        row = (number, no, each.seq, each.lamport, each.at, each.kind, each.label, each.undoes, each.digest)
        tamper(path, "INSERT INTO changeset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", parameters=row)
        for part in each.changes:
            row_number = len(numbers) + 1
            numbers[*each.key, part.n] = row_number
            values = (row_number, number, *part[:-1])
            tamper(path, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", parameters=values)
            for ref in part.supersedes:
                tamper(path, "INSERT INTO supersedes VALUES (?, ?)", parameters=(row_number, numbers.get(ref, 99)))
    return path


ALIVE = change(1, PLAN, "alive", True, kind="plan")
ROW = (ALIVE, change(2, TENDER, "alive", True), change(3, TENDER, "title", "Agree the lease"))


def test_an_honest_log_written_by_others_is_taken_in(tmp_path: Path) -> None:
    second = changeset("b" * 16, 1, 2, change(1, TENDER, "title", "Agree it", ("a" * 16, 1, 3)))
    seen = open_plan(forged(tmp_path / "a.mkplan", changeset("a" * 16, 1, 1, *ROW), second))
    assert seen.plan.items[TENDER].title == "Agree it"


@pytest.mark.parametrize(
    "second",
    [
        changeset("b" * 16, 1, 3, change(1, TENDER, "title", "x", ("a" * 16, 1, 3))),
        changeset("b" * 16, 1, 2**60, change(1, TENDER, "title", "x", ("a" * 16, 1, 3))),
        changeset("b" * 16, 1, 1, change(1, TENDER, "title", "x", ("a" * 16, 1, 3))),
        changeset("b" * 16, 2, 2, change(1, TENDER, "title", "x", ("a" * 16, 1, 3))),
        changeset("b" * 16, 1, 2, change(1, TENDER, "title", "x", ("a" * 16, 1, 2))),
        changeset("b" * 16, 1, 2, change(1, TENDER, "title", "x", ("a" * 16, 9, 9))),
        changeset("b" * 16, 1, 2, change(2, TENDER, "title", "x", ("a" * 16, 1, 3))),
        changeset("b" * 16, 1, 2, change(1, TENDER, "title", "x"), change(2, TENDER, "title", "y")),
        changeset("b" * 16, 1, 2, change(1, TENDER, "title", "x", kind="party")),
        changeset("b" * 16, 1, 2, change(1, TENDER, "percent", "ninety")),
        changeset("b" * 16, 1, 2, change(1, TENDER, "percent", 10**30)),
        changeset("b" * 16, 1, 2, change(1, TENDER, "kind", "banana")),
        changeset("b" * 16, 1, 2, change(1, TENDER, "by_when", {"words": 3})),
        changeset("b" * 16, 1, 2, change(1, TENDER, "tags", {"a": "b"})),
        changeset("b" * 16, 1, 2, change(1, TENDER, "place", [])),
        changeset("b" * 16, 1, 2, Change(1, TENDER, "item", "title", None, "not json", 0, ())),
        changeset("b" * 16, 1, 2, Change(1, TENDER, "item", "tags", None, "[" * 200_000, 0, ())),
        changeset("b" * 16, 1, 2, Change(1, TENDER, "item", "title", None, None, 0, ())),
        changeset("b" * 16, 1, 2, Change(1, PLAN, "plan", "alive", None, None, 1, (("a" * 16, 1, 1),))),
        changeset("b" * 16, 1, 2),
    ],
    ids=lambda each: str(each.changes[0][2:6] if each.changes else "empty")[:60],
)
def test_a_forged_log_whose_digests_fit_is_refused_all_the_same(tmp_path: Path, second: Changeset) -> None:
    forged(tmp_path / "a.mkplan", changeset("a" * 16, 1, 1, *ROW), second)
    refused(tmp_path / "a.mkplan", DamagedPlanError, "is damaged")


def test_a_plan_without_its_own_row_is_refused(tmp_path: Path) -> None:
    forged(tmp_path / "a.mkplan", changeset("a" * 16, 1, 1, change(1, TENDER, "alive", True)))
    refused(tmp_path / "a.mkplan", DamagedPlanError, "is damaged")


CRAFTED = ('title" = (SELECT 1), "notes', "title; DROP TABLE change; --", "rowid", "id", "alive_", "x" * 10_000)


@pytest.mark.parametrize("name", CRAFTED, ids=lambda name: name[:20])
def test_crafted_names_never_come_near_sql_and_are_passed_on(tmp_path: Path, name: str) -> None:
    path = forged(
        tmp_path / "a.mkplan",
        changeset("a" * 16, 1, 1, *ROW, change(4, TENDER, name, "y"), change(5, LEASE, "alive", True, kind=name)),
    )
    seen = open_plan(path)
    assert set(seen.plan.items) == {TENDER}
    seen.session.run(Retitle(TENDER, "Edited by us"))
    seen.sync()
    assert seen.verify() == []
    seen.close()
    assert query_file(path, "SELECT field, kind FROM change WHERE n IN (4, 5) AND changeset = 1 ORDER BY n") == [
        (name, "item"),
        ("alive", name),
    ]
    forget()
    assert open_plan(path).plan.items[TENDER].title == "Edited by us"


def test_an_unknown_field_survives_deletion_and_undo_in_an_older_program(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.mkplan", changeset("a" * 16, 1, 1, *ROW, change(4, TENDER, "cost_code", "X12")))
    seen = open_plan(path)
    tender = seen.plan.items[TENDER]
    seen.session.run(Remove(tender))
    seen.session.undo()
    seen.close()
    forget()
    again = open_plan(path)
    assert again.plan.items == {TENDER: tender}
    heads = query_file(
        path, "SELECT c.new, c.tomb FROM head h JOIN change c ON c.id = h.change WHERE h.field = 'cost_code'"
    )
    assert heads == [('"X12"', 0)]
    again.close()


def test_a_value_of_thirty_megabytes_is_refused(path: Path) -> None:
    tamper(
        path, "UPDATE change SET new = ? WHERE field = 'notes' OR id = 9", parameters=('"' + "A" * 30_000_000 + '"',)
    )
    refused(path, DamagedPlanError, "is damaged")


def test_a_reading_that_takes_too_long_is_stopped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LONGEST_READING", -1.0)
    monkeypatch.setattr(connection, "_STEPS", 1)
    with pytest.raises(DamagedPlanError):
        receive(path.read_bytes(), path.name)


def test_a_file_that_needs_a_newer_program_is_refused_by_its_number(path: Path) -> None:
    tamper(path, "UPDATE meta SET value = '7' WHERE key <> 'plan'", "PRAGMA user_version = 7")
    refused(path, NewerPlanError, r"newer MK Planner \(format 7; this one reads up to 1\)")


def test_a_newer_file_that_may_be_read_but_not_written_opens_for_looking(path: Path) -> None:
    tamper(path, "UPDATE meta SET value = '7' WHERE key IN ('format', 'min_writer')", "PRAGMA user_version = 7")
    before = path.read_bytes()
    seen = open_plan(path)
    assert "newer MK Planner" in seen.read_only
    assert seen.plan.items[TENDER].title == "Agree the lease"
    with pytest.raises(PlannerError, match="newer"):
        seen.session.run(Retitle(TENDER, "Not allowed"))
    seen.close()
    assert path.read_bytes() == before


def test_the_numbers_of_a_newer_program_are_passed_on(path: Path) -> None:
    tamper(path, "UPDATE meta SET value = '7' WHERE key = 'format'", "PRAGMA user_version = 7")
    seen = open_plan(path)
    seen.session.run(Retitle(TENDER, "Written by the older program"))
    seen.close()
    assert dict(query_file(path, "SELECT key, value FROM meta"))["format"] == "7"
    assert query_file(path, "PRAGMA user_version") == [(7,)]
    forget()
    assert open_plan(path).plan.items[TENDER].title == "Written by the older program"


def test_a_file_that_another_tool_switched_to_a_write_ahead_log_still_opens(path: Path) -> None:
    tamper(path, "PRAGMA journal_mode = WAL")
    for name in beside(path):
        (path.parent / name).unlink()
    assert path.read_bytes()[18:20] == b"\x02\x02"
    seen = open_plan(path)
    seen.session.run(Retitle(TENDER, "Still ours"))
    seen.close()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert open_plan(path).verify() == []


def test_our_own_files_are_read_as_any_other_once_forgotten(path: Path) -> None:
    received = receive(path.read_bytes(), path.name)
    with connection.reading_bytes(path.read_bytes()) as query:
        assert list(received.changesets) == read_log(query)
    assert all(each.digest == digest_of(PLAN, each) for each in received.changesets)
