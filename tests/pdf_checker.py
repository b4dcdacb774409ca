"""Checks a PDF against PDF/UA-1 as far as a machine can, and against the promises that MK Planner makes about paper.

`findings(path)` returns sentences, none for a good file. Every PDF that a test makes goes through it. It does not replace
a full validator, nor a person with a screen reader.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from mkplanner.charts.palette import contrast
from tests.pdf_content import PageFacts, TextRun, read_pages

SMALLEST = 8.0
"""No type on paper is smaller than this, in points."""

_STANDARD = """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI
Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"""
ROLES = set(re.findall(r"\w+", _STANDARD))
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI"},
}
CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody", "L"},
}
Own = tuple[int, int]


def findings(path: Path) -> list[str]:
    """Return everything that is wrong with a file, in sentences."""
    pages = read_pages(path)
    found = [finding for page in pages for finding in (*page.findings, *_legibility(page))]
    with pikepdf.open(path) as pdf:
        found += _document(pdf)
        if "/StructTreeRoot" not in pdf.Root:
            return [*found, "there is no structure tree"]
        found += _Structure(pdf, pages).findings()
    return found


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What the file says about itself."""
    root = pdf.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "the file does not say that it is tagged"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))):
        yield "the file has no language"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "readers would show the file's name instead of its title"
    if "/Metadata" not in root:
        yield "there is no XMP metadata"
        return
    shown = str(pdf.docinfo.get("/Title", ""))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if str(metadata.get("{http://www.aiim.org/pdfua/ns/id/}part", "")) != "1":
            yield "the metadata does not claim PDF/UA-1"
        title = str(metadata.get("dc:title", ""))
    if not title.strip():
        yield "the title is empty"
    elif title != shown:
        yield "the two titles differ"
    if len(pdf.pages) > 20 and "/Outlines" not in root:
        yield "a long file has no bookmarks"


def _legibility(page: PageFacts) -> Iterator[str]:
    """Size, contrast and place of every piece of text."""
    for run in page.runs:
        if not run.words.strip():
            continue
        where = f"page {page.number}: {run.words[:30]!r}"
        if run.size < SMALLEST and len(run.words.strip()) > 1:
            yield f"{where} is smaller than {SMALLEST:g} pt"
        wide = run.wide - (run.size * 0.28 if run.words.endswith(" ") else 0)
        if run.x < -0.5 or run.x + wide > page.width + 0.5 or not 0 <= run.y <= page.height:
            yield f"{where} runs off the page"
        least = 3.0 if run.size >= 18 or (run.bold and run.size >= 14) else 4.5
        if contrast(_hex(run.colour), _hex(run.ground)) < least:
            yield f"{where} is too faint on its ground"


def _hex(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour)


class _Structure:
    """Walks the tree of meaning once, noting who owns which content."""

    def __init__(self, pdf: pikepdf.Pdf, pages: list[PageFacts]) -> None:
        self.pdf = pdf
        self.pages = pages
        self.number = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        self.owners: dict[Own, Any] = {}
        self.links: dict[Any, Any] = {}
        self.headings: list[int] = []
        self.found: list[str] = []
        self.runs: dict[Own, list[TextRun]] = defaultdict(list)
        for at, page in enumerate(pages):
            for run in page.runs:
                if run.mark is not None:
                    self.runs[at, run.mark].append(run)

    def findings(self) -> list[str]:
        tree = self.pdf.Root.StructTreeRoot
        tops = _kids(tree)
        if [_role(kid) for kid in tops] != ["Document"]:
            self.found.append("the tree does not begin with one Document")
        stack = [(kid, tree) for kid in reversed(tops)]
        seen: set[Any] = set()
        while stack:
            element, parent = stack.pop()
            if element.objgen in seen:
                self.found.append(f"{_role(element)} is reached twice")
                continue
            seen.add(element.objgen)
            self._element(element, parent)
            stack += [(kid, element) for kid in reversed(_elements(element))]
        self._headings()
        self._marks(tree)
        return self.found

    def _element(self, element: Any, parent: Any) -> None:
        role = _role(element)
        if role not in ROLES:
            self.found.append(f"{role} is not a standard role")
        if "/P" not in element or element.P.objgen != parent.objgen:
            self.found.append(f"{role} does not name its parent")
        if role in PARENTS and _role(parent) not in PARENTS[role]:
            self.found.append(f"{role} stands in {_role(parent)}")
        strange = {_role(kid) for kid in _elements(element)} - CHILDREN.get(role, ROLES)
        if strange:
            self.found.append(f"{role} holds {', '.join(sorted(strange))}")
        words = self._content(element, role)
        if re.fullmatch("H[1-6]", role):
            self.headings.append(int(role[1]))
            if not words.strip():
                self.found.append("a heading is empty")
        if role == "Figure":
            self._figure(element)
        elif role == "Table":
            self.found += _table(element)
        elif role == "TH" and _attribute(element, "/Scope") is None:
            self.found.append("a table heading has no scope")

    def _content(self, element: Any, role: str) -> str:
        """Note what belongs to an element and return its words; lines must not join into one word."""
        words, height = "", None
        for kid in _kids(element):
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                self.links[kid.Obj.objgen] = element
            own = self._own(element, kid)
            if own is None:
                continue
            if own in self.owners:
                self.found.append(f"{role}: content is owned twice")
            self.owners[own] = element
            if own[0] < 0 or own[1] not in self.pages[own[0]].marks:
                self.found.append(f"{role} points at content that is not there")
            for run in self.runs.get(own, ()):
                if height not in (None, round(run.y, 1)) and words and words[-1] not in " -–—/" and run.words[0] != " ":
                    self.found.append(f"lines join into one word: {words[-15:]!r} {run.words[:15]!r}")
                words, height = words + run.words, round(run.y, 1)
        if role == "Link" and not any(owner.objgen == element.objgen for owner in self.links.values()):
            self.found.append("a link has no place to click")
        return words

    def _own(self, element: Any, kid: Any) -> Own | None:
        if isinstance(kid, int):
            page = element.get("/Pg")
            return (self.number.get(page.objgen if page is not None else None, -1), kid)
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
            return (self.number.get(kid.get("/Pg", element.get("/Pg")).objgen, -1), int(kid.MCID))
        return None

    def _figure(self, element: Any) -> None:
        if not str(element.get("/Alt", "")).strip():
            self.found.append("a figure has no words")
        if _attribute(element, "/BBox") is None:
            self.found.append("a figure has no box")

    def _headings(self) -> None:
        if not self.headings or self.headings[0] != 1:
            self.found.append("the first heading is not H1")
        for above, below in zip(self.headings, self.headings[1:], strict=False):
            if below > above + 1:
                self.found.append(f"H{below} follows H{above}")

    def _marks(self, tree: Any) -> None:
        """Every mark on a page is in the tree, and the parent tree leads back to the same element."""
        try:
            parents = pikepdf.NumberTree(tree.ParentTree)
        except (AttributeError, KeyError, TypeError, ValueError):
            self.found.append("there is no parent tree")
            return
        for at, (page, facts) in enumerate(zip(self.pdf.pages, self.pages, strict=True)):
            if page.obj.get("/Tabs") != Name.S:
                self.found.append(f"page {at + 1}: the tab order is not that of the tree")
            key = page.obj.get("/StructParents")
            listed = list(parents[int(key)]) if key is not None and int(key) in parents else []
            for mark in facts.marks:
                owner = self.owners.get((at, mark))
                if owner is None:
                    self.found.append(f"page {at + 1}: mark {mark} is not in the tree")
                elif mark >= len(listed) or listed[mark].objgen != owner.objgen:
                    self.found.append(f"page {at + 1}: the parent tree disagrees about mark {mark}")
            for annotation in page.obj.get("/Annots", []):
                self._annotation(annotation, parents)

    def _annotation(self, annotation: Any, parents: Any) -> None:
        owner = self.links.get(annotation.objgen)
        if owner is None or _role(owner) != "Link":
            self.found.append("an annotation is not in the tree as a link")
            return
        if not str(annotation.get("/Contents", "")).strip():
            self.found.append("a link has no words")
        key = annotation.get("/StructParent")
        if key is None or int(key) not in parents or parents[int(key)].objgen != owner.objgen:
            self.found.append("the parent tree disagrees about a link")


def _table(table: Any) -> Iterator[str]:
    """Every row covers the same columns, cells over several rows counted, and there is a heading."""
    bodies = [[kid] if _role(kid) == "TR" else _elements(kid) for kid in _elements(table) if _role(kid) != "Caption"]
    rows = [row for body in bodies for row in body]
    taken: dict[int, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        column = 0
        for cell in _elements(row):
            while column in taken[at]:
                column += 1
            across, down = int(_attribute(cell, "/ColSpan") or 1), int(_attribute(cell, "/RowSpan") or 1)
            for covered in range(at, at + down):
                taken[covered] |= set(range(column, column + across))
    widths = {tuple(sorted(columns)) for columns in taken.values()}
    if len(widths) > 1 or len(taken) != len(rows):
        yield "the rows of a table differ in their columns"
    if not any(_role(cell) == "TH" for row in rows for cell in _elements(row)):
        yield "a table has no headings"


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements(element: Any) -> list[Any]:
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _role(element: Any) -> str:
    return str(element.get("/S", "/"))[1:]


def _attribute(element: Any, key: str) -> Any:
    attributes = element.get("/A")
    listed = [] if attributes is None else list(attributes) if isinstance(attributes, Array) else [attributes]
    return next((entry[key] for entry in listed if isinstance(entry, Dictionary) and key in entry), None)
