"""How large the marks of a chart are, once for screen (pixels, for rows in 12 px type) and once for paper (points)."""

from __future__ import annotations

from dataclasses import fields, replace

from mkplanner.records import frozen


@frozen
class MarkMetrics:
    """Every measure of a mark. Shares are of `height`; line widths and dashes stay as they are when type grows."""

    height: float
    label: float
    status: float
    """Half-size of the status shape after a mark."""
    lead_length: float
    fade: float
    """How far a soft end reaches to either side of its nominal day."""
    hatch_step: float
    hatch_width: float
    fine_step: float
    fine_width: float
    wing: float
    """How much wider than its bar an arrow's head is, on each side."""
    label_limit: float
    """Labels longer than this are shortened; the whole wording stands in the table."""
    overhang: float
    """How far a mark may reach over the visible stretch: the screen cuts it, paper must not draw it."""
    port: float = 4.0
    """Half-size of the ring from which a link is drawn, which shows while the pointer is over the row."""
    gap: float = 2.0
    label_gap: float = 4.0
    halo: float = 1.5
    edge_gap: float = 3.0
    grip: float = 6.0
    least: float = 4.0
    """The narrowest bar: a day on a chart of years must still be seen."""
    radius: float = 1.5
    clear: float = 1.75
    """The gap between an outline and the hatch inside it, so that dashes can be told from a solid line."""
    outline: float = 1.25
    tick: float = 1.7
    link: float = 1.25
    dash: tuple[float, float] = (3.0, 2.0)
    fine_dash: tuple[float, float] = (2.5, 1.5)
    ghost_dash: tuple[float, float] = (2.0, 1.5)
    dots: tuple[float, float] = (1.5, 3.0)
    nominal_dots: tuple[float, float] = (1.5, 2.0)
    diamond: float = 0.54
    ticked: float = 0.62
    hatched: float = 0.62
    revised: float = 0.66
    repeated: float = 0.38
    lead_height: float = 0.34
    lead_strength: float = 0.62
    ghost_height: float = 0.36
    head: float = 0.85

    def scaled(self, factor: float) -> MarkMetrics:
        """The same marks for type that many times as large; lines keep their width."""
        return self if factor == 1 else replace(self, **{name: getattr(self, name) * factor for name in _GROWING})

    def flattened(self, height: float) -> MarkMetrics:
        """Lower marks, for a row that must hold several above one another; labels and status shapes keep their size."""
        return self if height >= self.height else replace(self, height=height, wing=self.wing * height / self.height)


_GROWING = tuple(field.name for field in fields(MarkMetrics))[:16]

SCREEN = MarkMetrics(
    height=12,
    label=10,
    status=7.2,
    lead_length=90,
    fade=7,
    hatch_step=5,
    hatch_width=2.8,
    fine_step=3.5,
    fine_width=1.8,
    wing=2.5,
    label_limit=220,
    overhang=24,
)
PAPER = MarkMetrics(
    height=9.5,
    label=8,
    status=6.4,
    lead_length=70,
    fade=5,
    hatch_step=4,
    hatch_width=2.2,
    fine_step=3,
    fine_width=1.4,
    wing=2.5,
    label_limit=1000,
    overhang=0,
    outline=1.0,
    halo=1.0,
    tick=1.4,
    link=0.9,
)


@frozen
class RowGeometry:
    """Where a row of the chart stands: its top and height, the pitch of its lines of text, and the lines themselves.

    `lines` gives top and bottom for each line of the author's words as the By when cell shows them, wrapped ones taken
    together, so that each of several marks can stand beside its own words. Without it marks share the row evenly.
    """

    top: float
    height: float
    pitch: float = 15.0
    lines: tuple[tuple[float, float], ...] = ()

    @property
    def middle(self) -> float:
        """The y half-way down the row."""
        return self.top + self.height / 2
