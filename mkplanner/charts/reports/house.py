"""The look of a council's papers: its colour, its letters and its logo, as the plan keeps them; handsome without any.

A plan keeps "look/colour" (a key of `COLOURS` or "#RRGGBB"), "look/letters" (a key of `TYPEFACES`) and "look/logo" (a
picture as base64 text, with words for those who cannot see it).
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from typing import Any

from mkplanner.charts.fonts import TYPEFACES, dressed
from mkplanner.charts.palette import PAPER, Palette, contrast
from mkplanner.charts.shapes import Document, Text
from mkplanner.models.plan import Plan
from mkplanner.records import frozen

COLOUR, LETTERS, LOGO = "look/colour", "look/letters", "look/logo"
LARGEST = 250_000
"""Bytes that a logo may have; it travels in every copy of the plan."""
READABLE = 4.5
"""The least contrast of a house colour against white (WCAG 2, success criterion 1.4.3)."""
COLOURS: dict[str, tuple[str, str]] = {
    "petrol": ("Petrol", PAPER["mark"]),
    "navy": ("Navy", "#1F3A7A"),
    "green": ("Forest green", "#1E5E3A"),
    "plum": ("Plum", "#6A2459"),
    "burgundy": ("Burgundy", "#7A1F2E"),
    "slate": ("Slate", "#37474F"),
}
"""House colours by key: their words and hexes."""
_USUAL = "petrol"
_TINT = 0.3
"""How much of the house colour is in the light part of bars."""
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@frozen
class Logo:
    """A picture (PNG or JPEG), its size in dots, and the words that stand for it."""

    data: bytes
    width: int
    height: int
    alt: str = ""

    def record(self) -> dict[str, Any]:
        """Return the logo as a plan keeps it."""
        data = b64encode(self.data).decode("ascii")
        return {"data": data, "width": self.width, "height": self.height, "alt": self.alt}


@frozen
class House:
    """How the papers of one plan look."""

    colour: str = PAPER["mark"]
    letters: str = next(iter(TYPEFACES))
    logo: Logo | None = None

    @classmethod
    def of(cls, plan: Plan) -> House:
        """Return the look that a plan keeps; what is damaged or cannot be read well is left out."""
        wanted = str(plan.setting(COLOUR, _USUAL))
        colour = COLOURS[wanted][1] if wanted in COLOURS else wanted
        letters = str(plan.setting(LETTERS, ""))
        return cls(
            colour.upper() if is_readable(colour) else PAPER["mark"],
            letters if letters in TYPEFACES else next(iter(TYPEFACES)),
            _logo(plan.setting(LOGO)),
        )

    @property
    def palette(self) -> Palette:
        """The colours of paper with the house colour in the place of ours."""
        if self.colour == PAPER["mark"]:
            return PAPER
        tint = mixed(self.colour, "#FFFFFF", _TINT)
        own = dict.fromkeys(("accent", "mark", "link", "focus", "selection_bar"), self.colour)
        return PAPER.with_colours(f"paper {self.colour}", **own, mark_fill=tint)

    def dress(self, document: Document) -> Document:
        """Have a document drawn in the colours and letters of the house."""
        document.palette = self.palette
        if TYPEFACES[self.letters][1]:
            for page in document.pages:
                for part in page.content:
                    part.shapes = [
                        replace(shape, face=dressed(shape.face)) if isinstance(shape, Text) else shape
                        for shape in part.shapes
                    ]
        return document


def is_readable(colour: str) -> bool:
    """Whether a colour is one, and dark enough to stand on white."""
    return bool(_HEX.fullmatch(colour)) and contrast(colour, "#FFFFFF") >= READABLE


def mixed(colour: str, other: str, share: float) -> str:
    """Return two colours mixed, `share` being how much of the first there is."""
    parts = zip(*([int(code[at : at + 2], 16) for at in (1, 3, 5)] for code in (colour, other)), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in parts)


def _logo(record: object) -> Logo | None:
    if not isinstance(record, dict):
        return None
    try:
        data = b64decode(str(record["data"]), validate=True)
        width, height = int(record["width"]), int(record["height"])
    except (KeyError, ValueError, TypeError):
        return None
    is_picture = data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff"))
    if not is_picture or len(data) > LARGEST or not (0 < width <= 4000 and 0 < height <= 4000):
        return None
    return Logo(data, width, height, str(record.get("alt", "")))
