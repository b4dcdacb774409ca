"""The main job without a window, done by the real program."""

import sys
from pathlib import Path

import pytest

from installer import showcase
from installer.trouble import SetUpError

PYTHON = Path(sys.executable)


@pytest.fixture
def root(tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for the checkout, so that the results do not land in the real one."""
    monkeypatch.setenv("PYTHONPATH", str(checkout))
    folder = tmp_path / "checkout"
    folder.mkdir()
    return folder


def test_the_worked_example_becomes_a_picture_and_a_pdf_whose_paths_are_printed(root, capfd):
    status = showcase.show(PYTHON, root)

    picture, paper = root / "output" / "worked-example.png", root / "output" / "worked-example.pdf"
    said = capfd.readouterr()
    assert status == 0, said.err
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert paper.read_bytes().startswith(b"%PDF-")
    assert str(picture) in said.out and str(paper) in said.out


def test_it_can_be_done_twice_and_leaves_nothing_but_its_results(root, profile):
    showcase.show(PYTHON, root)
    showcase.show(PYTHON, root)

    assert sorted(path.name for path in root.iterdir()) == ["output"]
    results = {f"worked-example.{ending}" for ending in ("mkplan", "png", "pdf")}
    assert {path.name for path in (root / "output").iterdir()} == results
    assert list(profile.iterdir()) == [], "the user's own profile stays as it was"


def test_a_plan_of_ones_own_is_shown_and_not_touched(root, tmp_path):
    showcase.show(PYTHON, root)
    mine = (root / "output" / "worked-example.mkplan").rename(tmp_path / "Tidemouth.mkplan")
    before = mine.read_bytes()

    assert showcase.show(PYTHON, root, mine) == 0
    assert (root / "output" / "Tidemouth.png").is_file()
    assert (root / "output" / "Tidemouth.pdf").is_file()
    assert mine.read_bytes() == before


def test_a_plan_that_is_not_there_is_named(root, tmp_path):
    with pytest.raises(SetUpError, match=r"Brackwell\.mkplan"):
        showcase.show(PYTHON, root, tmp_path / "Brackwell.mkplan")

    assert list(root.iterdir()) == []


def test_a_file_that_is_no_plan_ends_with_the_programs_own_sentence(root, tmp_path, capfd):
    stranger = tmp_path / "Saltway.mkplan"
    stranger.write_text("the minutes of the Saltway Partnership")

    assert showcase.show(PYTHON, root, stranger) == 1
    assert capfd.readouterr().err.count("Traceback") == 0
