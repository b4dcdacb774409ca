"""Gathering the figures of several benchmarks in one document."""

import json
import sys
from pathlib import Path

import pytest

from installer import benchmarks

PYTHON = Path(sys.executable)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bench_quick.py").write_text("print('{\"seconds\": 0.25}')")
    (tmp_path / "bench_slow.py").write_text("print('[1, 2]')")
    (tmp_path / "notes.py").write_text("raise SystemExit('not a benchmark')")
    return tmp_path


def test_every_benchmark_stands_in_one_document(folder, capsys):
    status = benchmarks.run_all(PYTHON, folder)

    document = json.loads(capsys.readouterr().out)
    assert status == 0
    assert document["benchmarks"] == {"quick": {"seconds": 0.25}, "slow": {"figures": [1, 2]}}
    assert set(document["machine"]) == {"system", "python", "processors"}


def test_words_choose_the_benchmarks(folder):
    assert [script.name for script in benchmarks.chosen(folder, ["slow"])] == ["bench_slow.py"]


@pytest.mark.parametrize("code", ["raise SystemExit(4)", "print('fast enough')"])
def test_a_benchmark_that_fails_is_named_and_the_others_still_count(folder, capsys, code):
    (folder / "bench_quick.py").write_text(code)

    status = benchmarks.run_all(PYTHON, folder)

    figures = json.loads(capsys.readouterr().out)["benchmarks"]
    assert status == 1
    assert "error" in figures["quick"]
    assert figures["slow"] == {"figures": [1, 2]}
