"""A screen that is not there: Qt draws into memory, as large as the picture that is wanted."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def pretended_screen(size: tuple[int, int]) -> Iterator[None]:
    """Have Qt, started inside, believe in one screen of this width and height in pixels.

    Its usual off-screen platform has a screen of 800 by 800, to which windows would be cut.
    """
    with tempfile.TemporaryDirectory() as folder:
        screen = {"name": "picture", "x": 0, "y": 0, "width": size[0], "height": size[1]}
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        settings = Path(folder) / "screen.json"
        settings.write_text(json.dumps({"windowFrameMargins": False, "screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={settings.as_posix()}"
        yield
