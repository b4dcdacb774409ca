"""Reports by name."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build, write_pdf
from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from tests.charts.sample_plans import TODAY, many, saltway
from tests.charts.seed_plans import SEEDS, seed_plan

OPTIONS = ReportOptions(today=TODAY)


def test_an_unknown_report_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(PlannerError, match="timetable, action-plan"):
        build("gannt", saltway(), OPTIONS)


@pytest.mark.parametrize(("paper", "orientation", "tiles"), [("A5", None, 1), (None, "upright", 1), (None, None, 0)])
def test_impossible_options_are_refused(paper: str | None, orientation: str | None, tiles: int) -> None:
    with pytest.raises(PlannerError):
        ReportOptions(paper, orientation, TODAY, tiles)


@pytest.mark.parametrize("report", REPORTS)
def test_the_same_plan_options_and_day_give_the_same_bytes(report: str, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        write_pdf(report, saltway(), OPTIONS, tmp_path / name)
    write_pdf(report, saltway(), ReportOptions(today=TODAY + timedelta(days=1)), tmp_path / "three.pdf")
    one, two, three = ((tmp_path / name).read_bytes() for name in ("one.pdf", "two.pdf", "three.pdf"))
    assert one == two
    assert one != three


@pytest.mark.parametrize("after", [0, 3, 30])
def test_cancelling_at_any_time_leaves_nothing(after: int, tmp_path: Path) -> None:
    reports = 0

    def listen(done: int, total: int, label: str) -> None:
        nonlocal reports
        reports += 1
        if reports > after:
            progress.cancel()

    progress = Progress(listen)
    with pytest.raises(Cancelled):
        write_pdf("gantt", many(600), OPTIONS, tmp_path / "plan.pdf", progress)
    assert list(tmp_path.iterdir()) == []


def test_today_is_the_present_day_unless_said_otherwise() -> None:
    assert ReportOptions().today == date.today()


def test_laying_out_a_report_needs_no_drawing_library_but_the_one_that_reckons_figures() -> None:
    program = (
        "import sys; from tests.charts.sample_plans import saltway, TODAY;"
        "from mkplanner.charts.reports.registry import build, REPORTS;"
        "from mkplanner.charts.reports.base import ReportOptions;"
        "libraries = ('reportlab', 'pikepdf', 'PySide6', 'sqlalchemy', 'matplotlib');"
        "laid_out = lambda name: build(name, saltway(), ReportOptions(today=TODAY));"
        "[laid_out(name) for name in REPORTS if name not in ('board', 'rasic')];"
        "print([name for name in libraries if name in sys.modules]);"
        "[laid_out(name) for name in REPORTS];"
        "print([name for name in libraries if name in sys.modules])"
    )
    folder = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder)
    assert done.stdout.splitlines() == ["[]", "['matplotlib']"]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", SEEDS)
def test_a_checker_that_is_not_ours_finds_nothing_either(name: str, report: str, shared: Path, tmp_path: Path) -> None:
    checker = shared / "prototypes" / "pdf" / "check_ua.py"
    if not checker.is_file():
        pytest.skip("the other checker does not lie beside this checkout")
    path = tmp_path / "plan.pdf"
    write_pdf(report, seed_plan(shared, name), OPTIONS, path)
    done = subprocess.run([sys.executable, str(checker), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
