"""Reports in every form, by the ending of their file."""

from datetime import datetime
from pathlib import Path

import pytest

from mkplanner.charts.formats import FORMATS
from mkplanner.charts.outputs.writing import page_paths
from mkplanner.charts.reports.registry import build, write
from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from tests.charts.outputs.every_report import EVERY, OPTIONS, example
from tests.charts.sample_plans import many

OTHERS = [ending for ending in FORMATS if ending != ".pdf"]
LATE = ("Writing", "Drawing page 2")
"""What writers say when something is made already."""
MOST_ROWS = 25
"""So many rows may pass between two reports of progress, or a page."""


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


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx", ".svg"])
def test_a_large_report_is_never_long_without_a_word(tmp_path: Path, ending: str) -> None:
    """The work between two reports of progress does not grow with the plan: more rows bring more reports, one by one."""
    counts = [told(rows, tmp_path / f"plan{ending}") for rows in (300, 600)]
    assert counts[1] - counts[0] >= 300 / MOST_ROWS


def told(rows: int, path: Path) -> int:
    """How often the writing of a timetable with so many rows tells of its progress, once it is laid out."""
    document = build("gantt", many(rows), OPTIONS)
    heard: list[str] = []
    FORMATS[path.suffix].write(
        document, path, datetime(2026, 11, 22), Progress(lambda done, of, label: heard.append(label))
    )
    return len(heard)


@pytest.mark.parametrize(
    ("ending", "label"), [(".docx", "Packing"), (".docx", "Reading"), (".html", "Reading"), (".svg", "Reading")]
)
def test_a_change_of_mind_is_heard_before_and_after_the_rows_too(tmp_path: Path, ending: str, label: str) -> None:
    progress = Progress(lambda done, total, said: progress.cancel() if said.startswith(label) else None)
    with pytest.raises(Cancelled):
        write("gantt", example(), OPTIONS, tmp_path / f"plan{ending}", progress, dpi=40)
    assert list(tmp_path.iterdir()) == []
