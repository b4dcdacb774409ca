"""Order keys: short texts between which there is always room for another, so that moving one row touches one row.

A key is a fraction in base 62, written without its leading "0.", compared byte by byte (0-9, A-Z, a-z); it never ends in
"0", or there would be no room below it.
"""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(DIGITS)


def key_between(low: str, high: str) -> str:
    """Return a key after `low` and before `high`; an empty text means no neighbour on that side.

    Equal neighbours (two people added at the same place) get a key just after both.
    """
    if high and low >= high:
        high = ""
    key: list[str] = []
    index = 0
    while True:
        below = DIGITS.index(low[index]) if index < len(low) else 0
        above = DIGITS.index(high[index]) if high and index < len(high) else _BASE
        if above - below > 1:
            key.append(DIGITS[_middle(below, above, appending=bool(low) and not high)])
            return "".join(key)
        key.append(DIGITS[below])
        if high and above > below:
            high = ""
        index += 1


def _middle(below: int, above: int, *, appending: bool) -> int:
    """Halve the room between neighbours, but take small steps at the end of a list, where most rows are added."""
    return below + 1 if appending else (below + above) // 2


def keys_after(low: str, count: int) -> Iterator[str]:
    """Yield `count` keys one after another behind `low`, all of about the same small length."""
    width = 1
    while _BASE**width < count * 2 + 2:
        width += 1
    step = _BASE**width // (count + 1)
    for number in range(1, count + 1):
        yield low + _spell(number * step, width)


def _spell(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(DIGITS[digit])
    text = "".join(reversed(digits))
    return text if text[-1] != "0" else text[:-1] + "1"
