import json

import pytest

from mkplanner.settings import RecentPlan, Settings, SettingsFile


def test_without_a_file_everything_has_its_default(profile):
    assert SettingsFile().now == Settings()


def test_what_was_changed_is_there_next_time(profile):
    SettingsFile().change(
        theme="dark", text_size=125, recent=(RecentPlan("/plans/a.mkplan", "Plan", "2026-11-22", True),)
    )

    again = SettingsFile().now

    assert (again.theme, again.text_size) == ("dark", 125)
    assert again.recent == (RecentPlan("/plans/a.mkplan", "Plan", "2026-11-22", True),)


def test_two_windows_do_not_undo_each_others_changes(profile):
    one, other = SettingsFile(), SettingsFile()

    one.change(theme="dark")
    other.change(author="Cllr Penrose")

    assert (SettingsFile().now.theme, SettingsFile().now.author) == ("dark", "Cllr Penrose")


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "\x00\x01", '"words"'])
def test_a_damaged_file_is_put_aside_and_said(profile, content):
    path = profile / "settings.json"
    path.write_text(content, "utf-8")

    settings = SettingsFile()

    assert settings.now == Settings()
    assert "settings.damaged.json" in settings.note
    assert (profile / "settings.damaged.json").read_text("utf-8") == content


def test_values_of_the_wrong_sort_are_passed_over_one_by_one(profile):
    record = {
        "theme": "pink",
        "text_size": "large",
        "author": "Audit Manager",
        "open_after_export": 1,
        "recent": [{"path": ""}, "words", {"path": "/a.mkplan", "pinned": "yes"}],
        "from_a_newer_version": True,
    }
    (profile / "settings.json").write_text(json.dumps(record), "utf-8")

    now = SettingsFile().now

    assert (now.theme, now.text_size, now.author, now.open_after_export) == ("system", 100, "Audit Manager", True)
    assert now.recent == (RecentPlan("/a.mkplan"),)


def test_settings_that_cannot_be_written_do_not_stop_anybody(tmp_path):
    settings = SettingsFile(tmp_path / "no such folder" / "settings.json")

    assert settings.change(theme="dark").theme == "dark"


def test_nothing_is_left_beside_the_file(profile):
    SettingsFile().change(theme="dark")

    assert [path.name for path in profile.iterdir()] == ["settings.json"]
