"""Bad input: one sentence, exit 1, no traceback, nothing changed."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from mkplanner.cli.main import MODULES
from tests.cli.conftest import Run, beside


def one_sentence(text: str) -> bool:
    return text.endswith(".\n") and len(text) <= 700 and len(text.splitlines()) <= 5


def bad_files(folder: Path) -> dict[str, Path]:
    """A file of each sort that is no plan."""
    made = {
        name: folder / f"{name}.mkplan" for name in ("missing", "empty", "text", "binary", "other", "cut", "folder")
    }
    made["empty"].touch()
    made["text"].write_text("Action\tBy when\nReport\tMay 2027\n", encoding="utf-8")
    made["binary"].write_bytes(bytes(range(256)) * 40)
    with sqlite3.connect(made["other"]) as other:
        other.execute("CREATE TABLE recipe(name)")
    other.close()
    made["cut"].write_bytes(b"SQLite format 3\0" + bytes(84))
    made["folder"].mkdir()
    return made


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "binary", "other", "cut", "folder"])
@pytest.mark.parametrize("verb", ["show", "do", "export", "verify"])
def test_what_is_no_plan_is_refused_in_one_sentence(run: Run, tmp_path: Path, kind: str, verb: str) -> None:
    path = bad_files(tmp_path)[kind]
    before = path.read_bytes() if path.is_file() else None
    names = beside(path)
    rest = (tmp_path / "out.pdf",) if verb == "export" else ()
    done = run(verb, path, *rest, status=1)
    assert one_sentence(done.stderr), done.stderr
    assert done.stdout == ""
    assert (path.read_bytes() if path.is_file() else None) == before
    assert beside(path) == names


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "other", "folder"])
def test_a_source_that_cannot_be_read_makes_no_plan(run: Run, tmp_path: Path, kind: str) -> None:
    source = bad_files(tmp_path)[kind]
    plan = tmp_path / "new.mkplan"
    done = run("import", source, "--to", plan, status=1)
    assert one_sentence(done.stderr), done.stderr
    assert not plan.exists()


def test_one_bad_source_among_several_adds_nothing(run: Run, plan: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Action\tBy when\nReport\tMay 2027\n", encoding="utf-8")
    before = run("show", plan, "--json").stdout
    run("import", good, tmp_path / "nowhere.txt", "--to", plan, status=1)
    assert run("show", plan, "--json").stdout == before


def test_a_plan_is_never_overwritten_by_a_new_one(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    assert one_sentence(run("new", plan, status=1).stderr)
    assert plan.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path, plan: Path) -> None:
    for words in (("new", tmp_path / "no" / "a.mkplan"), ("export", plan, tmp_path / "no" / "a.pdf")):
        assert one_sentence(run(*words, status=1).stderr)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a place where not even an administrator may write")
def test_a_place_where_nothing_can_be_written_is_told(run: Run, plan: Path) -> None:
    for words in (("new", "/proc/a.mkplan"), ("export", plan, "/proc/a.pdf"), ("export", plan, "/proc/a.json")):
        done = run(*words, status=1)
        assert one_sentence(done.stderr), done.stderr


def test_wrong_usage_has_a_status_of_its_own(run: Run, plan: Path, tmp_path: Path) -> None:
    for words in (
        ("fly", "away"),
        ("export", plan),
        ("new", tmp_path / "x", "--start", "soon"),
        ("export", plan, "a", "--tiles", "0"),
    ):
        done = run(*words, status=2)
        assert "usage:" in done.stderr


def test_an_ending_that_names_no_format_is_refused(run: Run, plan: Path, tmp_path: Path) -> None:
    assert ".pdf, .docx, .xlsx, .html" in run("export", plan, tmp_path / "plan.odt", status=1).stderr


def test_a_reader_who_has_seen_enough_is_no_trouble(run: Run, plan: Path, profile: Path) -> None:
    run("show", plan)
    environment = os.environ | {
        "MKPLANNER_PROFILE": str(profile),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    from tests.cli.conftest import command

    process = subprocess.Popen(
        command("show", plan, "--json"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_every_verb_explains_itself(run: Run) -> None:
    for verb in ("open", *MODULES):
        assert verb in run(verb, "--help").stdout
