"""Dated copies in the profile: ten, and one a day for thirty days."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mkplanner.models.store.backups import back_up, back_up_daily, backups_of, folder_of, thin_out
from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import saved

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_backup_is_a_whole_plan_named_by_its_moment(tmp_path: Path) -> None:
    plan = saved(tmp_path / "saltway.mkplan")
    for old in backups_of(tmp_path / "saltway.mkplan"):
        old.unlink()
    kept = back_up(tmp_path / "saltway.mkplan", tmp_path / "saltway.mkplan", NOON)
    assert kept.name == "2026-11-22 12.00.00 saltway.mkplan"
    assert open_plan(kept).plan == plan
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]


def test_one_backup_a_day_is_made_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "saltway.mkplan"
    saved(path)
    assert back_up_daily(path, path, NOON + timedelta(days=1)) is not None
    assert back_up_daily(path, path, NOON + timedelta(days=1, hours=3)) is None
    assert back_up_daily(path, path, NOON + timedelta(days=2)) is not None


def test_the_newest_ten_stay_and_the_last_of_each_of_thirty_days(tmp_path: Path) -> None:
    path = tmp_path / "saltway.mkplan"
    for day in range(50):
        for hour in (11, 12):
            moment = NOON.replace(hour=hour) - timedelta(days=49 - day)
            (folder_of(path) / f"{moment:%Y-%m-%d %H.%M.%S} saltway.mkplan").touch()
            thin_out(folder_of(path), moment.date())
    kept = [each.name[:19] for each in backups_of(path)]
    days = [name[:10] for name in kept]
    assert kept[0] == "2026-11-22 12.00.00"
    assert len(set(days)) == 31, "thirty days and today"
    assert days.count("2026-11-22") == 2, "among the newest ten"
    assert days.count("2026-11-01") == 1
    assert all(name.endswith("12.00.00") for name in kept[10:]), "the last of a day"


def test_the_backups_of_two_plans_do_not_mix(tmp_path: Path) -> None:
    for name in ("one.mkplan", "two.mkplan"):
        saved(tmp_path / name)
        back_up(tmp_path / name, tmp_path / name, NOON)
    assert all("one" in each.name for each in backups_of(tmp_path / "one.mkplan"))
