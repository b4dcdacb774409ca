"""Where things sit: points, sizes and rectangles.

Paper counts in PostScript points, screen in device-independent pixels; the origin is the top-left corner, y grows downwards.
"""

from __future__ import annotations

from mkplanner.records import frozen


@frozen
class Rect:
    """A rectangle by its top-left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The y half-way down."""
        return self.y + self.height / 2

    def inset(self, horizontal: float, vertical: float) -> Rect:
        """The rectangle left when its sides move inwards by these amounts."""
        return Rect(self.x + horizontal, self.y + vertical, self.width - 2 * horizontal, self.height - 2 * vertical)


def corners(rect: Rect) -> tuple[tuple[float, float], ...]:
    """The four corners of a rectangle, clockwise from the top left."""
    return (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)
