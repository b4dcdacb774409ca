"""Parts are plain values."""

from mkplanner.models.formats.parts import Record


def test_a_record_shares_nothing_and_follows_no_break_unless_told() -> None:
    record = Record(("Move",), 3)
    assert (record.shared, record.starts, record.after_break) == (frozenset(), False, False)
