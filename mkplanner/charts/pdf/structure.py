"""The meaning of a document to the structure tree of a tagged PDF, so that screen readers and reflow follow it (PDF/UA-1).

Every element of the tree names its parts in reading order; the parent tree leads back from each run of a page to its element.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mkplanner.charts.extent import bounds
from mkplanner.charts.pdf.file import PdfFile, number, text
from mkplanner.charts.shapes import Content, Node

_OFTEN = 200
"""After so many elements it is told how far the work has got."""


class Place(NamedTuple):
    """Where a run of content was drawn: page number from 0, and its number on that page (the MCID).

    `meant` are the author's characters where squares stand for them.
    """

    page: int
    mark: int
    meant: str = ""


Places = dict[Content, list[Place]]
"""The runs of each content, in order."""


class PageSlot(NamedTuple):
    """A page of the file: the number of its object, and its height in points."""

    number: int
    height: float


class Structure:
    """Writes the tree into a file. After `write`, `annotations` are the objects of each page's links."""

    def __init__(
        self,
        file: PdfFile,
        pages: Sequence[PageSlot],
        places: Mapping[Content, Sequence[Place]],
        report: Callable[[], None],
    ) -> None:
        self.annotations: list[list[int]] = [[] for _ in pages]
        self._file = file
        self._pages = pages
        self._places = places
        self._report = report
        self._count = 0
        self._owners: list[dict[int, int]] = [{} for _ in pages]
        self._links: list[int] = []

    def write(self, root: Node) -> int:
        """Put the tree into the file and return the number of its object; page n has the key n in the parent tree."""
        file = self._file
        tree = file.reserve()
        document = self._element(root, tree)
        numbers = []
        for page, owners in enumerate(self._owners):
            owned = " ".join(f"{owners[mark]} 0 R" for mark in range(len(owners)))
            numbers.append(f"{page} {file.add(f'[{owned}]')} 0 R")
        numbers += [f"{key} {owner} 0 R" for key, owner in enumerate(self._links, start=len(self._pages))]
        parents = file.add(f"<</Nums[{' '.join(numbers)}]>>")
        file.put(
            tree,
            f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(numbers)}>>",
        )
        return tree

    def _element(self, node: Node, parent: int) -> int:
        self._count += 1
        if self._count % _OFTEN == 0:
            self._report()
        made = self._file.reserve()
        kids: list[str] = []
        home: int | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(f"{self._element(kid, made)} 0 R")
            elif kid in self._places:
                home = self._places[kid][0].page if home is None else home
                kids += self._content(kid, made, home)
        page = f"/Pg {self._pages[home].number} 0 R" if home is not None else ""
        inside = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        self._file.put(made, f"<</S/{node.role}/P {parent} 0 R{page}{inside}{_told(node)}{self._attributes(node)}>>")
        return made

    def _content(self, content: Content, element: int, home: int) -> list[str]:
        found = []
        for page, mark, meant in self._places[content]:
            if meant:
                found.append(f"{self._standing_for(meant, page, mark, element)} 0 R")
                continue
            self._owners[page][mark] = element
            there = f"<</Type/MCR/Pg {self._pages[page].number} 0 R/MCID {mark}>>"
            found.append(str(mark) if page == home else there)
        if content.url and content.area:
            page = self._places[content][0].page
            link = self._link(content, page, element)
            found.append(f"<</Type/OBJR/Pg {self._pages[page].number} 0 R/Obj {link} 0 R>>")
        return found

    def _standing_for(self, meant: str, page: int, mark: int, element: int) -> int:
        """Make an element for squares, so that a reader hears, finds and copies the author's own characters."""
        made = self._file.add(
            f"<</S/Span/P {element} 0 R/Pg {self._pages[page].number} 0 R/K {mark}/ActualText {text(meant)}>>"
        )
        self._owners[page][mark] = made
        return made

    def _link(self, content: Content, page: int, element: int) -> int:
        area, height = content.area, self._pages[page].height
        assert area is not None
        self._links.append(element)
        key = len(self._pages) + len(self._links) - 1
        box = _box(area.x, height - area.bottom, area.right, height - area.y)
        made = self._file.add(
            f"<</Type/Annot/Subtype/Link/Rect{box}/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents {text(content.node.alt or content.url or '')}/A<</S/URI/URI {text(content.url or '')}>>>>"
        )
        self.annotations[page].append(made)
        return made

    def _attributes(self, node: Node) -> str:
        if node.role in ("TH", "TD") and (node.scope or node.spans != (1, 1)):
            scope = f"/Scope/{node.scope}" if node.scope else ""
            spans = zip(("/RowSpan", "/ColSpan"), node.spans, strict=True)
            return f"/A<</O/Table{scope}{''.join(f'{key} {span}' for key, span in spans if span != 1)}>>"
        return self._figure(node) if node.role == "Figure" else ""

    def _figure(self, node: Node) -> str:
        contents = [kid for kid in node.kids if isinstance(kid, Content) and kid in self._places]
        area = bounds(shape for content in contents for shape in content.shapes)
        if area is None:
            return ""
        height = self._pages[self._places[contents[0]][0].page].height
        box = _box(area.x, height - area.bottom, area.right, height - area.y)
        return f"/A<</O/Layout/Placement/Block/BBox{box}>>"


def _told(node: Node) -> str:
    told = (("/Alt", node.alt), ("/ActualText", node.actual), ("/Lang", node.lang), ("/T", node.title))
    return "".join(f"{key} {text(words)}" for key, words in told if words)


def _box(left: float, low: float, right: float, high: float) -> str:
    return f"[{number(left)} {number(low)} {number(right)} {number(high)}]"
