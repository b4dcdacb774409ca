"""A document of shapes with meaning to a tagged PDF file that meets PDF/UA-1, and PDF/A-2a where an archive asks for it.

Pages are drawn one by one, then the fonts are cut down to what is used, then the meaning is written. The same document with
the same date gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from mkplanner.charts.inplace import put_in_place
from mkplanner.charts.palette import Palette
from mkplanner.charts.pdf.file import PdfFile, number, text
from mkplanner.charts.pdf.fonts import FontBook
from mkplanner.charts.pdf.images import write_images
from mkplanner.charts.pdf.metadata import write_info, write_intent, write_metadata
from mkplanner.charts.pdf.outline import write_outline
from mkplanner.charts.pdf.pieces import pieces
from mkplanner.charts.pdf.shapes import Fades, Images, ShapeWriter
from mkplanner.charts.pdf.structure import PageSlot, Place, Places, Structure
from mkplanner.charts.shapes import Decoration, Document, Page
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.progress import Progress

_WORTH_SHARING = 12
"""What comes again page by page with so many shapes is kept once for all pages."""
_STRUCTURE = "Structure for screen readers"


def draw_pdf(
    document: Document, path: Path, palette: Palette, *, made: datetime, progress: Progress | None = None
) -> None:
    """Write a document as a tagged PDF, beside its destination first and then moved into place.

    `made` is the moment the file says it was made. Raises `PlannerError` if the file cannot be written and `Cancelled` if
    the user changed their mind; a file that stood there before is then untouched.
    """
    put_in_place(pdf_bytes(document, palette, made=made, progress=progress), path, "PDF")


def pdf_bytes(document: Document, palette: Palette, *, made: datetime, progress: Progress | None = None) -> bytes:
    """Return the tagged PDF itself."""
    with no_search_for_garbage():
        return _Drawing(document, palette, progress or Progress()).bytes(made)


class _Drawing:
    """One document on its way into a file."""

    def __init__(self, document: Document, palette: Palette, progress: Progress) -> None:
        self.document = document
        self.palette = palette
        self.progress = progress
        self.file = PdfFile()
        self.fonts = FontBook()
        self.fades: Fades = {}
        self.places: Places = {}
        self.images: Images = {}
        self.forms: dict[str, str] = {}
        self.resources = self.file.reserve()
        self.slots = [PageSlot(self.file.reserve(), page.height) for page in document.pages]
        self.steps = len(document.pages) + 3

    def bytes(self, made: datetime) -> bytes:
        """Draw everything; each step says how far the work has got, which is where it can be stopped."""
        contents = [self._drawn(at, page) for at, page in enumerate(self.document.pages)]
        total = len(contents)
        self._report(total, "Fonts")
        fonts = self.fonts.write(self.file)
        drawings = [*self.forms.values(), *write_images(self.file, self.images)]
        forms = f"/XObject<<{''.join(drawings)}>>" if drawings else ""
        self.file.put(self.resources, f"<</Font<<{fonts}>>{self._fade_states()}{forms}>>")
        structure = Structure(self.file, self.slots, self.places, lambda: self._report(total + 1, _STRUCTURE))
        tree = structure.write(self.document.root)
        self._put_pages(contents, structure.annotations)
        catalogue = self._catalogue(tree, made)
        info = write_info(self.file, self.document, made)
        whole = self.file.made(catalogue, info, lambda done, of: self._report(total + 2, "Packing"))
        self._report(self.steps, "")
        return whole

    def _report(self, done: int, label: str) -> None:
        self.progress.report(done, self.steps, label)

    def _drawn(self, at: int, page: Page) -> int:
        """Draw one page, note where each content went, and return the number of what is drawn."""
        self._report(at, f"Page {at + 1} of {len(self.document.pages)}")
        writer = ShapeWriter(page.height, self.palette, self.fonts, self.fades, self.images)
        mark = 0
        for part in page.content:
            if not part.shapes:
                continue
            if isinstance(part, Decoration):
                opening = f"/Artifact <</Type /{part.kind}>> BDC" if part.kind else "/Artifact BMC"
                if part.kind == "Pagination" and len(part.shapes) >= _WORTH_SHARING:
                    writer.operators += [opening, f"{self._shared(page, part)} Do", "EMC"]
                else:
                    writer.tagged(opening, part.shapes)
                continue
            if part in self.places:
                raise ValueError(f"content of {part.node.role} stands on two pages")
            self.places[part] = []
            for shapes, meant in pieces(part.shapes):
                self.places[part].append(Place(at, mark, meant))
                writer.tagged(_opening(part.node.role, mark, meant), shapes)
                mark += 1
        return self.file.add_stream("\n".join(writer.operators).encode("latin-1"))

    def _shared(self, page: Page, part: Decoration) -> str:
        """Return the name of a drawing that stands on many pages, such as a table's head said again; it is kept once."""
        writer = ShapeWriter(page.height, self.palette, self.fonts, self.fades, self.images)
        writer.write(part.shapes)
        drawn = "\n".join(writer.operators)
        if drawn not in self.forms:
            box = f"/BBox[0 0 {number(page.width)} {number(page.height)}]"
            entries = f"/Type/XObject/Subtype/Form{box}/Resources {self.resources} 0 R"
            made = self.file.add_stream(drawn.encode("latin-1"), entries)
            self.forms[drawn] = f"/Again{len(self.forms) + 1} {made} 0 R"
        return self.forms[drawn].partition(" ")[0]

    def _fade_states(self) -> str:
        """The masks that fades are painted through: a unit square shaded evenly from left to right."""
        states = [f"/{name} {self._fade_state(*ends)} 0 R" for ends, name in self.fades.items()]
        return f"/ExtGState<<{''.join(states)}>>" if states else ""

    def _fade_state(self, left: float, right: float) -> int:
        run = (
            f"/Shading<</Run<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 0]/Extend[true true]/Function"
            f"<</FunctionType 2/Domain[0 1]/C0[{number(left)}]/C1[{number(right)}]/N 1>>>>>>"
        )
        entries = "/Type/XObject/Subtype/Form/BBox[-1 -1 2 2]/Group<</S/Transparency/CS/DeviceGray>>"
        mask = self.file.add_stream(b"/Run sh", f"{entries}/Resources<<{run}>>", plain=True)
        return self.file.add(f"<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G {mask} 0 R>>>>")

    def _put_pages(self, contents: Iterable[int], annotations: Iterable[Iterable[int]]) -> None:
        self.pages = self.file.reserve()
        for key, (page, content, links) in enumerate(zip(self.document.pages, contents, annotations, strict=True)):
            annots = " ".join(f"{link} 0 R" for link in links)
            self.file.put(
                self.slots[key].number,
                f"<</Type/Page/Parent {self.pages} 0 R/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
                f"/Contents {content} 0 R/Resources {self.resources} 0 R/Tabs/S/StructParents {key}"
                f"{f'/Annots[{annots}]' if annots else ''}>>",
            )
        kids = " ".join(f"{slot.number} 0 R" for slot in self.slots)
        self.file.put(self.pages, f"<</Type/Pages/Count {len(self.slots)}/Kids[{kids}]>>")

    def _catalogue(self, tree: int, made: datetime) -> int:
        document = self.document
        metadata = write_metadata(self.file, document, made)
        outline = write_outline(self.file, document.pages, self.slots)
        entries: Mapping[str, str] = {
            "Pages": f"{self.pages} 0 R",
            "StructTreeRoot": f"{tree} 0 R",
            "MarkInfo": "<</Marked true>>",
            "Lang": text(document.language),
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "Metadata": f"{metadata} 0 R",
            **({"Outlines": f"{outline} 0 R", "PageMode": "/UseOutlines"} if outline else {}),
            **({"OutputIntents": f"[{write_intent(self.file)} 0 R]"} if document.archive else {}),
        }
        return self.file.add("<</Type/Catalog" + "".join(f"/{key} {value}" for key, value in entries.items()) + ">>")


def _opening(role: str, mark: int, meant: str) -> str:
    """Begin a piece of content; programs that copy text look here for what squares stand for."""
    if not meant:
        return f"/{role} <</MCID {mark}>> BDC"
    coded = ("\ufeff" + meant).encode("utf-16-be", "replace").hex().upper()
    return f"/Span <</MCID {mark} /ActualText <{coded}>>> BDC"
