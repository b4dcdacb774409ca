"""The bundled fonts cut down to the characters in use, to be carried inside a drawing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from functools import lru_cache
from io import BytesIO

from mkplanner.charts.fonts import font_path
from mkplanner.charts.outputs.svg_shapes import FAMILY, SYMBOLS


def font_rules(faces: Mapping[str, Collection[str]]) -> str:
    """Return a style rule for each face with the characters it has to show; the same characters give the same bytes."""
    return "".join(_rule(face, "".join(sorted(faces[face]))) for face in sorted(faces) if faces[face])


@lru_cache(maxsize=24)
def _rule(face: str, characters: str) -> str:
    family = SYMBOLS if face.startswith("symbols") else FAMILY
    weight = 700 if "bold" in face else 400
    style = "italic" if "italic" in face else "normal"
    data = b64encode(_subset(face, characters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


def _subset(face: str, characters: str) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["FFTM"]
    font = TTFont(font_path(face), recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
