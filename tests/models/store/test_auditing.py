"""`verify`: silent about a whole file, and a sentence for everything else."""

from pathlib import Path

import pytest

from mkplanner.models.store import auditing
from mkplanner.models.store.auditing import audit
from mkplanner.models.store.connection import reading
from tests.models.store.helping import LEASE, TENDER, saved, tamper


def findings(path: Path) -> list[str]:
    with reading(path) as query:
        return audit(query)


def test_a_whole_file_has_none(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    assert findings(tmp_path / "a.mkplan") == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE item SET title = 'Forged' WHERE id = '{TENDER}'", f"The item {TENDER} is not what its history says"),
        (f"UPDATE item SET by_when_words = 'x' WHERE id = '{TENDER}'", "is not what its history says"),
        (f"UPDATE item SET alive = 0 WHERE id = '{TENDER}'", "is not what its history says"),
        (f"DELETE FROM item WHERE id = '{LEASE}'", "is not what its history says"),
        ("INSERT INTO party (id, alive) VALUES ('new', 1)", "The party new is not"),
        ("DELETE FROM head WHERE field = 'title'", "newest changes"),
        ("INSERT INTO head VALUES (999, 'x', 'title')", "newest changes"),
        ("UPDATE change SET new = '\"x\"' WHERE id = 6", "digest"),
        ("DELETE FROM change WHERE id = 6", "digest"),
        ("DELETE FROM changeset WHERE seq = 1", "torn"),
        ("DELETE FROM change WHERE changeset = 1", "empty"),
        ("UPDATE changeset SET session = 9", "torn"),
        ("INSERT INTO supersedes VALUES (6, 998)", "torn"),
        ("INSERT INTO supersedes VALUES (998, 6)", "torn"),
        ("UPDATE changeset SET digest = 5", "digest"),
        ("PRAGMA application_id = 5", "mark of MK Planner"),
    ],
)
def test_whatever_is_not_as_it_was_written_is_said(tmp_path: Path, statement: str, words: str) -> None:
    saved(tmp_path / "a.mkplan")
    tamper(tmp_path / "a.mkplan", statement)
    found = findings(tmp_path / "a.mkplan")
    assert any(words in each for each in found), found
    assert all(each.endswith(".") for each in found)


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE outcome", "ALTER TABLE item DROP COLUMN notes", "ALTER TABLE item ADD COLUMN cost_code TEXT"],
)
def test_tables_of_another_version_are_no_damage_but_what_they_hold_is_compared(tmp_path: Path, statement: str) -> None:
    saved(tmp_path / "a.mkplan")
    tamper(tmp_path / "a.mkplan", statement)
    assert findings(tmp_path / "a.mkplan") == []
    tamper(tmp_path / "a.mkplan", "UPDATE item SET title = 'Forged'")
    assert len(findings(tmp_path / "a.mkplan")) == 3


def test_a_long_list_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "MOST_FINDINGS", 2)
    saved(tmp_path / "a.mkplan")
    tamper(tmp_path / "a.mkplan", "UPDATE item SET title = 'Forged'")
    assert findings(tmp_path / "a.mkplan")[2:] == ["There is more; the list was cut here."]
