"""Export and picture."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, beside
from tests.pdf_checker import findings


@pytest.mark.parametrize("report", ["timetable", "gantt"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_reports_are_written_as_accessible_pdf(run: Run, plan: Path, tmp_path: Path, report: str, paper: str) -> None:
    out = tmp_path / "out" / "board.pdf"
    out.parent.mkdir()
    run("export", plan, out, "--report", report, "--paper", paper, "--date", "2026-11-22")
    assert findings(out) == []
    assert beside(out) == []


def test_the_same_plan_and_day_give_the_same_bytes(run: Run, plan: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run("export", plan, tmp_path / name, "--date", "2026-11-22")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_report_that_there_is_not_is_refused_by_name(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", plan, tmp_path / "x.pdf", "--report", "opera", status=1)
    assert "opera" in done.stderr
    assert "gantt" in done.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_json_is_what_show_prints_and_a_filter_narrows_it(run: Run, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.json"
    run("export", plan, out)
    assert out.read_text(encoding="utf-8") == run("show", plan, "--json").stdout
    run("export", plan, out, "--filter", "evening opening")
    assert len(json.loads(out.read_text(encoding="utf-8"))["items"]) == 5


@pytest.mark.parametrize("ending", [".html", ".svg", ".png"])
def test_files_that_were_written_are_named_on_standard_output(
    run: Run, plan: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / "out" / f"board{ending}"
    out.parent.mkdir()
    done = run("export", plan, out, "--report", "gantt", "--date", "2026-11-22", "--dpi", "60")
    named = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(named) == sorted(out.parent.iterdir())


def test_numbered_pages_that_are_replaced_or_left_from_before_are_told(run: Run, plan: Path, tmp_path: Path) -> None:
    out, left = tmp_path / "board.png", tmp_path / "board-17.png"
    export = ("export", plan, out, "--report", "gantt", "--date", "2026-11-22", "--dpi", "60")
    assert run(*export).stderr == ""
    left.write_text("kept")
    (tmp_path / "board-old.png").write_text("kept")

    told = run(*export).stderr

    assert told.startswith("Replaced pages that were there: board-1.png")
    assert told.endswith("Left as they were, from an earlier export: board-17.png.\n")
    assert "board-old" not in told
    assert left.read_text() == "kept"


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html", ".csv", ".json"])
def test_without_a_report_a_file_holds_the_whole_plan_and_gives_it_back(
    run: Run, plan: Path, tmp_path: Path, ending: str
) -> None:
    out, back = tmp_path / f"whole{ending}", tmp_path / "back.mkplan"
    run("export", plan, out)
    run("import", out, "--to", back)
    found, wanted = (json.loads(run("show", path, "--json").stdout) for path in (back, plan))
    for record in (found, wanted):
        record.pop("id")
        record.pop("notices")
    assert found == wanted
    assert [row["title"] for row in found["items"]] == [row["title"] for row in wanted["items"]]
    assert len(found["rasic"]) == len(wanted["rasic"])


def test_a_report_is_not_written_as_a_table_of_values(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", plan, tmp_path / "x.csv", "--report", "gantt", status=1)
    assert "whole plan" in done.stderr


def test_an_ending_that_nobody_knows_is_refused_with_those_there_are(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", plan, tmp_path / "plan.odt", status=1)
    assert ".html" in done.stderr
    assert not (tmp_path / "plan.odt").exists()


@pytest.mark.parametrize("view", ["timetable", "rasic"])
def test_a_picture_of_the_window_has_the_size_asked_for(run: Run, plan: Path, tmp_path: Path, view: str) -> None:
    out = tmp_path / "window.png"
    run("picture", plan, out, "--view", view, "--size", "1024x700", "--theme", "dark")
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1024, 700)
    assert len(data) > 20_000


def test_choices_of_a_report_and_sets_that_the_plan_keeps(run: Run, plan: Path, tmp_path: Path) -> None:
    kept = {"report": "gantt", "options": {"legend": False, "paper": "A4"}}
    command = {"command": "set_setting", "name": "export/Board pack", "value": kept}
    run("do", plan, "-", given=json.dumps(command) + "\n")
    for name, more in {
        "set.pdf": ("--set", "board pack"),
        "typed.pdf": ("--report", "gantt", "--paper", "A4", "--option", "legend=no"),
        "other.pdf": ("--set", "board pack", "--option", "legend=yes"),
    }.items():
        run("export", plan, tmp_path / name, "--date", "2026-11-22", *more)
    files = {name: (tmp_path / name).read_bytes() for name in ("set.pdf", "typed.pdf", "other.pdf")}
    assert files["set.pdf"] == files["typed.pdf"] != files["other.pdf"]


def test_an_option_or_set_that_there_is_not_is_refused_with_what_there_is(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", plan, tmp_path / "x.pdf", "--option", "gilding=yes", status=1)
    assert "It has paper, orientation" in done.stderr
    assert "keeps none yet" in run("export", plan, tmp_path / "x.pdf", "--set", "Board pack", status=1).stderr
    assert not (tmp_path / "x.pdf").exists()


def test_what_can_be_chosen_is_listed(run: Run, plan: Path, tmp_path: Path) -> None:
    told = run("export", plan, tmp_path / "x.pdf", "--report", "gantt", "--option", "help").stdout
    assert "legend=yes or no. Says below the table what its signs mean." in told.splitlines()
    assert not (tmp_path / "x.pdf").exists()
