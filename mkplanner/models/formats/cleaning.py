"""Tidying of text that has been through a browser, a PDF or a word processor, without losing a word of it."""

from __future__ import annotations

import re

from mkplanner.records import frozen

_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00]")
_TAGS = "p|ul|ol|li|br|b|i|u|em|strong|div|span|table|tbody|thead|tr|td|th|h[1-6]|a|sup|sub|font"
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]{{0,300}}>", re.I)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " ", "apos": "'", "ndash": "–", "mdash": "—"}
_ENTITY = re.compile(rf"&({'|'.join(_ENTITIES)});")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,200}?)(?<=\S)\1")
BULLETS = "•·▪◦‣●■□◼∙\uf0b7"
"""Signs that stand before the entries of a list."""


@frozen
class Line:
    """One line of a source text; `number` counts from 1."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see: blanks and no-break spaces are nothing."""
        return not self.text.strip()


def clean(text: str) -> str:
    """Return the text without invisible signs and lone surrogates, each of its line ends a plain one."""
    plain = _INVISIBLE.sub("", text).encode("utf-8", "replace").decode("utf-8")
    return _LINE_ENDS.sub("\n", plain)


def lines_of(text: str) -> list[Line]:
    """Cut a text into lines at every kind of line end, form feeds too."""
    return [Line(number, line) for number, line in enumerate(clean(text).split("\n"), start=1)]


def one_line(text: str) -> str:
    """Return the text as one line with single blanks; no-break spaces and line ends count as blanks."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """Return the text with its lines kept, single blanks inside them, at most one empty line between, none at the ends."""
    lines = [one_line(line) for line in text.split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n")


def close_up(text: str) -> str:
    """Return tidy text without its empty lines."""
    return "\n".join(line for line in tidy(text).split("\n") if line)


def without_markup(text: str) -> str:
    """Return the text without HTML tags and entities; words stay apart where a tag stood between them."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]], text) if "&" in text else text


def without_emphasis(text: str) -> str:
    """Return the text without the asterisks that mark italics and bold in plain text."""
    return _EMPHASIS.sub(r"\2", text)


def list_entries(text: str) -> list[str]:
    """Cut a cell into the texts of its paragraphs and list entries, markup and bullets gone, order kept."""
    if "<" in text:
        text = _TAG.sub("\u0001", text)
    pieces = re.split(rf"[\u0001{BULLETS}]", _ENTITY.sub(lambda found: _ENTITIES[found[1]], text))
    return [tidy(piece) for piece in pieces if piece.strip()]


def has_list(text: str) -> bool:
    """Whether a cell holds markup or bullets, so that `list_entries` would cut it."""
    return bool(_TAG.search(text)) or any(sign in text for sign in BULLETS)
