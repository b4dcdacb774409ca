"""The legend below a report: signs with their words in rows, as a list for readers, and remarks in sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.legend import Entry, status_entry
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.pages import Flow
from mkplanner.charts.shapes import Content, Decoration, Look, Node, Picture, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.status import STYLES, Status

SIZE, GAP = 8.5, 18.0
_LINE = 17.0
_HEADING = 34.0

Key = Callable[[float, float], Entry]
"""Draws one entry that begins at x, about a middle line at y."""


def status_keys(used: Collection[Status | None]) -> list[Key]:
    """Entries for these statuses, in the order of the scheme."""
    return [partial(_status, status) for status in STYLES if status in used]


def set_legend(
    flow: Flow,
    parent: Node,
    label: str,
    keys: Sequence[Key],
    remarks: Sequence[str] = (),
    *,
    is_section: bool = False,
    apart: Sequence[Key] = (),
) -> None:
    """Draw a legend below what stands on the page, all of it on one page; nothing where there is nothing to say.

    The label stands in bold before the first row, or as a heading above it where the legend `is_section`. The
    keys that stand `apart` begin a row of their own.
    """
    sentences = wrap(" ".join(remarks), "regular", SIZE, flow.sheet.body_width) if any(remarks) else []
    left = 0.0 if is_section or not keys or not label else width(label, "bold", SIZE) + GAP
    rows = [*_rows(keys, flow.sheet.body_width - left), *_rows(apart, flow.sheet.body_width - left)]
    if not rows and not sentences:
        return
    height = (_HEADING if is_section else 20.0) + _LINE * len(rows) + 11 * len(sentences)
    if height > flow.room:
        flow.new_page()
    _put_label(flow, parent, label if keys or is_section else "", is_section)
    _put_entries(flow, parent, rows, left)
    _put_sentences(flow, parent, sentences)


def _status(status: Status, x: float, y: float) -> Entry:
    return status_entry(status, x, y, PAPER)


def _put_label(flow: Flow, parent: Node, label: str, is_section: bool) -> None:
    """Move down to the middle of the first row, with the label above or in it."""
    flow.y += 20 if is_section else 18
    if is_section:
        flow.put(Content(Node("H2", parent), [Text(flow.sheet.left, flow.y, label, "bold", 9.5)]))
        flow.y += 14
    elif label:
        flow.put(Content(Node("P", parent), [Text(flow.sheet.left, flow.y + 0.36 * SIZE, label, "bold", SIZE)]))


def _put_entries(flow: Flow, parent: Node, rows: Sequence[Sequence[Key]], left: float) -> None:
    listed = Node("L", parent) if rows else None
    for row in rows:
        x = flow.sheet.left + left
        for key in row:
            entry = key(x, flow.y)
            rect = Rect(x - 1, flow.y - _LINE / 2, entry.width + 2, _LINE)
            body = Node("LBody", Node("LI", listed), look=Look(picture=Picture(entry.shapes, rect)))
            flow.put(Decoration(entry.shapes))
            words = Text(x + entry.width + 6, flow.y + 0.36 * SIZE, entry.words, "regular", SIZE)
            flow.put(Content(body, [words]))
            x += _total(entry) + GAP
        flow.y += _LINE


def _put_sentences(flow: Flow, parent: Node, lines: Sequence[str]) -> None:
    if not lines:
        return
    shapes: list[Shape] = []
    flow.y -= 2
    for line in lines:
        flow.y += 11
        shapes.append(Text(flow.sheet.left, flow.y - 4, line, "regular", SIZE, "text2"))
    flow.put(Content(Node("P", parent), shapes))


def _total(entry: Entry) -> float:
    """How much of a row an entry takes."""
    return entry.width + 6 + width(entry.words, "regular", SIZE)


def _rows(keys: Sequence[Key], room: float) -> list[list[Key]]:
    """Share entries out over rows, none wider than the room."""
    rows: list[list[Key]] = []
    used = room + 1
    for key in keys:
        total = _total(key(0.0, 0.0))
        if used + total > room:
            rows.append([])
            used = 0.0
        rows[-1].append(key)
        used += total + GAP
    return rows
