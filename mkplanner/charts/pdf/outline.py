"""Bookmarks to the outline beside the pages of a PDF, each leading to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkplanner.charts.pdf.file import PdfFile, number, text
from mkplanner.charts.pdf.structure import PageSlot
from mkplanner.charts.shapes import Bookmark, Page


@dataclass
class _Entry:
    made: int
    words: str = ""
    goes_to: str = ""
    inside: list[_Entry] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.inside) + sum(entry.count for entry in self.inside)


def write_outline(file: PdfFile, pages: Sequence[Page], slots: Sequence[PageSlot]) -> int | None:
    """Put the outline into a file and return the number of its object; None where there are no bookmarks."""
    marks = [(slot, mark) for page, slot in zip(pages, slots, strict=True) for mark in page.bookmarks]
    if not marks:
        return None
    root = _Entry(file.reserve())
    above = [root]
    for slot, mark in marks:
        del above[min(mark.level, len(above) - 1) + 1 :]
        entry = _entry(file, slot, mark)
        above[-1].inside.append(entry)
        above.append(entry)
    inside = root.inside
    file.put(root.made, f"<</Type/Outlines/First {inside[0].made} 0 R/Last {inside[-1].made} 0 R/Count {root.count}>>")
    _write(file, root)
    return root.made


def _entry(file: PdfFile, slot: PageSlot, mark: Bookmark) -> _Entry:
    where = f"[{slot.number} 0 R/XYZ 0 {number(slot.height - mark.y)} 0]"
    return _Entry(file.reserve(), " ".join(mark.words.split()), where)


def _write(file: PdfFile, parent: _Entry) -> None:
    entries = parent.inside
    for at, entry in enumerate(entries):
        ways = f"/Parent {parent.made} 0 R"
        ways += f"/Prev {entries[at - 1].made} 0 R" if at else ""
        ways += f"/Next {entries[at + 1].made} 0 R" if at + 1 < len(entries) else ""
        if entry.inside:
            first, last = entry.inside[0].made, entry.inside[-1].made
            ways += f"/First {first} 0 R/Last {last} 0 R/Count {entry.count}"
        file.put(entry.made, f"<</Title {text(entry.words)}/Dest{entry.goes_to}{ways}>>")
        _write(file, entry)
