import pytest

from mkplanner.ui.printing.choices import PRINT
from mkplanner.ui.printing.savebar import FOLDER, SaveBar


@pytest.fixture
def bar(qtbot, dressed, settings, tmp_path):
    made = SaveBar(settings, tmp_path)
    qtbot.addWidget(made)
    made.show()
    made.show_kind(".pdf")
    made.propose("Plan, timetable")
    return made


def test_the_button_names_the_deed(bar):
    assert bar.make.text() == "Make PDF"
    bar.show_kind(PRINT)
    assert bar.make.text() == "Print…"
    assert not bar.name.isVisible()


def test_a_proposed_name_is_free_and_gives_way_to_a_written_one(bar, qtbot, tmp_path):
    assert bar.name.text() == "Plan, timetable.pdf"
    (tmp_path / "Plan, timetable.pdf").touch()
    bar.propose("Plan, timetable")
    assert bar.name.text() == "Plan, timetable 2.pdf"

    bar.name.clear()
    qtbot.keyClicks(bar.name, "mine")
    bar.propose("Plan, gantt")
    assert bar.target() == tmp_path / "mine.pdf"


def test_a_name_longer_than_its_field_is_told_whole_with_its_folder(bar, tmp_path):
    name = f"Partnership action plan{', with all its themes' * 2}"
    bar.propose(name)

    assert bar.name.toolTip() == f"{name}.pdf\n{tmp_path}"
    assert bar.name.cursorPosition() == 0


def test_a_drawing_of_several_pages_replaces_none_of_its_files_in_silence(bar, recorder, tmp_path):
    bar.show_kind(".png")
    bar.name.setText("plan.png")
    (tmp_path / "plan-2.png").touch()
    assert bar.target(1) == tmp_path / "plan.png"
    assert bar.target(3) is None
    assert recorder.questions == ["There is already a file “plan-2.png”."]
    recorder.answers.append(0)
    assert bar.target(3) == tmp_path / "plan 2.png"


def test_what_happens_afterwards_is_remembered(bar, settings, tmp_path):
    bar._then.setCurrentIndex(bar._then.findData(FOLDER))
    bar.remember(tmp_path / "x.pdf")

    assert (settings.now.open_after_export, settings.now.folder_after_export) == (False, True)
    assert settings.now.last_folder == str(tmp_path)
