"""Files that appear whole or not at all."""

from pathlib import Path

import pytest

from mkplanner.charts.inplace import make_in_place, put_in_place
from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled


def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text("old")
    put_in_place(b"new", path, "web page")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_change_of_mind_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_text("old")

    def half(beside: Path) -> None:
        beside.write_text("half")
        raise Cancelled

    with pytest.raises(Cancelled):
        make_in_place(half, path, "Excel workbook")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("name", "said"), [("no/such/x.png", "no folder"), (".", "is a folder")])
def test_what_stands_in_the_way_is_said_with_the_kind_of_file(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(PlannerError, match=said) as told:
        put_in_place(b"", tmp_path / name, "picture")
    assert "picture" in str(told.value)
