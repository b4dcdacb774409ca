"""The meaning of a document to the structure tree of a tagged PDF, so that screen readers and reflow follow it (PDF/UA-1).

Every element of the tree names its parts in reading order; the parent tree leads back from each run of a page to its element.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from mkplanner.charts.pdf_shapes import bounds
from mkplanner.charts.shapes import Content, Node


class Place(NamedTuple):
    """Where a run of content was drawn: page number from 0, and its number on that page (the MCID).

    `meant` are the author's characters where squares stand for them.
    """

    page: int
    mark: int
    meant: str = ""


Places = dict[Content, list[Place]]
"""The runs of each content, in order."""


def add_structure(pdf: pikepdf.Pdf, root: Node, places: Mapping[Content, Sequence[Place]]) -> None:
    """Give a drawn PDF its structure tree, its parent tree and its links."""
    _StructureWriter(pdf, places).write(root)


def storable(words: str) -> pikepdf.String:
    """Return words as a PDF keeps them; half characters of damaged text become question marks."""
    return pikepdf.String(words.encode("utf-8", "replace").decode("utf-8"))


class _StructureWriter:
    def __init__(self, pdf: pikepdf.Pdf, places: Mapping[Content, Sequence[Place]]) -> None:
        self.pdf = pdf
        self.places = places
        self.pages = [page.obj for page in pdf.pages]
        self.heights = [float(page["/MediaBox"][3]) for page in self.pages]
        self.owners: list[dict[int, pikepdf.Object]] = [{} for _ in self.pages]
        self.links: list[tuple[pikepdf.Object, pikepdf.Object]] = []

    def write(self, root: Node) -> None:
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree["/K"] = self._element(root, tree)
        numbers: list[int | pikepdf.Object] = []
        for number, (page, owners) in enumerate(zip(self.pages, self.owners, strict=True)):
            page["/Tabs"] = Name.S
            page["/StructParents"] = number
            owned = Array([owners[mark] for mark in range(len(owners))])
            numbers += [number, self.pdf.make_indirect(owned)]
        for number, (annotation, element) in enumerate(self.links, start=len(self.pages)):
            annotation["/StructParent"] = number
            numbers += [number, element]
        tree["/ParentTree"] = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree["/ParentTreeNextKey"] = len(numbers) // 2
        self.pdf.Root["/StructTreeRoot"] = tree
        self.pdf.Root["/MarkInfo"] = Dictionary(Marked=True)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self.pdf.make_indirect(Dictionary({"/S": Name("/" + node.role)}))
        element["/P"] = parent
        kids: list[int | pikepdf.Object] = []
        home: int | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element))
            elif kid in self.places:
                home = self.places[kid][0].page if home is None else home
                kids += self._content(kid, element, home)
        if home is not None:
            element["/Pg"] = self.pages[home]
        if kids:
            element["/K"] = kids[0] if len(kids) == 1 else Array(kids)
        self._describe(node, element)
        return element

    def _content(self, content: Content, element: pikepdf.Object, home: int) -> list[int | pikepdf.Object]:
        found: list[int | pikepdf.Object] = []
        for page, mark, meant in self.places[content]:
            if meant:
                found.append(self._standing_for(meant, page, mark, element))
                continue
            self.owners[page][mark] = element
            found.append(mark if page == home else Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mark))
        page = self.places[content][0].page
        if content.url and content.area:
            found.append(Dictionary(Type=Name.OBJR, Pg=self.pages[page], Obj=self._link(content, page, element)))
        return found

    def _standing_for(self, meant: str, page: int, mark: int, element: pikepdf.Object) -> pikepdf.Object:
        """Make an element for squares, so that a reader hears, finds and copies the author's own characters."""
        made = self.pdf.make_indirect(Dictionary(S=Name.Span, P=element, Pg=self.pages[page], K=mark))
        made["/ActualText"] = storable(meant)
        self.owners[page][mark] = made
        return made

    def _link(self, content: Content, page: int, element: pikepdf.Object) -> pikepdf.Object:
        area, height = content.area, self.heights[page]
        assert area is not None
        words = content.node.alt or content.url or ""
        annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_box(area.x, height - area.bottom, area.right, height - area.y),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=storable(words),
                A=Dictionary(S=Name.URI, URI=storable(content.url or "")),
            )
        )
        if "/Annots" not in self.pages[page]:
            self.pages[page]["/Annots"] = Array()
        self.pages[page]["/Annots"].append(annotation)
        self.links.append((annotation, element))
        return annotation

    def _describe(self, node: Node, element: pikepdf.Object) -> None:
        told = (("/Alt", node.alt), ("/ActualText", node.actual), ("/Lang", node.lang), ("/T", node.title))
        for key, words in told:
            if words:
                element[key] = storable(words)
        attributes = self._attributes(node)
        if attributes is not None:
            element["/A"] = attributes

    def _attributes(self, node: Node) -> pikepdf.Object | None:
        if node.role in ("TH", "TD") and (node.scope or node.spans != (1, 1)):
            found = Dictionary(O=Name.Table)
            if node.scope:
                found["/Scope"] = Name("/" + node.scope)
            for key, span in zip(("/RowSpan", "/ColSpan"), node.spans, strict=True):
                if span != 1:
                    found[key] = span
            return found
        if node.role == "Figure":
            return self._figure(node)
        return None

    def _figure(self, node: Node) -> pikepdf.Object | None:
        contents = [kid for kid in node.kids if isinstance(kid, Content) and kid in self.places]
        area = bounds(shape for content in contents for shape in content.shapes)
        if area is None:
            return None
        height = self.heights[self.places[contents[0]][0].page]
        box = _box(area.x, height - area.bottom, area.right, height - area.y)
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)


def _box(left: float, low: float, right: float, high: float) -> Array:
    return Array([round(value, 2) for value in (left, low, right, high)])
