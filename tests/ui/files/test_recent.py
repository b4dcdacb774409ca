from datetime import datetime
from pathlib import Path

from mkplanner.settings import RecentPlan
from mkplanner.ui.files import recent

NOW = datetime(2026, 11, 22, 10, 42)


def test_the_plan_opened_last_comes_first(settings):
    for number in range(3):
        recent.remember(settings, Path(f"/plans/{number}.mkplan"), f"Plan {number}", NOW.replace(minute=number))

    titles = [known.plan.title for known in recent.known_plans(settings.now.recent, NOW)]
    assert titles == ["Plan 2", "Plan 1", "Plan 0"]


def test_opening_a_plan_again_does_not_list_it_twice_and_keeps_its_pin(settings):
    recent.remember(settings, Path("/plans/a.mkplan"), "Old title", NOW)
    recent.pin(settings, "/plans/a.mkplan", True)
    recent.remember(settings, Path("/plans/a.mkplan"), "New title", NOW)

    assert settings.now.recent == (RecentPlan("/plans/a.mkplan", "New title", "2026-11-22T10:42", True),)


def test_pinned_plans_stay_at_the_top_and_are_never_dropped(settings):
    recent.remember(settings, Path("/plans/pinned.mkplan"), "Pinned", NOW.replace(hour=1))
    recent.pin(settings, "/plans/pinned.mkplan", True)
    for number in range(recent.LONGEST + 5):
        recent.remember(settings, Path(f"/plans/{number}.mkplan"), f"Plan {number}", NOW)

    known = recent.known_plans(settings.now.recent, NOW)
    assert known[0].plan.title == "Pinned"
    assert len(known) == recent.LONGEST + 1


def test_a_plan_can_be_taken_off_the_list(settings):
    recent.remember(settings, Path("/plans/a.mkplan"), "Plan", NOW)
    recent.forget(settings, "/plans/a.mkplan")

    assert settings.now.recent == ()


def test_a_missing_plan_says_why(tmp_path):
    there = tmp_path / "there.mkplan"
    there.write_bytes(b"")
    paths = [str(path) for path in (there, tmp_path / "gone.mkplan", Path("/no such stick/a.mkplan"))]

    missing = {path: recent.why_missing(path) for path in paths}

    assert list(missing.values()) == ["", "The file is no longer there", "/no such stick cannot be reached now"]
    assert [known.missing for known in recent.known_plans([RecentPlan(path) for path in paths], NOW, missing)] == list(
        missing.values()
    )


def test_recent_plans_are_listed_without_a_look_at_the_disk(monkeypatch):
    def look(_path):
        raise AssertionError("a share that is away would hold the window up")

    for name in ("is_file", "is_dir", "exists", "stat"):
        monkeypatch.setattr(Path, name, look)

    assert [known.missing for known in recent.known_plans([RecentPlan("/share/a.mkplan")], NOW)] == [""]


def test_a_folder_into_which_one_may_not_look_cannot_be_reached(monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)

    assert recent.why_missing("/share/a.mkplan") == "/share cannot be reached now"


def test_places_are_said_from_home():
    assert recent.place_words(Path.home() / "Documents") == "Documents"
    assert recent.place_words(Path.home()) == "Home folder"
    assert len(recent.place_words(Path("/a" * 60))) == 44
