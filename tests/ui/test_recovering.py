import pytest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan


@pytest.fixture
def damaged(plan_path):
    """A plan with a backup on this computer, whose file has lost its end."""
    opened = open_plan(plan_path)
    opened.session.run(SetField("b", "title", "Share one switchboard"))
    opened.back_up()
    opened.close()
    data = plan_path.read_bytes()
    plan_path.write_bytes(data[: len(data) - 20_000])
    return plan_path


def test_a_good_backup_takes_the_place_of_a_damaged_file(window, damaged, recorder):
    before = damaged.read_bytes()
    recorder.answers = [0]
    window.deeds.open_path(damaged)

    assert window.desk.bridge.plan.items["b"].title == "Share one switchboard"
    assert len(recorder.questions) == 1
    assert "The damaged file is kept as saltway (damaged).mkplan." in recorder.notes
    assert damaged.with_name("saltway (damaged).mkplan").read_bytes() == before


def test_nothing_is_touched_without_an_answer(window, damaged, recorder):
    before = damaged.read_bytes()
    window.deeds.open_path(damaged)

    assert window.desk is None
    assert recorder.errors == []
    assert damaged.read_bytes() == before


def test_without_a_backup_it_is_an_error_in_words(window, damaged, recorder, monkeypatch, tmp_path):
    elsewhere = tmp_path / "another profile"
    elsewhere.mkdir()
    monkeypatch.setenv("MKPLANNER_PROFILE", str(elsewhere))
    window.deeds.open_path(damaged)

    assert window.desk is None
    assert len(recorder.errors) == 1
    assert recorder.questions == []
