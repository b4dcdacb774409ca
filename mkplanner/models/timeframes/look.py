"""Small questions that the rules of the grammar ask of the tokens at a place."""

from __future__ import annotations

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.tokens import Sort, Token


def skip(tokens: list[Token], at: int, *texts: str) -> int:
    """The place after the token if it is one of these words or marks, else the place itself."""
    return at + 1 if tokens[at].text in texts and tokens[at].sort is not Sort.END else at


def number_at(tokens: list[Token], at: int, least: int, most: int) -> int | None:
    """A number of one or two digits within bounds, or None."""
    token = tokens[at]
    if token.sort is Sort.NUMBER and token.digits <= 2 and least <= token.value <= most:
        return token.value
    return None


def said_at(tokens: list[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether these words stand here, one after the other."""
    return tokens[at].text == phrase[0] and all(
        tokens[i].text == word for i, word in enumerate(phrase, start=at) if i < len(tokens)
    )


def is_counted(tokens: list[Token], at: int) -> bool:
    """Whether the next token makes the number before it something else: another date's day, or a quantity."""
    token = tokens[at]
    if token.sort is Sort.MONTH or token.text in words.UNITS or token.text == ":":
        return True
    return token.text in ("/", "-") and tokens[at + 1].sort is Sort.NUMBER and token.glued and tokens[at + 1].glued
