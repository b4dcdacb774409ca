"""The words beside marks: where there is room for them, so that nothing runs into anything else."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.metrics import MarkMetrics
from mkplanner.charts.marks.places import Form, Place
from mkplanner.charts.marks.wordings import cut
from mkplanner.charts.shapes import Box, Colour, Shape, Text
from mkplanner.charts.status_marks import Measure


class Lettering:
    """Sets labels and status shapes along the marks of one row, remembering what is taken on each line."""

    def __init__(
        self, found: Sequence[Place], edges: tuple[float, float], m: MarkMetrics, measure: Measure, row_colour: Colour
    ) -> None:
        self.taken = [(place.left, place.right, place.y) for place in found]
        self.edges = edges
        self.m = m
        self.measure = measure
        self.row_colour = row_colour
        self.shapes: list[Shape] = []

    def beside(self, place: Place, wide: float, gap: float) -> float | None:
        """Where something this wide may begin, right of a mark or else left of it; None where there is no room."""
        low, high = self.edges
        right = self._after(place.right, place.y) + gap
        if right >= low and right + wide <= high and self._is_free(right, right + wide, place.y):
            return right
        left = self._before(place.left, place.y) - gap - wide
        if left >= low and left + wide <= high and self._is_free(left, left + wide, place.y):
            return left
        return None

    def take(self, left: float, right: float, y: float) -> None:
        """Remember that a stretch of a line is in use."""
        self.taken.append((left, right, y))

    def _after(self, x: float, y: float) -> float:
        """The right of whatever already follows directly on a mark that ends at x."""
        near = [r for left, r, at in self.taken if at == y and x < r and left <= x + self.m.label_gap]
        return max(near, default=x)

    def _before(self, x: float, y: float) -> float:
        """The left of whatever already stands directly before a mark that begins at x."""
        near = [left for left, r, at in self.taken if at == y and left < x and r >= x - self.m.label_gap]
        return min(near, default=x)

    def _is_free(self, left: float, right: float, y: float) -> bool:
        tall = self.m.label
        return all(right <= l or left >= r or abs(at - y) >= tall for l, r, at in self.taken)

    def label(self, place: Place, words: Sequence[str], solid_to: float, has_room_inside: bool) -> None:
        """Set the first wording that fits whole, else the first that does when cut: inside the bar right of its finished
        part, or beside the mark.
        """
        long: list[str] = []
        for text in words:
            wide = self.measure(text, "regular", self.m.label)
            if wide > self.m.label_limit:
                long.append(text)
            elif self._put(place, text, wide, solid_to, has_room_inside):
                return
        for text in long:
            short = self.shortened(text)
            if self._put(place, short, self.measure(short, "regular", self.m.label), solid_to, has_room_inside):
                return

    def _put(self, place: Place, words: str, wide: float, solid_to: float, has_room_inside: bool) -> bool:
        """Set words inside a bar or beside a mark; whether there was room."""
        if has_room_inside and self._inside(place, words, wide, solid_to):
            return True
        x = self.beside(place, wide, self.m.label_gap)
        if x is None:
            return False
        self._set(words, x, wide, place.y)
        return True

    def _inside(self, place: Place, words: str, wide: float, solid_to: float) -> bool:
        padding = 0.58 * self.m.height
        left = max(place.x0, self.edges[0], solid_to) + padding
        if left + wide + padding + (self.m.height if place.form is Form.OPEN_BAR else 0) > min(place.x1, self.edges[1]):
            return False
        self.shapes.append(Text(left, place.y + 0.35 * self.m.label, words, "regular", self.m.label, "text"))
        return True

    def _set(self, words: str, x: float, wide: float, y: float) -> None:
        size, halo = self.m.label, self.m.halo
        ground = Rect(x - halo, y - 0.45 * size - halo, wide + 2 * halo, 1.1 * size + 1.4 * halo)
        self.shapes.append(Box(ground, self.row_colour, radius=halo))
        self.shapes.append(Text(x, y + 0.35 * size, words, "regular", size, "text2"))
        apart = 2 * self.m.label_gap
        self.take(x - apart, x + wide + apart, y)

    def shortened(self, words: str, more: str = "", share: float = 1) -> str:
        """Words, or as many of them as fit a share of the longest label before an ellipsis, with something `more` behind it."""
        limit = self.m.label_limit * share - (self.measure(more, "regular", self.m.label) if more else 0)
        return cut(words, lambda text: self.measure(text, "regular", self.m.label) <= limit)
