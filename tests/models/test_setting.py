"""What a plan remembers; the command that keeps it is in commands/test_settings."""

from mkplanner.models.setting import Setting, remembered


def test_values_are_found_by_name_and_a_damaged_one_is_passed_over() -> None:
    rows = [Setting("1", "letters", '"RACI"'), Setting("2", "view/Late", "{"), Setting("3", "deep", "[" * 100_000)]
    assert remembered(rows) == {"letters": "RACI"}
