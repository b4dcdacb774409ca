"""Rules that read how often something repeats: "quarterly", "every three years", "3 monthly", "1st Monday of the month"."""

from __future__ import annotations

from typing import NamedTuple

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.look import skip
from mkplanner.models.timeframes.timeframe import Recurrence
from mkplanner.models.timeframes.tokens import Sort, Token
from mkplanner.models.timeframes.words import MONTH, QUARTER, WEEK, WEEKDAY_NAMES, YEAR

_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_PER = frozenset({"a", "per", "each", "every", "an"})
_OFTEN = {1: "", 2: "twice", 3: "three times", 4: "four times"}
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}
_YEAR_NAMES = frozenset({"financial", "municipal", "academic", "school", "calendar", "civic"})
_GATHERINGS = frozenset({"meeting", "meetings", "board", "committee", "cycle"})


class Repeat(NamedTuple):
    """How often, with the words that may only be an adjective ("annual report") told from those that are not."""

    recurrence: Recurrence
    adjective: bool = False
    unsure: bool = False


def read_repeat(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """A recurrence, if one begins here."""
    token = tokens[at]
    if token.sort is Sort.NUMBER or token.text in words.NUMBER_WORDS or token.text in words.ORDINAL_WORDS:
        return _counted(tokens, at) or _times_a(tokens, at) or _ordinal_weekday(tokens, at)
    if token.sort in (Sort.WORD, Sort.WEEKDAY):
        rule = _RULES.get(token.text)
        return rule(tokens, at) if rule else None
    return None


def frequency_of(count: int, unit: str) -> str:
    """The name of a step: "quarterly" for three months, "every 4 years"."""
    if count == 1:
        return words.EVERY_UNIT.get(unit, f"every {unit}")
    return words.NAMED_STEPS.get((count, unit), f"every {count} {unit}s")


def _adverb(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "quarterly", "annual", "on a quarterly basis", "monthly on the first Tuesday"."""
    text = tokens[at].text
    after = skip(tokens, at + 1, "basis")
    day = _day_after(tokens, after)
    recurrence = Recurrence(words.FREQUENCIES[text], day=day[0] if day else None)
    return Repeat(recurrence, adjective=text.endswith(("al", "ly")) and not day), day[1] if day else after


def _day_after(tokens: list[Token], at: int) -> tuple[str, int] | None:
    after = skip(tokens, skip(tokens, skip(tokens, at, "(", ","), "on"), "the")
    if tokens[after].text in words.WEEKDAY_PLURALS:
        return WEEKDAY_NAMES[words.WEEKDAY_PLURALS[tokens[after].text]], after + 1
    if tokens[after].sort is Sort.WEEKDAY and after > at:
        return WEEKDAY_NAMES[tokens[after].value], skip(tokens, after + 1, ")")
    token = tokens[after]
    if tokens[after - 1].text == "the" and token.ordinal and tokens[after + 1].sort in (Sort.END, Sort.MARK):
        return str(token.value), after + 1
    found = _ordinal_weekday(tokens, after, of_month=True) if after > at else None
    return (found[0].recurrence.day or "", skip(tokens, found[1], ")")) if found else None


def _every(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "every three years", "each term", "every April", "every other week", "every second Thursday", "each meeting"."""
    after, count, unsure = at + 1, 1, False
    token = tokens[after]
    if token.text == "other":
        after, count = after + 1, 2
    elif token.sort is Sort.NUMBER and token.digits <= 2 and token.value:
        after, count = after + 1, token.value
        unsure = tokens[after].text in ("-", "to") and tokens[after + 1].sort is Sort.NUMBER
        after += 2 if unsure else 0
    elif token.text in words.NUMBER_WORDS or words.ORDINAL_WORDS.get(token.text, 0) > 1:
        after, count = after + 1, words.NUMBER_WORDS.get(token.text) or words.ORDINAL_WORDS[token.text]
    unit = tokens[after]
    if unit.text == "half" and tokens[skip(tokens, after + 1, "-")].text in ("term", "year"):
        end = skip(tokens, after + 1, "-") + 1
        return Repeat(Recurrence("half-yearly" if tokens[end - 1].text == "year" else "every half term")), end
    if unit.text in _YEAR_NAMES and tokens[after + 1].text in ("year", "years"):
        return Repeat(Recurrence(frequency_of(count, YEAR))), after + 2
    if unit.text in words.UNITS:
        return Repeat(Recurrence(frequency_of(count, words.UNITS[unit.text])), unsure=unsure), after + 1
    if unit.sort is Sort.MONTH:
        return Repeat(Recurrence(frequency_of(count, YEAR), (unit.value,))), after + 1
    if unit.sort is Sort.SEASON:
        end = skip(tokens, after + 1, "term")
        season = " ".join(token.text for token in tokens[after:end])
        return Repeat(Recurrence(f"every {season}" if count == 1 else frequency_of(count, YEAR))), end
    if unit.sort is Sort.WEEKDAY and count > 2:
        return Repeat(
            Recurrence("monthly", day=f"{_ORDINALS.get(count, count)} {WEEKDAY_NAMES[unit.value]}")
        ), after + 1
    if unit.sort is Sort.WEEKDAY:
        return Repeat(Recurrence(frequency_of(count, WEEK), day=WEEKDAY_NAMES[unit.value])), after + 1
    if unit.text in _GATHERINGS:
        end = skip(tokens, after + 1, "meeting", "meetings")
        return Repeat(Recurrence(f"every {tokens[end - 1].text}".removesuffix("s")), adjective=True), end
    return None


def _alternate(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "Alternate months", "alternate Tuesdays"."""
    token = tokens[at + 1]
    if token.text in words.WEEKDAY_PLURALS:
        day = WEEKDAY_NAMES[words.WEEKDAY_PLURALS[token.text]]
        return Repeat(Recurrence(frequency_of(2, WEEK), day=day)), at + 2
    unit = words.UNITS.get(token.text)
    return (Repeat(Recurrence(frequency_of(2, unit))), at + 2) if unit else None


def _counted(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "3 monthly" is every three months, "4 yearly" every four years; "six-monthly"."""
    count = tokens[at].value or words.NUMBER_WORDS.get(tokens[at].text, 0)
    after = skip(tokens, at + 1, "-")
    unit = words.ADVERB_UNITS.get(tokens[after].text)
    if unit is None or not 0 < count < 100 or tokens[at].ordinal:
        return None
    return Repeat(Recurrence(frequency_of(count, unit)), adjective=True), skip(tokens, after + 1, "basis")


def _times_a(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "twice a year", "three times per term", "once every two years"."""
    count = _TIMES.get(tokens[at].text, tokens[at].value)
    after = at + 1 if tokens[at].text in _TIMES else skip(tokens, at + 1, "times", "x")
    if not 0 < count < 53 or (after == at + 1 and tokens[at].text not in _TIMES):
        return None
    if tokens[after].text in ("yearly", "annually", "monthly", "weekly"):
        return Repeat(Recurrence(_times_per(count, words.ADVERB_UNITS.get(tokens[after].text, YEAR)))), after + 1
    if count == 1 and tokens[after].text in ("every", "each"):
        return _every(tokens, after)
    if tokens[after].text not in _PER or tokens[after + 1].text not in words.UNITS:
        return None
    return Repeat(Recurrence(_times_per(count, words.UNITS[tokens[after + 1].text]))), after + 2


def _times_per(count: int, unit: str) -> str:
    if count == 1:
        return frequency_of(1, unit)
    if unit == YEAR and count in (2, 4, 12):
        return {2: "half-yearly", 4: "quarterly", 12: "monthly"}[count]
    return f"{_OFTEN.get(count, f'{count} times')} a {unit}"


def _ordinal_weekday(tokens: list[Token], at: int, *, of_month: bool = False) -> tuple[Repeat, int] | None:
    """ "1st (non holiday) Monday of the month", "last Friday of each quarter", "15th of each month".

    After "monthly", the words "of the month" may be missing (`of_month`).
    """
    order = tokens[at].value if tokens[at].ordinal else words.ORDINAL_WORDS.get(tokens[at].text, 0)
    if not order:
        return None
    after = _skip_bracket(tokens, at + 1)
    if tokens[after].text == "working" and tokens[after + 1].text == "day":
        after += 1
    token = tokens[after]
    weekday = token.sort is Sort.WEEKDAY or token.text in words.WEEKDAY_PLURALS
    if not weekday and token.text not in ("day", "of"):
        return None
    of = after if token.text == "of" else after + 1
    period = skip(tokens, skip(tokens, of, "of", "in"), "the", "each", "every", "a")
    unit = words.UNITS.get(tokens[period].text)
    if of_month and weekday and unit is None:
        unit, period = MONTH, of - 1
    elif unit in (None, "day") or (unit == WEEK and weekday) or period == of:
        return None
    if not weekday:
        day = "end" if order < 0 else str(order)
    else:
        name = token.value if token.sort is Sort.WEEKDAY else words.WEEKDAY_PLURALS[token.text]
        day = f"{_ORDINALS.get(order, order)} {WEEKDAY_NAMES[name]}"
    return Repeat(Recurrence(frequency_of(1, unit or MONTH), day=day)), period + 1


def _skip_bracket(tokens: list[Token], at: int) -> int:
    if tokens[at].text != "(":
        return at
    for end in range(at + 1, min(at + 6, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return at


def _end_of_each(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "end of each month", "end of every quarter"."""
    after = skip(tokens, at + 1, "of")
    if tokens[after].text not in ("each", "every"):
        return None
    unit = words.UNITS.get(tokens[after + 1].text)
    if tokens[after + 1].text == "financial" and tokens[after + 2].text == "year":
        return Repeat(Recurrence("annual", (3,), "end")), after + 3
    return (Repeat(Recurrence(frequency_of(1, unit), day="end")), after + 2) if unit else None


def _per(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    unit = words.UNITS.get(tokens[at + 1].text)
    paid = at > 0 and tokens[at - 1].sort is Sort.OTHER
    return (Repeat(Recurrence(frequency_of(1, unit))), at + 2) if unit and not paid else None


def _weekday_plural(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    name = WEEKDAY_NAMES[words.WEEKDAY_PLURALS[tokens[at].text]]
    after = at + 1
    unsure = tokens[after].text == "?"
    return Repeat(Recurrence("weekly", day=name), unsure=unsure), after + unsure


def _year_on_year(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    if tokens[at + 1].text == "on" and tokens[at + 2].text == "year":
        return Repeat(Recurrence("annual")), at + 3
    return None


def _fiscal_quarter(tokens: list[Token], at: int) -> tuple[Repeat, int] | None:
    """ "Fiscal Q", with no number: each quarter."""
    if tokens[at + 1].text in ("q", "quarter") and tokens[at + 2].sort is not Sort.NUMBER:
        return Repeat(Recurrence(frequency_of(1, QUARTER))), at + 2
    return None


_RULES = {
    **dict.fromkeys(words.FREQUENCIES, _adverb),
    **dict.fromkeys(words.WEEKDAY_PLURALS, _weekday_plural),
    **dict.fromkeys(_TIMES, _times_a),
    "alternate": _alternate,
    "every": _every,
    "each": _every,
    "end": _end_of_each,
    "per": _per,
    "year": _year_on_year,
    "fiscal": _fiscal_quarter,
}
REPEAT_WORDS = frozenset(_RULES) | frozenset(words.NUMBER_WORDS) | frozenset(words.ORDINAL_WORDS)
