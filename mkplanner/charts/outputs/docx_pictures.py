"""Pictures in a Word document: figures with words for those who cannot see them, and signs that only repeat a word."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Pt

from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.docx_xml import made
from mkplanner.charts.outputs.png import png_picture
from mkplanner.charts.outputs.story import Figure
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Picture
from mkplanner.charts.status_marks import status_shape

DPI = 220
_DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
_EXTENSIONS = '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">%s</a:extLst>'


class Pictures:
    """Puts pictures into the parts of one document; the same picture is kept once.

    They are numbered here: python-docx looks through the whole document before each new one.
    """

    def __init__(self, document: Any, palette: Palette) -> None:
        self.document = document
        self.palette = palette
        self._signs: dict[str, bytes] = {}
        self._kept: dict[bytes, str] = {}
        self._count = 0

    def figure(self, figure: Figure, width: float, ground: str | None = "base") -> Any:
        """A run with a figure, so many points wide and as high as that makes it."""
        rect = figure.picture.rect
        height = rect.height * width / max(rect.width, 1.0)
        return self._run(png_picture(figure.picture, DPI, self.palette, ground), width, height, figure.alt)

    def sign(self, letter: str) -> Any:
        """A run with the shape of a status, a little higher than the words beside it."""
        if letter not in self._signs:
            picture = Picture(status_shape(letter, 9.0, 8.0, 6.4), Rect(0, 0, 18, 15.5))
            self._signs[letter] = png_picture(picture, 300, self.palette)
        return self._run(self._signs[letter], 11.6, 10.0, "", lower=2)

    def legend_sign(self, figure: Figure) -> Any:
        """A run with an entry's sign of a legend, in its own size."""
        rect = figure.picture.rect
        png = png_picture(figure.picture, DPI, self.palette)
        return self._run(png, rect.width * 0.8, rect.height * 0.8, "", lower=4)

    def _run(self, png: bytes, width: float, height: float, alt: str, lower: int = 0) -> Any:
        self._count += 1
        inline = CT_Inline.new_pic_inline(self._count, self._keep(png), "image.png", Pt(width), Pt(height))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        properties = inline.docPr
        properties.set("name", f"Picture {properties.get('id')}")
        if alt:
            properties.set("descr", alt)
        else:
            _mark_decorative(properties)
        marks = (made("w:position", val=-2 * lower),) if lower else (made("w:sz", val=2),)
        return made("w:r", made("w:rPr", *marks), made("w:drawing", inline))

    def _keep(self, png: bytes) -> str:
        """Put a picture into the file and return what the document knows it by."""
        if png not in self._kept:
            number = len(self._kept) + 1
            name = self._kept[png] = f"rIdPicture{number}"
            image = ImagePart(PackURI(f"/word/media/image{number}.png"), "image/png", png)
            self.document.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, image, name)
        return self._kept[png]


def _mark_decorative(properties: Any) -> None:
    properties.set("descr", "")
    properties.append(parse_xml(_EXTENSIONS % _DECORATIVE))
