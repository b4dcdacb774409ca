"""Trying a bundle out before anybody gets it; building one is the work of `mk.py package` itself."""

import os
import sys
from pathlib import Path

import pytest

from installer import bundle
from installer.trouble import SetUpError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for a bundled program are shell scripts")


def script(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    return path


def test_a_program_that_does_its_work_passes(tmp_path, checkout, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(checkout))

    bundle.try_out(script(tmp_path / "mkplanner", f'exec "{sys.executable}" -m mkplanner "$@"'))


@pytest.mark.parametrize("form", [*bundle.WHOLE, *bundle.REPORTS])
def test_a_program_that_cannot_write_one_of_the_forms_is_not_let_out(tmp_path, form):
    line = f'case "$1$3" in export*{form}) exit 1;; new*) : >"$2";; picture*|export*) : >"$3";; esac'

    with pytest.raises(SetUpError, match="does not do its work"):
        bundle.try_out(script(tmp_path / "mkplanner", line))


def test_a_program_that_cannot_bring_a_document_in_is_not_let_out(tmp_path):
    line = 'case "$1" in import) exit 1;; new) : >"$2";; picture|export) : >"$3";; esac'

    with pytest.raises(SetUpError, match="does not do its work"):
        bundle.try_out(script(tmp_path / "mkplanner", line))


@pytest.mark.parametrize("line", ["exit 0", "echo a library is missing >&2; exit 3"])
def test_a_program_that_writes_nothing_or_fails_is_not_let_out(tmp_path, line):
    with pytest.raises(SetUpError, match="does not do its work"):
        bundle.try_out(script(tmp_path / "mkplanner", line))


def test_the_size_counts_each_file_once(tmp_path):
    (tmp_path / "library.so.1").write_bytes(b"\0" * 3_000_000)
    (tmp_path / "library.so").symlink_to("library.so.1")

    assert bundle.size_in_megabytes(tmp_path) == 3
