"""Kinds of file by their endings."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mkplanner.charts.formats import FORMATS
from tests.charts.paper import sampler


@pytest.mark.parametrize("ending", FORMATS)
def test_each_writes_the_same_file_from_the_same_pages(ending: str, tmp_path: Path) -> None:
    made = datetime(2025, 11, 12)
    one, two = (FORMATS[ending].write(sampler(), tmp_path / f"{name}{ending}", made, None) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert len(one) == (len(sampler().pages) if FORMATS[ending].has_pages else 1)
