"""Sheets and the flow of pages."""

from __future__ import annotations

import pytest

from mkplanner.charts.geometry import Rect
from mkplanner.charts.pages import OVER, RULES, UNDER, Flow, Sheet
from mkplanner.charts.shapes import Box, Content, Decoration, Node, Text
from mkplanner.progress import Cancelled, Progress


def test_sheets_have_the_sizes_of_paper() -> None:
    upright, sideways = Sheet.of("A4", "portrait"), Sheet.of("A3", "landscape")
    assert (round(upright.width, 2), round(upright.height, 2)) == (595.28, 841.89)
    assert (round(sideways.width, 2), round(sideways.height, 2)) == (1190.55, 841.89)
    assert upright.body_width == pytest.approx(upright.right - upright.left)


def test_each_page_begins_below_its_head_and_layers_stand_in_order() -> None:
    flow = Flow(Sheet.of("A4", "portrait"), 700, lambda flow: 100.0 if len(flow.pages) == 1 else 60.0)
    words = Content(Node("P"), [Text(36, 120, "Words", "regular", 10)])
    flag, rule, tint = (Decoration([Box(Rect(0, 0, 1, 1), "text")]) for _ in range(3))
    for part, layer in ((flag, OVER), (words, 2), (rule, RULES), (tint, UNDER)):
        flow.put(part, layer)
    assert flow.room == 600
    flow.new_page()
    flow.bookmark("Second", 0)
    flow.close_page()
    assert flow.pages[0].content == [tint, rule, words, flag]
    assert (flow.y, [mark.words for mark in flow.pages[1].bookmarks]) == (60.0, ["Second"])


def test_laying_out_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        Flow(Sheet.of("A4", "portrait"), 700, lambda flow: 100.0, progress)
