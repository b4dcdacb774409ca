"""Shapes to the elements of an SVG drawing, text as text."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable
from html import escape

from mkplanner.charts.drawing import Drawing
from mkplanner.charts.fonts import readable, runs, width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Picture, Point, Polygon, Shape, Text

FAMILY = "Liberation Sans"
SYMBOLS = "DejaVu Sans"
FAMILIES = {
    False: f"'{FAMILY}',Arial,Helvetica,sans-serif",
    True: f"'{SYMBOLS}','Segoe UI Symbol',sans-serif",
}


class SvgShapes(Drawing[str]):
    """Writes shapes as SVG; `name` begins every id, so that several drawings can stand in one file."""

    def __init__(self, palette: Palette, name: str) -> None:
        super().__init__()
        self._palette = palette
        self._name = name
        self._fades: dict[tuple[str, float, float], str] = {}
        self._clips = 0

    def write(self, shapes: Iterable[Shape]) -> list[str]:
        """Return the elements of shapes in order, later ones on top."""
        return [self.draw(shape) for shape in shapes]

    def _text(self, shape: Text) -> str:
        parts, x = [], 0.0
        for face, words, _ in runs(readable(shape.words.rstrip()), shape.face):
            parts.append(self._run(shape, face, words, x))
            x += width(words, face, shape.size)
        return "".join(parts)

    def _run(self, shape: Text, face: str, words: str, along: float) -> str:
        weight = ' font-weight="700"' if "bold" in face else ""
        style = ' font-style="italic"' if "italic" in face else ""
        family = FAMILIES[face.startswith("symbols")]
        if shape.turned:
            at = f'transform="translate({_n(shape.x)} {_n(shape.y - along)}) rotate(-90)"'
        else:
            at = f'x="{_n(shape.x + along)}" y="{_n(shape.y)}"'
        fill = self._palette[shape.colour]
        return (
            f'<text {at} font-family="{family}" font-size="{_n(shape.size)}"{weight}{style} fill="{fill}" '
            f'xml:space="preserve">{escape(words, quote=False)}</text>'
        )

    def _box(self, shape: Box) -> str:
        rect = shape.rect
        radius = f' rx="{_n(shape.radius)}"' if shape.radius else ""
        paint = self._paint(shape.fill, shape.stroke, shape.width, shape.dash)
        return f"<rect {_place(rect)}{radius}{paint}/>"

    def _line(self, shape: Line) -> str:
        ends = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
        return f"<line {ends}{self._paint(None, shape.colour, shape.width, shape.dash)}/>"

    def _polygon(self, shape: Polygon) -> str:
        name = "polygon" if shape.closed else "polyline"
        paint = self._paint(shape.fill, shape.stroke, shape.width, shape.dash)
        return f'<{name} points="{_points(shape.points)}"{paint}/>'

    def _circle(self, shape: Circle) -> str:
        paint = self._paint(shape.fill, shape.stroke, shape.width, shape.dash)
        return f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"{paint}/>'

    def _fade(self, shape: Fade) -> str:
        key = (self._palette[shape.colour], shape.left, shape.right)
        made = ""
        if key not in self._fades:
            self._fades[key] = f"{self._name}-fade{len(self._fades)}"
            stops = "".join(
                f'<stop offset="{at}" stop-color="{key[0]}" stop-opacity="{_n(strength)}"/>'
                for at, strength in ((0, shape.left), (1, shape.right))
            )
            made = f'<defs><linearGradient id="{self._fades[key]}">{stops}</linearGradient></defs>'
        return f'{made}<rect {_place(shape.rect)} fill="url(#{self._fades[key]})"/>'

    def _bitmap(self, shape: Bitmap) -> str:
        rect = shape.rect
        kind = "png" if shape.data.startswith(b"\x89PNG") else "jpeg"
        coded = b64encode(shape.data).decode("ascii")
        return (
            f'<image x="{rect.x:.2f}" y="{rect.y:.2f}" width="{rect.width:.2f}" height="{rect.height:.2f}" '
            f'href="data:image/{kind};base64,{coded}"/>'
        )

    def _hatch(self, shape: Hatch) -> str:
        self._clips += 1
        name = f"{self._name}-clip{self._clips}"
        clip = f'<clipPath id="{name}"><polygon points="{_points(shape.points)}"/></clipPath>'
        lines = " ".join(f"M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" for x1, y1, x2, y2 in hatch_lines(shape))
        paint = self._paint(None, shape.colour, shape.width, ())
        return f'<defs>{clip}</defs><path clip-path="url(#{name})" d="{lines}"{paint}/>'

    def _paint(self, fill: str | None, stroke: str | None, wide: float, dash: tuple[float, ...]) -> str:
        found = f' fill="{self._palette[fill] if fill else "none"}"'
        if stroke:
            found += f' stroke="{self._palette[stroke]}" stroke-width="{_n(wide)}"'
            if dash:
                found += f' stroke-dasharray="{" ".join(map(_n, dash))}"'
        return found


def hatch_lines(shape: Hatch) -> list[tuple[float, float, float, float]]:
    """The lines of a hatch before they are cut to its figure, rising from left to right."""
    left, right = min(x for x, _ in shape.points), max(x for x, _ in shape.points)
    top, bottom = min(y for _, y in shape.points), max(y for _, y in shape.points)
    apart = shape.step * math.sqrt(2)
    tall = bottom - top
    first = math.floor((left - tall) / apart)
    last = math.ceil(right / apart)
    return [(number * apart, bottom, number * apart + tall, top) for number in range(first, last + 1)]


def inline_svg(picture: Picture, palette: Palette, name: str, alt: str = "", *, stretch: bool = False) -> str:
    """Return a picture as an `svg` element to stand in a web page; without words it is decoration.

    It keeps its size in points, or with `stretch` fills the width it is given.
    """
    rect = picture.rect
    box = f"{_n(rect.x)} {_n(rect.y)} {_n(rect.width)} {_n(rect.height)}"
    size = 'width="100%"' if stretch else f'width="{_n(rect.width)}pt" height="{_n(rect.height)}pt"'
    inner = "".join(SvgShapes(palette, name).write(picture.shapes))
    if not alt:
        return f'<svg viewBox="{box}" {size} aria-hidden="true" focusable="false">{inner}</svg>'
    title = f'<title id="{name}">{escape(alt, quote=False)}</title>'
    return f'<svg viewBox="{box}" {size} role="img" aria-labelledby="{name}">{title}{inner}</svg>'


def standing_svg(picture: Picture, palette: Palette, *, stretch: bool = False) -> str:
    """Return a picture as a file of its own, for a style sheet; with `stretch` it takes whatever size it is given."""
    rect = picture.rect
    ratio = ' preserveAspectRatio="none"' if stretch else ""
    inner = "".join(SvgShapes(palette, "p").write(picture.shapes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_n(rect.x)} {_n(rect.y)} {_n(rect.width)} '
        f'{_n(rect.height)}" width="{_n(rect.width)}" height="{_n(rect.height)}"{ratio}>{inner}</svg>'
    )


def _n(value: float) -> str:
    """A length with two places at most, as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _place(rect: Rect) -> str:
    return f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(max(rect.width, 0))}" height="{_n(max(rect.height, 0))}"'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
