"""Who last wrote what."""

from mkplanner.models.lookback.differences import Differences, Hand
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord


def record(author: str, at: str, *changes: ChangeRecord) -> ChangesetRecord:
    return ChangesetRecord("s", 1, at, author, "edit", "Edit", changes)


def test_the_last_hand_counts_field_by_field() -> None:
    title, notes = (
        ChangeRecord("a", "title", "x", "y", "item", False),
        ChangeRecord("a", "notes", "", "n", "item", False),
    )
    found = Differences(
        (title, notes),
        (record("Rosen", "2026-11-01T09:00:00Z", title, notes), record("Tamsin", "2026-11-02T09:00:00Z", title)),
    )
    assert found.hand("a", "title") == Hand("Tamsin", "2026-11-02T09:00:00Z")
    assert found.hand("a", "notes").author == "Rosen"
    assert found.hand("b", "title") == Hand()
    assert found.by_row == {"a": (title, notes)}
