"""Reports in every form, by the ending of their file."""

from pathlib import Path

import pytest

from mkplanner.charts.formats import FORMATS
from mkplanner.charts.outputs.writing import page_paths
from mkplanner.charts.reports.registry import write
from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from tests.charts.outputs.every_report import EVERY, OPTIONS, example

OTHERS = [ending for ending in FORMATS if ending != ".pdf"]
LATE = ("Writing", "Drawing page 2")
"""What writers say when something is made already."""


@pytest.mark.parametrize("report", EVERY)
@pytest.mark.parametrize("ending", OTHERS)
def test_every_report_is_written_in_every_form(tmp_path: Path, report: str, ending: str) -> None:
    paths = write(report, example(), OPTIONS, tmp_path / f"plan{ending}", dpi=40)
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert all(path.stat().st_size > 1000 for path in paths)


@pytest.mark.parametrize("ending", OTHERS)
def test_a_change_of_mind_leaves_no_file(tmp_path: Path, ending: str) -> None:
    progress = Progress(lambda done, total, label: progress.cancel() if label.startswith(LATE) else None)
    with pytest.raises(Cancelled):
        write("gantt", example(), OPTIONS, tmp_path / f"plan{ending}", progress, dpi=40)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_ending_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match=r"\.html") as told:
        write("gantt", example(), OPTIONS, tmp_path / "plan.odt")
    assert "plan.odt" in str(told.value)


def test_pages_are_numbered_so_that_they_sort() -> None:
    assert [path.name for path in page_paths(Path("a.png"), 1)] == ["a.png"]
    assert [path.name for path in page_paths(Path("a.png"), 3)] == ["a-1.png", "a-2.png", "a-3.png"]
    assert page_paths(Path("a.svg"), 12)[0].name == "a-01.svg"
