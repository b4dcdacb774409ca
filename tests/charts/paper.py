"""What the tests of paper share: a small document with everything in it, and a way to check what a test has made."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import (
    Bookmark,
    Box,
    Circle,
    Content,
    Decoration,
    Document,
    Fade,
    Hatch,
    Line,
    Node,
    Page,
    Polygon,
    Text,
)
from tests.pdf_checker import findings


def good(path: Path) -> Path:
    """Check a PDF in every way this computer can, and hand it back."""
    assert findings(path) == []
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return path


def words_of(path: Path, *options: str) -> str:
    """The text of a PDF as a stranger's program reads it; skips where that program is not installed."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def nodes(node: Node, role: str) -> list[Node]:
    """Every element of a role, in reading order."""
    found = [node] if node.role == role else []
    return found + [inner for kid in node.kids if isinstance(kid, Node) for inner in nodes(kid, role)]


def said(node: Node) -> str:
    """What a screen reader says of an element."""
    words = [said(kid) if isinstance(kid, Node) else heard(kid) for kid in node.kids]
    return " ".join(" ".join(words).split())


def heard(content: Content) -> str:
    return "".join(shape.words for shape in content.shapes if isinstance(shape, Text))


def rows(document: Document) -> list[list[str]]:
    """The cells of every table row as they are read."""
    return [[said(kid) for kid in row.kids if isinstance(kid, Node)] for row in nodes(document.root, "TR")]


def texts(document: Document) -> list[str]:
    """Every run of words on every page, decoration too."""
    shapes = [shape for page in document.pages for part in page.content for shape in part.shapes]
    return [shape.words.strip() for shape in shapes if isinstance(shape, Text)]


def sampler() -> Document:
    """Two pages with headings, a table, a figure, a link and every kind of shape."""
    root = Node("Document")
    first, second = Page(595, 842), Page(595, 842)
    first.content.append(Decoration([Line(36, 30, 559, 30, "accent", 1.5)], "Pagination"))
    first.content.append(Content(Node("H1", root), [Text(36, 60, "Tidemouth: Gŵyl y Dŵr ✓", "bold", 16)]))
    first.bookmarks.append(Bookmark("Tidemouth", 0, 40))
    paragraph = Node("P", root)
    lines = [Text(36, 80, "A plan for three ", "regular", 10), Text(36, 93, "councils. 汉字 ", "regular", 10)]
    first.content.append(Content(paragraph, lines))
    link = Node("Link", paragraph, alt="The partnership's page")
    place = Rect(36, 98, 90, 12)
    first.content.append(
        Content(link, [Text(36, 106, "its own page", "regular", 10, "link")], "https://x.example", place)
    )
    first.content.append(Content(Node("H2", root), [Text(36, 140, "Timetable", "bold", 12)]))
    _table(root, first, second)
    return Document("Tidemouth: Gŵyl y Dŵr", [first, second], root, "Partnership Lead")


def _table(root: Node, first: Page, second: Page) -> None:
    table = Node("Table", root)
    head, body = Node("THead", table), Node("TBody", table)
    row = Node("TR", head)
    for number, words in enumerate(("Action", "Bar")):
        heading = Node("TH", row, scope="Column")
        first.content.append(Content(heading, [Text(36 + 200 * number, 160, words, "bold", 10)]))
    for number in range(2):
        page = (first, second)[number]
        row = Node("TR", body)
        page.content.append(Content(Node("TH", row, scope="Row"), [Text(36, 180, f"Row {number + 1}", "regular", 10)]))
        figure = Node("Figure", Node("TD", row), alt="1 April 2025 to 31 March 2026, complete")
        page.content.append(Content(figure, _bar()))


def _bar() -> list[Box | Fade | Hatch | Polygon | Circle | Text]:
    corners = ((240.0, 200.0), (300.0, 200.0), (300.0, 212.0), (240.0, 212.0))
    return [
        Fade(Rect(200, 172, 40, 4), "mark", 0, 0.62),
        Box(Rect(240, 170, 60, 10), "mark_fill", "mark", 1, 1.5),
        Hatch(corners, "mark"),
        Polygon(corners, None, "mark", 1, (3, 2)),
        Circle(320, 175, 6.4, "status_G_fill"),
        Text(317, 178, "G", "bold", 8, "status_G_letter"),
    ]
