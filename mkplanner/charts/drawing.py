"""Shapes by their kind to whatever a form draws them with: the list of kinds stands here once, for PDF, SVG and pictures."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Polygon, Shape, Text

T = TypeVar("T")


class Drawing(ABC, Generic[T]):
    """Draws one shape after the other; what comes of each is the form's own, such as an element of SVG."""

    def __init__(self) -> None:
        self._writers: dict[type, Callable[[Any], T]] = {
            Text: self._text,
            Box: self._box,
            Line: self._line,
            Polygon: self._polygon,
            Circle: self._circle,
            Fade: self._fade,
            Hatch: self._hatch,
            Bitmap: self._bitmap,
        }

    def draw(self, shape: Shape) -> T:
        """Draw one shape on top of those before it."""
        return self._writers[type(shape)](shape)

    @abstractmethod
    def _text(self, shape: Text) -> T: ...

    @abstractmethod
    def _box(self, shape: Box) -> T: ...

    @abstractmethod
    def _line(self, shape: Line) -> T: ...

    @abstractmethod
    def _polygon(self, shape: Polygon) -> T: ...

    @abstractmethod
    def _circle(self, shape: Circle) -> T: ...

    @abstractmethod
    def _fade(self, shape: Fade) -> T: ...

    @abstractmethod
    def _hatch(self, shape: Hatch) -> T: ...

    @abstractmethod
    def _bitmap(self, shape: Bitmap) -> T: ...
