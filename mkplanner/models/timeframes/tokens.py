"""A cell's text cut into the small pieces that the rules of the grammar look at: numbers, months, words and marks.

Every token knows where it stood in the text, so labels and offsets are those of the author's own words. Damage is met
here and not by rewriting the text: odd spaces and dashes, detached ordinals ("11 th"), words glued to a date.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from mkplanner.models.timeframes import words

# A date cell holds a line or two. What comes after so many pieces is prose, and reading on would only cost time.
MOST_TOKENS = 300
# Rules may look a few tokens ahead without asking whether there are any.
_PADDING = 8
_DASHES = dict.fromkeys("-‐‑‒–—―−", "-")
_QUOTES = dict.fromkeys("'’‘`´", "'")
_ARROWS = dict.fromkeys("→⇒➔➜", "-")
_MARKS = {**_DASHES, **_ARROWS, **_QUOTES, "…": "."}


class Sort(Enum):
    """What a token is, as far as one piece of text alone can tell."""

    NUMBER = 1
    DATE = 2
    MONTH = 3
    WEEKDAY = 4
    SEASON = 5
    WORD = 6
    MARK = 7
    OTHER = 8
    END = 9


class Token(NamedTuple):
    """One piece: `text` is its lower-case, mended form; `value` a month's, season's or plain number's value.

    `glued` says that no space stood before it, `fresh` that it begins a line. A number's `ordinal` is true for "11th";
    `digits` counts how many were written; a word's `title` says that it began with a capital, `capital` that it has no
    small letter. `parts` is the (year, month, day) of a numeric date, not yet checked.
    """

    sort: Sort
    text: str
    start: int
    end: int
    value: int = 0
    glued: bool = False
    fresh: bool = False
    ordinal: bool = False
    digits: int = 0
    capital: bool = False
    title: bool = False
    parts: tuple[int, int, int] = (0, 0, 0)


_TOKEN = re.compile(
    r"""
    (?P<space> [\s\u200b\u2060\ufeff\u00ad]+ )
  | (?P<date> (?<![0-9])(?<![0-9][./])
        (?: [0-9]{4} (?P<sep>[./-]) [0-9]{1,2} (?P=sep) [0-9]{1,2}
          | [0-9]{1,2} \s? [./] \s? [0-9]{1,2} \s? [./] \s? (?: [0-9]{4} | [0-9]{2} )
          | [0-9]{1,2} [-‐‑–] [0-9]{1,2} [-‐‑–] (?: [0-9]{4} | [0-9]{2} ) )
        (?! [0-9] | [./][0-9] ) )
  | (?P<quantity> [£$€]\s?[0-9][0-9.,]* (?: [kKmM] \b )?
        | [0-9]{1,6} (?: [.,][0-9]{1,3} )? \s? %
        | [0-9]{1,3} (?: ,[0-9]{3} )+ (?![0-9])
        | [0-9]{1,2} (?: [.:][0-9]{2} )? \s? (?i: [ap]\.?m\b\.? | noon\b | hrs\b )
        | [0-9]{1,2} : [0-9]{2} (?![0-9]) )
  | (?P<number> [0-9]+ ) (?P<ordinal> [\s]{0,2} (?i: st|nd|rd|th|t\ h ) (?![^\W\d_]) | (?: st|nd|rd|th ) (?=[A-Z]) )?
  | (?P<short> (?<![^\W_]) (?: (?i: w\s?/\s?(?:[cbke]|comm) \b | w\.e\.f\.? | w\.\s?[cbe]\.? | wc\b | n\s?/\s?a\b
        | t\.b\.[ca]\.? | p\.a\.? | f\s?[/.]\s?y\b\.? | on\s?[-‐‑–]\s?going\b | on\ going\b
        | bi\s?[-‐‑–]?\s?(?:annual(?:ly)?|monthly|weekly)\b
        | half\s?[-‐‑–]?\s?yearly\b | under[-‐‑–]way\b ) ) )
  | (?P<word> [^\W\d_]+ (?: ['’] [^\W\d_]+ )* )
  | (?P<mark> [-‐‑‒–—―−]+ >? | \.+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029\x85]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"[0-9]+")
_SQUEEZE = re.compile(r"[\s‐‑–-]+")
_SHORTS = {
    "w/c": "w/c",
    "w/b": "w/c",
    "w/k": "w/c",
    "w/comm": "w/c",
    "w.c": "w/c",
    "w.b": "w/c",
    "wc": "w/c",
    "w/e": "w/e",
    "w.e": "w/e",
    "n/a": "n/a",
    "t.b.c": "tbc",
    "t.b.a": "tbc",
    "p.a": "p.a.",
    "w.e.f": "wef",
    "f/y": "fy",
    "f.y": "fy",
    "underway": "underway",
    "halfyearly": "half-yearly",
}
# Words a bare number may be glued to without becoming part of a code such as "RES01".
_NUMBERED = frozenset(
    {"q", "qtr", "quarter", "h", "fy", "by", "in", "to", "from", "on", "year", "yr", "until", "and", "end", "of"}
)


# Words that a date's next word may be glued to ("ByEnd of June").
_GLUED = frozenset({"by", "from", "until", "during"})


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order, without its spaces, closed by END tokens; at most `MOST_TOKENS` of them."""
    tokens: list[Token] = []
    glued, fresh = False, True
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "space":
            glued = False
            fresh = fresh or _LINE_BREAK.search(match.group()) is not None
            continue
        if len(tokens) >= MOST_TOKENS:
            break
        _MAKERS[match.lastgroup or "mark"](tokens, match, glued, fresh)
        glued, fresh = True, False
    tokens.extend([Token(Sort.END, "", len(text), len(text), fresh=True)] * _PADDING)
    return tokens


def is_cut_short(tokens: list[Token]) -> bool:
    """Whether the text went on after the last token that was read."""
    return len(tokens) >= MOST_TOKENS + _PADDING


def _add_date(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    written = match.group()
    first, second, third = _DIGITS.findall(written)
    if len(first) == 4:
        parts = (int(first), int(second), int(third))
    else:
        parts = (int(third) + (2000 if len(third) == 2 else 0), int(second), int(first))
    tokens.append(Token(Sort.DATE, written, match.start(), match.end(), glued=glued, fresh=fresh, parts=parts))


def _add_other(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    tokens.append(Token(Sort.OTHER, match.group(), match.start(), match.end(), glued=glued, fresh=fresh))


def _add_number(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    digits = match.group("number")
    if len(digits) > 5 or (glued and tokens and _opens_code(tokens[-1])):
        _add_other(tokens, match, glued, fresh)
        return
    ordinal = match.group("ordinal") is not None
    token = Token(Sort.NUMBER, digits, match.start(), match.end(), int(digits), glued, fresh, ordinal, len(digits))
    tokens.append(token)


def _opens_code(before: Token) -> bool:
    """Whether a number glued to this word belongs to a code ("BS25999") and is no date."""
    return (
        before.sort is Sort.WORD and before.text not in _NUMBERED and (before.capital or before.end - before.start < 4)
    )


def _add_short(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    squeezed = _SQUEEZE.sub("", match.group().lower()).rstrip(".")
    text = _SHORTS.get(squeezed, squeezed)
    tokens.append(Token(Sort.WORD, text, match.start(), match.end(), glued=glued, fresh=fresh))


def _add_word(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    written = match.group()
    if not glued and not fresh and _is_torn_month(tokens[-1], match):
        written, start = tokens[-1].text + written, tokens[-1].start
        tokens[-1] = _word(written, start, tokens[-1].glued, tokens[-1].fresh)._replace(end=match.end())
        return
    split = _CAMEL.search(written)
    if split and (written[split.start() :].lower() in words.MONTHS or written[: split.start()].lower() in _GLUED):
        middle = match.start() + split.start()
        tokens.append(_word(written[: split.start()], match.start(), glued, fresh))
        tokens.append(_word(written[split.start() :], middle, True, False))
        return
    tokens.append(_word(written, match.start(), glued, fresh))


def _word(written: str, start: int, glued: bool, fresh: bool) -> Token:
    end = start + len(written)
    text = written.lower()
    found = _LOOKUP.get(text)
    if found is None:
        text = words.mended(text)
        found = _LOOKUP.get(text, (Sort.WORD, 0))
    capital = len(written) > 1 and written.isupper()
    return Token(found[0], text, start, end, found[1], glued, fresh, capital=capital, title=written[0].isupper())


def _is_torn_month(before: Token, match: re.Match[str]) -> bool:
    """Whether a word is the rest of a month's name that a space tore apart ("Sep tember")."""
    if before.end + 1 != match.start() or before.sort not in (Sort.WORD, Sort.MONTH):
        return False
    rest = match.group()
    return rest.islower() and len(rest) < 8 and before.text + rest in _LONG_MONTHS


def _add_mark(tokens: list[Token], match: re.Match[str], glued: bool, fresh: bool) -> None:
    char = match.group()[0]
    tokens.append(Token(Sort.MARK, _MARKS.get(char, char), match.start(), match.end(), glued=glued, fresh=fresh))


_LOOKUP: dict[str, tuple[Sort, int]] = {
    **{word: (Sort.WORD, number) for word, number in words.NUMBER_WORDS.items()},
    **{word: (Sort.MONTH, number) for word, number in words.MONTHS.items()},
    **{word: (Sort.WEEKDAY, number) for word, number in words.WEEKDAYS.items()},
    **{word: (Sort.SEASON, number) for word, number in words.SEASONS.items()},
}
_LONG_MONTHS = frozenset(name.lower() for name in words.MONTH_NAMES)
_MAKERS = {
    "date": _add_date,
    "quantity": _add_other,
    "number": _add_number,
    "ordinal": _add_number,
    "short": _add_short,
    "word": _add_word,
    "mark": _add_mark,
}
