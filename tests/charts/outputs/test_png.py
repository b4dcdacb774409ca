"""Pictures of pages: the same as the PDF shows."""

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.png import png_page, png_picture
from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import draw_pdf
from mkplanner.charts.shapes import Box, Picture
from tests.charts.outputs.every_report import document
from tests.charts.paper import sampler

DPI = 100


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_picture_has_the_size_and_the_dots_asked_for() -> None:
    image = opened(png_page(document("timetable").pages[0], DPI, PAPER))
    assert image.size == (827, 1169)
    assert image.info["dpi"] == pytest.approx((DPI, DPI), abs=0.1)
    assert image.mode == "RGB"


@pytest.mark.parametrize("report", ["timetable", "gantt", "rasic", "board"])
def test_a_picture_shows_what_the_pdf_shows(report: str, tmp_path: Path) -> None:
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is not installed")
    paper = document(report)
    draw_pdf(paper, tmp_path / "x.pdf", PAPER, made=datetime(2026, 11, 22))
    options = ["-r", str(DPI), "-f", "1", "-l", "1", "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *options, tmp_path / "x.pdf", tmp_path / "x"], check=True)
    theirs = Image.open(tmp_path / "x.png").convert("L")
    ours = opened(png_page(paper.pages[0], DPI, PAPER)).convert("L")
    assert differing(ours, theirs) < 0.002


def differing(ours: Image.Image, theirs: Image.Image) -> float:
    """The share of pixels that differ after a slight blur; pages that end between pixels may lie one lower."""
    size = (min(ours.width, theirs.width) - 2, min(ours.height, theirs.height) - 2)
    blur = ImageFilter.GaussianBlur(2)
    shares = []
    for down in (0, 1):
        one = ours.crop((0, 0, *size)).filter(blur)
        other = theirs.crop((0, down, size[0], size[1] + down)).filter(blur)
        counts = ImageChops.difference(one, other).histogram()
        shares.append(sum(counts[48:]) / sum(counts))
    return min(shares)


def test_every_kind_of_shape_leaves_its_mark() -> None:
    image = opened(png_page(sampler().pages[0], 144, PAPER))
    place = (400, 330, 690, 410)
    assert len(image.crop(place).getcolors(100_000) or []) > 20


def test_a_cut_out_picture_holds_just_its_rectangle() -> None:
    rect = Rect(100, 200, 36, 18)
    image = opened(png_picture(Picture([Box(Rect(110, 205, 10, 8), "#FF0000")], rect), 72, PAPER))
    assert image.size == (36, 18)
    assert image.getpixel((15, 9)) == (255, 0, 0)
    assert image.getpixel((2, 2)) == (255, 255, 255)


def test_the_same_page_gives_the_same_bytes() -> None:
    page = document("gantt").pages[0]
    assert png_page(page, 50, PAPER) == png_page(page, 50, PAPER)
