"""The links of one printed page: arrows between the marks that stand on it, and the reasons of broken ones.

They are decoration: every link also stands in words in its row, for readers who cannot see the arrows and for links to rows
on another page.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkplanner.charts.geometry import Rect
from mkplanner.charts.links import Arrow, LinkEnd, link_arrow, link_reason
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.shapes import Polygon, Shape
from mkplanner.models.links.following import broken_links
from mkplanner.models.links.words import reason_said
from mkplanner.models.plan import Plan


def link_shapes(plan: Plan, drawn: Mapping[str, LinkEnd], rect: Rect) -> tuple[list[Shape], list[Shape]]:
    """Return arrows and reasons for the links between rows of a page whose chart is `rect`; none may leave the chart."""
    arrows: list[Shape] = []
    reasons: list[Shape] = []
    for link in plan.links:
        before, after = drawn.get(link.before), drawn.get(link.after)
        if before is None or after is None:
            continue
        broken = broken_links(plan).get(link.id)
        arrow = link_arrow(link.type, before, after, broken=broken is not None, metrics=PAPER)
        if not _is_within(arrow, rect):
            continue
        arrows += arrow.shapes
        if broken:
            reasons += link_reason(arrow, reason_said(plan, broken), (rect.x, rect.right), metrics=PAPER)
    return arrows, reasons


def _is_within(arrow: Arrow, rect: Rect) -> bool:
    points = (point for shape in arrow.shapes if isinstance(shape, Polygon) for point in shape.points)
    return all(rect.x <= x <= rect.right for x, _ in points)
