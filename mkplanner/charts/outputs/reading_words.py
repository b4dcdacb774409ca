"""Words as layout has broken them into lines, put together again as the author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkplanner.charts.extent import bounds
from mkplanner.charts.outputs.story import Figure, Line, Run
from mkplanner.charts.shapes import Content, Node, Picture, Shape, Text


def read_lines(node: Node) -> list[Line]:
    """Return the lines of a paragraph, a list or a cell: one for each line the author broke, none that is empty."""
    if node.role == "L":
        return [line for entry in node.kids if isinstance(entry, Node) for line in _entry(entry)]
    found: list[Line] = []
    for kid in node.kids:
        if isinstance(kid, Content):
            _take(found, kid)
        elif kid.role == "L":
            found += read_lines(kid)
        elif kid.role == "Figure" or (kid.look and kid.look.picture):
            figure = read_figure(kid)
            if figure:
                found.append(Line(figure=figure))
        else:
            _join(found, read_lines(kid))
    return [line for line in found if line.figure or line.words.strip()]


def read_figure(node: Node) -> Figure | None:
    """Return a figure with the words that stand for it; None where nothing was drawn."""
    if node.look and node.look.picture:
        return Figure(node.alt or node.actual or "", node.look.picture)
    shapes = list(_shapes(node))
    rect = bounds(shapes)
    return Figure(node.alt or "", Picture(shapes, rect)) if rect else None


def size_of(node: Node) -> float:
    """How large the first words of an element are set, in points."""
    return next((shape.size for shape in _shapes(node) if isinstance(shape, Text)), 10.0)


def is_turned(node: Node) -> bool:
    """Whether the words of an element run upwards."""
    return any(isinstance(shape, Text) and shape.turned for shape in _shapes(node))


def _shapes(node: Node) -> Iterator[Shape]:
    for kid in node.kids:
        yield from kid.shapes if isinstance(kid, Content) else _shapes(kid)


def _entry(node: Node) -> list[Line]:
    """The lines of one list entry; a legend's begins with its sign."""
    label = next((kid for kid in node.kids if isinstance(kid, Node) and kid.role == "Lbl"), None)
    body = next((kid for kid in node.kids if isinstance(kid, Node) and kid.role == "LBody"), None)
    if body is None:
        return []
    bullet = "".join(line.words for line in read_lines(label)).strip() if label else ""
    lines = [line for line in read_lines(body) if line.words.strip()]
    for number, line in enumerate(lines):
        line.level = line.level or (2 if bullet == "–" else 1)
        line.bullet = line.bullet or ("" if number else bullet)
    if lines and body.look and body.look.picture:
        lines[0].figure = Figure("", body.look.picture)
    return lines


def _take(lines: list[Line], content: Content) -> None:
    """Add the words of one piece of content; paragraphs that layout has remembered open a line each."""
    for shape in content.shapes:
        if not isinstance(shape, Text) or shape.said == "":
            continue
        words = shape.words if shape.said is None else shape.said
        run = Run(
            words,
            shape.face.startswith(("bold", "symbols-bold")),
            "italic" in shape.face,
            shape.colour,
            shape.sign,
            content.url,
        )
        if shape.said is not None or not lines or lines[-1].figure:
            lines.append(Line([run]))
        else:
            _add(lines[-1], run)


def _join(lines: list[Line], inner: Sequence[Line]) -> None:
    """Add what a part inside a paragraph says, on the same line."""
    for number, line in enumerate(inner):
        if number or not lines or line.figure:
            lines.append(line)
        else:
            for run in line.runs:
                _add(lines[-1], run)


def _add(line: Line, run: Run) -> None:
    """Put a run behind a line; a word that was broken at its end is whole again."""
    last = line.runs[-1] if line.runs else None
    if last and not run.sign and _alike(last, run):
        words = last.words
        broken = words.endswith("-") and run.words[:1].islower()
        line.runs[-1] = Run(
            (words[:-1] if broken else words) + run.words,
            last.is_bold,
            last.is_italic,
            last.colour,
            last.sign,
            last.url,
        )
    else:
        line.runs.append(run)


def _alike(one: Run, other: Run) -> bool:
    return (one.is_bold, one.is_italic, one.colour, one.url) == (
        other.is_bold,
        other.is_italic,
        other.colour,
        other.url,
    )
