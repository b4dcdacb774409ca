"""A document of shapes with meaning to a tagged PDF file that meets PDF/UA-1.

ReportLab writes the pages and cuts the fonts down to what is used; pikepdf then adds the structure, packs the objects and
writes the file. The same document with the same date gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from mkplanner.charts.outputs.inplace import put_in_place
from mkplanner.charts.palette import Palette
from mkplanner.charts.pdf_fonts import face_name
from mkplanner.charts.pdf_metadata import add_metadata
from mkplanner.charts.pdf_pieces import pieces
from mkplanner.charts.pdf_shapes import Fades, ShapeWriter
from mkplanner.charts.pdf_structure import Place, Places, add_structure, storable
from mkplanner.charts.shapes import Decoration, Document, Page
from mkplanner.progress import Progress

_TURN = Lock()


def draw_pdf(
    document: Document, path: Path, palette: Palette, *, made: datetime, progress: Progress | None = None
) -> None:
    """Write a document as a tagged PDF, beside its destination first and then moved into place.

    `made` is the moment the file says it was made. Raises `PlannerError` if the file cannot be written and `Cancelled` if
    the user changed their mind; a file that stood there before is then untouched.
    """
    put_in_place(pdf_bytes(document, palette, made=made, progress=progress), path, "PDF")


def pdf_bytes(document: Document, palette: Palette, *, made: datetime, progress: Progress | None = None) -> bytes:
    """Return the tagged PDF itself. Threads take turns: ReportLab's fonts serve one document at a time."""
    with _TURN:
        return _drawn(document, palette, made, progress)


def _drawn(document: Document, palette: Palette, made: datetime, progress: Progress | None) -> bytes:
    steps = len(document.pages) + 2
    report = (progress or Progress()).report
    fades: Fades = {}
    places: Places = {}
    faded: dict[int, set[str]] = {}
    buffer = BytesIO()
    canvas = Canvas(
        buffer, pageCompression=0, invariant=1, initialFontName=face_name("regular"), lang=document.language
    )
    for number, page in enumerate(document.pages):
        report(number, steps, f"Page {number + 1} of {len(document.pages)}")
        faded[number] = _draw_page(canvas, number, page, palette, fades, places)
    report(len(document.pages), steps, "Fonts")
    canvas.save()
    report(len(document.pages) + 1, steps, "Structure for screen readers")
    with pikepdf.open(buffer) as pdf:
        _add_fades(pdf, fades, faded)
        add_structure(pdf, document.root, places)
        add_metadata(pdf, document, made)
        _add_bookmarks(pdf, document)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, min_version="1.7")
    report(steps, steps)
    return out.getvalue()


def _draw_page(canvas: Any, number: int, page: Page, palette: Palette, fades: Fades, places: Places) -> set[str]:
    """Draw one page, note where each content went, and return the fades it uses."""
    canvas.setPageSize((page.width, page.height))
    writer = ShapeWriter(page.height, palette, canvas._doc, fades)
    mark = 0
    for part in page.content:
        if not part.shapes:
            continue
        if isinstance(part, Decoration):
            writer.operators.append(f"/Artifact <</Type /{part.kind}>> BDC" if part.kind else "/Artifact BMC")
            writer.write(part.shapes)
            writer.operators.append("EMC")
            continue
        if part in places:
            raise ValueError(f"content of {part.node.role} stands on two pages")
        places[part] = []
        for shapes, meant in pieces(part.shapes):
            places[part].append(Place(number, mark, meant))
            tag = (
                f"/Span <</MCID {mark} /ActualText <{_coded(meant)}>>>"
                if meant
                else f"/{part.node.role} <</MCID {mark}>>"
            )
            writer.operators.append(f"{tag} BDC")
            writer.write(shapes)
            writer.operators.append("EMC")
            mark += 1
    canvas._code.extend(writer.operators)
    canvas.showPage()
    return writer.fades_used


def _coded(words: str) -> str:
    """Words for a dictionary inside a page, where programs that copy text look for what squares stand for."""
    return ("\ufeff" + words).encode("utf-16-be", "replace").hex().upper()


def _add_fades(pdf: pikepdf.Pdf, fades: Mapping[tuple[float, float], str], faded: Mapping[int, set[str]]) -> None:
    """Give pages the masks their fades are painted through: a unit square shaded evenly from left to right."""
    states = {name: pdf.make_indirect(_fade_state(pdf, *ends)) for ends, name in fades.items()}
    for number, names in faded.items():
        if names:
            pdf.pages[number].obj["/Resources"]["/ExtGState"] = Dictionary(
                {f"/{name}": states[name] for name in sorted(names)}
            )


def _fade_state(pdf: pikepdf.Pdf, left: float, right: float) -> pikepdf.Object:
    strength = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([left]), C1=Array([right]), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 1, 0]), Function=strength)
    shading["/Extend"] = Array([True, True])
    mask = pdf.make_stream(
        b"/Run sh",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([-1, -1, 2, 2]),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        Resources=Dictionary(Shading=Dictionary(Run=shading)),
    )
    return Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))


def _add_bookmarks(pdf: pikepdf.Pdf, document: Document) -> None:
    marks = [(number, mark) for number, page in enumerate(document.pages) for mark in page.bookmarks]
    if not marks:
        return
    with pdf.open_outline() as outline:
        open_lists = [outline.root]
        for number, mark in marks:
            top = document.pages[number].height - mark.y
            words = str(storable(" ".join(mark.words.split())))
            item = pikepdf.OutlineItem(words, number, "XYZ", left=0, top=top)
            del open_lists[min(mark.level, len(open_lists) - 1) + 1 :]
            open_lists[-1].append(item)
            open_lists.append(item.children)
    pdf.Root["/PageMode"] = Name.UseOutlines
