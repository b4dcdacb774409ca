"""The preview and the PDF are the same picture: what is seen before it is made is what is made."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.ui.printing.preview import paint_page
from tests.charts.plan_maker import TODAY

DOTS = 100
"""To the inch."""
BLUR = 1.2
"""Dots; both pictures are made a little less sharp, for they smooth their edges differently."""
APART = 48
"""Of 255: dots that differ by more than this are different, not only smoothed otherwise."""
MOST = 0.002
REFERENCE = (("timetable", 0), ("gantt", 0), ("action-plan", 1))


def previewed(document, number: int) -> Image.Image:
    page = document.pages[number]
    picture = QImage(round(page.width * DOTS / 72), round(page.height * DOTS / 72), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_page(painter, page, QPointF(0, 0), DOTS / 72, document.palette)
    painter.end()
    dots = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine() // 4, 4)
    return Image.fromarray(dots[:, : picture.width(), 2::-1].copy())


def printed(path: Path, number: int) -> Image.Image:
    stem = path.with_suffix("")
    command = ["pdftoppm", "-r", str(DOTS), "-f", str(number + 1), "-l", str(number + 1), "-png", "-singlefile"]
    subprocess.run([*command, str(path), str(stem)], check=True)
    return Image.open(stem.with_suffix(".png")).convert("RGB")


@pytest.mark.parametrize(("report", "page"), REFERENCE)
def test_preview_and_pdf_are_the_same_picture(qapp, dressed, plan, tmp_path, report, page):
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is not installed")
    options = ReportOptions(today=TODAY)
    path = tmp_path / "paper.pdf"
    write_pdf(report, plan, options, path)
    ours, theirs = previewed(build(report, plan, options), page), printed(path, page)
    size = (min(ours.width, theirs.width), min(ours.height, theirs.height))
    assert abs(ours.width - theirs.width) <= 1
    one, two = (
        np.asarray(picture.crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(BLUR)), np.int16)
        for picture in (ours, theirs)
    )
    apart = (np.abs(one - two).max(axis=2) > APART).mean()
    assert apart < MOST, f"{apart:.4%} of the dots differ"
