"""Pictures of dots inside a PDF."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import pdf_bytes
from mkplanner.charts.shapes import Bitmap, Content, Document, Node, Page, Text


@pytest.mark.parametrize(("mode", "colour", "masked"), [("RGB", (9, 99, 199), False), ("RGBA", (9, 99, 199, 7), True)])
def test_dots_and_holes_arrive_as_they_were_and_a_picture_shown_twice_is_kept_once(
    mode: str, colour: tuple[int, ...], masked: bool
) -> None:
    out = BytesIO()
    Image.new(mode, (6, 4), colour).save(out, "PNG")
    root, page = Node("Document"), Page(595, 842)
    page.content.append(Content(Node("H1", root), [Text(36, 60, "Plan", "regular", 10)]))
    for left in (36, 136):
        figure = Node("Figure", root, alt="Arms")
        page.content.append(Content(figure, [Bitmap(Rect(left, 80, 60, 40), out.getvalue())]))
    data = pdf_bytes(Document("Plan", [page], root), PAPER, made=datetime(2025, 11, 12))
    with pikepdf.open(BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert (int(image.Width), int(image.Height)) == (6, 4)
        assert image.read_bytes()[:3] == bytes(colour[:3])
        assert ("/SMask" in image) is masked
        assert [float(value) for value in pdf.Root.StructTreeRoot.K.K[1].A.BBox] == [36, 722, 96, 762]
