"""Pages and cut-out pictures as PNG files."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any

from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Page, Picture

_LARGEST = 40_000
"""Pixels on a side; more would not fit into a small computer's memory."""
_LIBRARIES = ("numpy", "PIL.Image", "matplotlib", "matplotlib.backends.backend_agg")
_PRESSED = 3
"""How hard a picture is pressed: flat colours come out smaller than at 6, the usual level, in two thirds of its time."""


def make_ready(tell: Callable[[], object]) -> None:
    """Load what pictures are drawn with, which takes half a second the first time; `tell` is asked in between."""
    for library in _LIBRARIES:
        import_module(library)
        tell()


def png_page(page: Page, dpi: int, palette: Palette) -> bytes:
    """Return one page as a PNG file with so many dots per inch; the same page gives the same bytes."""
    from mkplanner.charts.outputs.png_shapes import PngShapes

    picture = PngShapes(Rect(0, 0, page.width, page.height), _bearable(dpi, page), palette)
    for part in page.content:
        picture.write(part.shapes)
    return _saved(picture.pixels(), dpi)


def png_picture(picture: Picture, dpi: int, palette: Palette, ground: str | None = "base") -> bytes:
    """Return a cut-out picture as a PNG file, on a ground of this colour."""
    from mkplanner.charts.outputs.png_shapes import PngShapes

    painted = PngShapes(picture.rect, dpi, palette, ground)
    painted.write(picture.shapes)
    return _saved(painted.pixels(), dpi)


def _bearable(dpi: int, page: Page) -> float:
    return min(dpi, _LARGEST * 72 / max(page.width, page.height))


def _saved(pixels: Any, dpi: int) -> bytes:
    from PIL import Image

    image = Image.fromarray(pixels).convert("RGB")
    out = BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=_PRESSED)
    return out.getvalue()
