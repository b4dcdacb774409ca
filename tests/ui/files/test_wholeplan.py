"""The whole plan as one file, from the File menu."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mkplanner.charts.formats import PLAN_FORMATS
from mkplanner.errors import PlannerError
from mkplanner.models.formats.registry import read_source
from mkplanner.progress import Cancelled
from mkplanner.ui import tasks
from mkplanner.ui.files import desk as files
from mkplanner.ui.files import wholeplan
from tests.models.formats.same_plan import brought_in, plain


@pytest.fixture
def asked(monkeypatch):
    """What the save dialogue was given; it answers with the path and the form (by ending) put into it."""
    found = {"path": "", "form": ".xlsx"}

    def ask(_parent, title, proposed, forms, first):
        found.update(title=title, proposed=proposed, forms=forms.split(";;"), first=first)
        form = next(words for words in found["forms"] if f"*{found['form']})" in words)
        return (str(found["path"]), form) if found["path"] else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return found


@pytest.mark.parametrize("ending", PLAN_FORMATS)
def test_each_form_is_written_in_the_background_and_told_with_a_link_to_its_folder(
    plan_window, asked, recorder, qtbot, tmp_path, monkeypatch, ending
):
    path = tmp_path / "out" / f"whole{ending}"
    path.parent.mkdir()
    asked["path"] = path
    shown = []
    monkeypatch.setattr(wholeplan, "show_in_system", shown.append)

    plan_window.commands["export_whole"].trigger()
    qtbot.waitUntil(lambda: bool(recorder.notes))

    assert recorder.notes == [f"The whole plan is in whole{ending}."]
    recorder.links[0].deed()
    assert shown == [path.parent]
    assert plan_window.settings.now.last_folder == str(path.parent)
    if PLAN_FORMATS[ending].comes_back:
        assert plain(brought_in(read_source(path))) == plain(plan_window.desk.bridge.plan)


def test_the_dialogue_names_every_form_in_words_and_proposes_a_name_that_no_file_has(plan_window, asked):
    folder = plan_window.deeds.files.folder
    (folder / "Saltway audit plan.xlsx").write_text("kept")

    plan_window.commands["export_whole"].trigger()

    assert Path(asked["proposed"]) == folder / "Saltway audit plan 2.xlsx"
    assert asked["forms"] == [f"{form.words} (*{ending})" for ending, form in PLAN_FORMATS.items()]
    assert asked["first"].startswith("Excel")


@pytest.mark.parametrize(
    ("answer", "name"), [(None, None), (0, "whole.v2 2.docx"), (1, "whole.v2.docx")], ids=["cancel", "both", "replace"]
)
def test_where_the_form_adds_the_ending_a_file_that_stands_there_is_asked_about(
    plan_window, asked, recorder, tmp_path, answer, name
):
    (tmp_path / "whole.v2.docx").write_text("kept")
    asked.update(path=tmp_path / "whole.v2", form=".docx")
    recorder.answers.append(answer)

    found = wholeplan.ask_target(plan_window, tmp_path / "proposed.xlsx")

    assert found == (tmp_path / name if name else None)
    assert recorder.questions == ["There is already a file “whole.v2.docx”."]


def test_an_ending_that_was_typed_wins_over_the_form_in_the_list(plan_window, asked, tmp_path):
    asked.update(path=tmp_path / "whole.CSV", form=".docx")

    assert wholeplan.ask_target(plan_window, tmp_path / "proposed.xlsx") == tmp_path / "whole.CSV"


def test_who_stops_it_leaves_no_file_and_is_told(plan_window, asked, recorder, qtbot, tmp_path, monkeypatch):
    asked["path"] = tmp_path / "whole.html"
    started = []
    monkeypatch.setattr(wholeplan, "run_task", lambda *given: started.append(tasks.run_task(*given)))
    monkeypatch.setattr(tasks.Progress, "report", lambda self, *_report: self.cancel() or stop())

    plan_window.commands["export_whole"].trigger()
    qtbot.waitUntil(lambda: bool(recorder.notes))

    assert recorder.notes == ["Stopped. Nothing was changed."]
    assert not (tmp_path / "whole.html").exists()


def stop() -> None:
    raise Cancelled


def test_a_folder_that_takes_no_file_is_told_in_a_sentence(plan_window, asked, recorder, qtbot, tmp_path):
    asked["path"] = tmp_path / "gone" / "whole.csv"

    plan_window.commands["export_whole"].trigger()
    qtbot.waitUntil(lambda: bool(recorder.errors))

    assert isinstance(recorder.errors[0], PlannerError)
    assert "There is no folder" in recorder.errors[0].sentence


def test_the_folder_opens_with_the_systems_own_program():
    assert wholeplan.show_in_system is files.show_in_system
