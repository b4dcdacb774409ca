import os
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from mkplanner.errors import PlannerError
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.files.desk import FileDesk, save_copy, write_example


@pytest.fixture
def desk(qtbot, dressed, settings):
    parent = QWidget()
    qtbot.addWidget(parent)
    return FileDesk(parent, settings)


def test_an_opened_plan_is_remembered(desk, settings, plan_path):
    opened = desk.open(plan_path)

    assert opened.plan.info.title == "Saltway audit plan"
    assert [entry.title for entry in settings.now.recent] == ["Saltway audit plan"]
    assert Path(settings.now.last_folder) == plan_path.parent
    opened.close()


@pytest.mark.parametrize("content", [None, b"", b"GIF89a" * 100])
def test_what_cannot_be_opened_gets_one_sentence_and_is_not_remembered(desk, settings, recorder, tmp_path, content):
    path = tmp_path / "strange.mkplan"
    if content is not None:
        path.write_bytes(content)

    assert desk.open(path) is None
    assert len(recorder.errors) == 1
    assert settings.now.recent == ()


def test_cancelling_the_file_dialogue_opens_nothing(desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))

    assert desk.ask_path() is None


def test_the_worked_example_is_ones_own_copy_and_stays(desk):
    first = desk.open_example()
    assert first.plan.info.title.startswith("Saltway Partnership")
    assert first.session.history.undo_title is None
    first.close()

    second = desk.open_example()
    assert second.path == first.path
    second.close()


def test_a_copy_holds_everything_and_the_plan_stays_open(tmp_path, plan_path):
    with closing(open_plan(plan_path)) as opened:
        save_copy(opened, tmp_path / "copy.mkplan")
        assert opened.plan.items
    with closing(open_plan(tmp_path / "copy.mkplan")) as copy:
        assert copy.plan.items["a"].title == "Agree one audit team"


def test_a_copy_cannot_be_the_plan_itself(plan_path):
    with closing(open_plan(plan_path)) as opened, pytest.raises(PlannerError, match="the plan itself"):
        save_copy(opened, plan_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everybody may write there")
def test_a_copy_that_cannot_be_written_leaves_nothing(tmp_path, plan_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with closing(open_plan(plan_path)) as opened, pytest.raises(PlannerError):
        save_copy(opened, locked / "copy.mkplan")
    assert list(locked.iterdir()) == []


def test_a_copy_into_a_folder_that_is_not_there_is_refused(tmp_path, plan_path):
    with closing(open_plan(plan_path)) as opened, pytest.raises(PlannerError, match="cannot be written"):
        save_copy(opened, tmp_path / "nowhere" / "copy.mkplan")


def test_saving_a_copy_adds_the_ending_and_says_so(desk, recorder, monkeypatch, tmp_path, plan_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for Brackwell"), ""))
    with closing(open_plan(plan_path)) as opened:
        desk.ask_save_copy(opened)

    assert (tmp_path / "for Brackwell.mkplan").is_file()
    assert recorder.notes == ["A copy is kept as for Brackwell.mkplan"]


def test_the_example_is_written_whole(tmp_path):
    with closing(write_example(tmp_path / "example.mkplan")) as opened:
        assert len(opened.plan.items) > 40
        assert opened.saved_state.published
