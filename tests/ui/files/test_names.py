"""What plan files are called."""

import pytest

from mkplanner.ui.files.names import free_path


def test_a_file_that_is_there_is_never_named_again(tmp_path):
    (tmp_path / "Plan.mkplan").write_bytes(b"")
    (tmp_path / "Plan 2.mkplan").write_bytes(b"")

    assert free_path(tmp_path, "Plan") == tmp_path / "Plan 3.mkplan"


@pytest.mark.parametrize(
    ("title", "name"), [('a<b>:"c"|?*', "a b c.mkplan"), ("...", "Plan.mkplan"), ("x" * 300, "x" * 80 + ".mkplan")]
)
def test_every_title_makes_a_name_that_every_system_takes(tmp_path, title, name):
    assert free_path(tmp_path, title).name == name
