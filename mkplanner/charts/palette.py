"""The colours of screen and paper, by what they are for; four sets, each measured for contrast.

A shape names a token ("mark", "text2"); the palette of the day turns it into "#RRGGBB". Colour never tells anything
alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STATUS_LETTERS = ("G", "A", "R", "C", "N", "S")
"""The six meanings of a status: on track, at risk, late, complete, not started, suspended."""


class Palette:
    """One set of colours: `palette["mark"]` is "#RRGGBB", and a colour given as "#RRGGBB" passes through.

    Palettes never change and are compared by identity, so pens and brushes may be kept for each. An unknown token
    raises KeyError: a slip of ours, never of the user's.
    """

    __slots__ = ("colours", "name")

    def __init__(self, name: str, colours: Mapping[str, str]) -> None:
        self.name = name
        self.colours = MappingProxyType(dict(colours))

    def __getitem__(self, token: str) -> str:
        return token if token.startswith("#") else self.colours[token]

    def __repr__(self) -> str:
        return f"Palette({self.name!r})"

    def with_colours(self, name: str, **colours: str) -> Palette:
        """The same palette with some colours replaced, as when Windows says what its high contrast looks like."""
        return Palette(name, {**self.colours, **colours})

    def in_grey(self) -> Palette:
        """The same palette without hues: every colour a grey exactly as bright, so that all contrasts stay."""
        return Palette(f"{self.name} in grey", {token: _grey(code) for token, code in self.colours.items()})


def luminance(colour: str) -> float:
    """How bright an "#RRGGBB" colour is to the eye, from 0 (black) to 1 (white), by the WCAG 2 formula."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast of two "#RRGGBB" colours: 1 for the same, 21 for black on white."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + 0.05) / (darker + 0.05)


def _grey(colour: str) -> str:
    bright = luminance(colour)
    part = 12.92 * bright if bright <= 0.0031308 else 1.055 * bright ** (1 / 2.4) - 0.055
    return f"#{round(part * 255):02X}" + f"{round(part * 255):02X}" * 2


def _named(colours: str) -> dict[str, str]:
    """Tokens and hexes written as "token RRGGBB token RRGGBB …"."""
    words = colours.split()
    return {token: f"#{code}" for token, code in zip(words[::2], words[1::2], strict=True)}


def _status(rows: str) -> dict[str, str]:
    """One line for each status: its letter, then fill of the shape, letter on it, edge, tint and words on the tint."""
    parts = ("fill", "letter", "edge", "tint", "word")
    split = [line.split() for line in rows.strip().splitlines()]
    return {f"status_{row[0]}_{part}": f"#{code}" for row in split for part, code in zip(parts, row[1:], strict=True)}


_LIGHT = _named("""
    window F2F5F6  base FFFFFF  raised FFFFFF  header F2F5F6  theme_row E9EFF2  theme_rule E9EFF2
    text 18222A  text2 47545E  text3 55626C  disabled 7F8B94
    grid DCE2E6  grid2 B9C3CA  edge 6F7D88  year_line 6F7D88
    accent 13567C  accent_text FFFFFF  focus 13567C  link 13567C
    selection D5E7F2  selection_bar 13567C  selection_frame D5E7F2  hover EAF1F5
    mark 13567C  mark_fill A9CBE0  mark_text FFFFFF  ghost 6B7882  arrow 4C5963  broken B4231A
    error B4231A  warning 8F5A00  today 7A2868  today_text FFFFFF
    tint_info E6F0F6  tint_warn FDF3DC  tint_error FBE7E5  tint_ok E3F2E8  tint_edge B9C3CA
    found FFE08A  found_line 8F5A00
""") | _status("""
    G 1A7440 FFFFFF 1A7440 E3F2E8 12522D
    A F3B233 2B1D00 8F5A00 FCF1D9 6B4300
    R B4231A FFFFFF B4231A FBE7E5 8C1A13
    C 1F5FA6 FFFFFF 1F5FA6 E4EDF8 17497F
    N FFFFFF 3F4A53 55626C F0F3F5 3F4A53
    S FFFFFF 3F4A53 55626C F0F3F5 3F4A53
""")

_DARK = _named("""
    window 1C2227  base 14191D  raised 232B31  header 1C2227  theme_row 222A30  theme_rule 222A30
    text E8EDF0  text2 B9C4CB  text3 A3B0B8  disabled 66737D
    grid 2B343A  grid2 434F58  edge 84919B  year_line 84919B
    accent 6FB7E0  accent_text 0B161D  focus 8FD0F5  link 7FC1E8
    selection 1E4055  selection_bar 6FB7E0  selection_frame 1E4055  hover 222E35
    mark 7FC1E8  mark_fill 2B5F7F  mark_text 14191D  ghost 8E9BA5  arrow A9B5BD  broken FF8A80
    error FF8A80  warning F8D078  today E59AD3  today_text 14191D
    tint_info 1B2E3A  tint_warn 3A2E12  tint_error 40201E  tint_ok 1A3325  tint_edge 434F58
    found 524010  found_line F8D078
""") | _status("""
    G 5FCB8B 06210F 5FCB8B 1A3325 9FE3BA
    A F3B233 2B1D00 F3B233 3A2E12 F8D078
    R FF8A80 2D0502 FF8A80 40201E FFB9B3
    C 86B8F2 07192E 86B8F2 1B2E44 B5D4F8
    N 14191D D3DBE0 A3B0B8 232B31 D3DBE0
    S 14191D D3DBE0 A3B0B8 232B31 D3DBE0
""")

_CONTRAST = _named("""
    window 000000  base 000000  raised 000000  header 000000  theme_row 000000  theme_rule FFFFFF
    text FFFFFF  text2 FFFFFF  text3 FFFFFF  disabled 3FF23F
    grid 5A5A5A  grid2 8C8C8C  edge FFFFFF  year_line FFFFFF
    accent FFFFFF  accent_text 000000  focus FFFF00  link 7DF9FF
    selection 00334D  selection_bar 1AEBFF  selection_frame 1AEBFF  hover 1F1F1F
    mark FFFFFF  mark_fill 000000  mark_text 000000  ghost FFFFFF  arrow FFFFFF  broken FFFF00
    error FFFF00  warning FFFF00  today 1AEBFF  today_text 000000
    tint_info 000000  tint_warn 000000  tint_error 000000  tint_ok 000000  tint_edge FFFFFF
    found 000000  found_line FFFF00
""") | _status("""
    G FFFFFF 000000 FFFFFF 000000 FFFFFF
    A FFFFFF 000000 FFFFFF 000000 FFFFFF
    R FFFFFF 000000 FFFFFF 000000 FFFFFF
    C FFFFFF 000000 FFFFFF 000000 FFFFFF
    N 000000 FFFFFF FFFFFF 000000 FFFFFF
    S 000000 FFFFFF FFFFFF 000000 FFFFFF
""")

LIGHT = Palette("light", _LIGHT)
DARK = Palette("dark", _DARK)
CONTRAST = Palette("contrast", _CONTRAST)
PAPER = LIGHT.with_colours(
    "paper",
    window="#FFFFFF",
    text="#000000",
    text2="#333B41",
    text3="#4A555D",
    header="#E9EFF2",
    theme_row="#E4EAED",
    theme_rule="#E4EAED",
    mark_fill="#B9D3E3",
)
