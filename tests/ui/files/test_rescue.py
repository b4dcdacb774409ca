from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mkplanner.models.commands.rows import AddItem
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.files.desk import FileDesk
from mkplanner.ui.files.rescue import free_name


@pytest.fixture
def desk(qtbot, dressed, settings):
    parent = QWidget()
    qtbot.addWidget(parent)
    return FileDesk(parent, settings)


@pytest.fixture
def damaged(plan_path):
    """The plan with a later edit, a backup of it, and then some bytes that no log can have."""
    with closing(open_plan(plan_path)) as opened:
        opened.session.run(AddItem("Move the archive", id="c"))
        opened.back_up()
    data = plan_path.read_bytes()
    at = data.index(b'"Move the archive"')
    while at >= 0:
        data = data[:at] + b'"Hove' + data[at + 5 :]
        at = data.find(b'"Move the archive"')
    plan_path.write_bytes(data)
    return plan_path


def test_the_good_backup_takes_the_place_of_a_damaged_plan(desk, recorder, damaged):
    data = damaged.read_bytes()
    recorder.answers = [0]

    opened = desk.open(damaged)

    assert opened.path == damaged
    assert opened.plan.items["c"].title == "Move the archive"
    assert damaged.with_name("saltway (damaged).mkplan").read_bytes() == data
    assert recorder.questions == ["“saltway.mkplan” is damaged and cannot be opened."]
    assert recorder.notes == ["The damaged file is kept as saltway (damaged).mkplan."]
    assert recorder.errors == []
    opened.close()


def test_what_can_be_read_is_rescued_into_a_file_beside(desk, recorder, damaged, settings):
    data = damaged.read_bytes()
    recorder.answers = [1, 0]

    opened = desk.open(damaged)

    assert opened.path.name == "saltway (rescued).mkplan"
    assert opened.plan.items["a"].title == "Agree one audit team"
    assert "c" not in opened.plan.items
    assert opened.verify() == []
    assert recorder.questions[1] == "What could be read is in “saltway (rescued).mkplan”."
    assert damaged.read_bytes() == data
    assert [Path(entry.path).name for entry in settings.now.recent] == ["saltway (rescued).mkplan"]
    opened.close()


def test_without_a_backup_only_the_rescue_is_offered(desk, recorder, damaged, monkeypatch, tmp_path):
    elsewhere = tmp_path / "another profile"
    elsewhere.mkdir()
    monkeypatch.setenv("MKPLANNER_PROFILE", str(elsewhere))
    recorder.answers = [0, None]

    assert desk.open(damaged) is None
    assert damaged.with_name("saltway (rescued).mkplan").is_file()
    assert len(recorder.questions) == 2


def test_whoever_wants_neither_keeps_the_file_as_it_is(desk, recorder, damaged, settings):
    assert desk.open(damaged) is None
    assert [each.name for each in damaged.parent.glob("*.mkplan")] == ["saltway.mkplan"]
    assert recorder.errors == []
    assert settings.now.recent == ()


def test_a_plan_that_has_become_empty_is_had_back_from_its_backup(desk, recorder, damaged):
    damaged.write_bytes(b"")
    recorder.answers = [0]

    opened = desk.open(damaged)

    assert "c" in opened.plan.items
    opened.close()


def test_where_nothing_can_be_read_that_is_said_and_nothing_is_made(desk, recorder, damaged):
    damaged.write_bytes(b"")
    recorder.answers = [1]

    assert desk.open(damaged) is None
    assert "Nothing of a plan can be read" in recorder.errors[0].sentence
    assert not damaged.with_name("saltway (rescued).mkplan").exists()


def test_a_second_rescue_has_a_name_of_its_own(damaged):
    damaged.with_name("saltway (rescued).mkplan").touch()

    assert free_name(damaged).name == "saltway (rescued 2).mkplan"
