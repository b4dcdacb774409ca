"""A cell of a workbook as the words it shows in Excel: days in the form they are given there, numbers without tails."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from mkplanner.models.timeframes.words import MONTH_NAMES, WEEKDAY_NAMES

_PART = re.compile(r'"([^"]*)"|\\(.)|(yyyy|yy|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM)|(.)', re.I | re.S)
_USUAL = "dd/mm/yyyy"
_AMERICAN = frozenset({"mm-dd-yy", "m/d/yyyy", "m/d/yy", "General", ""})
"""Forms that Excel shows in the way of the country it stands in: for councils, day first."""


def cell_words(cell: Any, *, plain_days: bool = False) -> str:
    """Return what a cell shows; with `plain_days` a day is written 2026-03-31, as in our own tables."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat() if plain_days else day_words(value, cell.number_format or "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip(" \u00a0\t\r\n")


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{round(value * 100, 2):g}%"
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:g}"


def day_words(day: date, form: str) -> str:
    """Return a day as a number format of Excel shows it: "31/03/2027", "31 March 2027", "Mar-27"."""
    form = form.split(";")[0]
    form = re.sub(r"\[[^\]]*\]", "", form)
    if form in _AMERICAN or not re.search(r"[dmy]", form, re.I):
        form = _USUAL
    shown = "".join(_part(day, *found) for found in _PART.findall(form))
    return re.sub(r"\s*00:00(:00)?$", "", shown).strip(" ,")


def _part(day: date, quoted: str, escaped: str, code: str, other: str) -> str:
    if not code:
        return quoted or escaped or ("" if other in "_@*" else other)
    month, weekday = MONTH_NAMES[day.month], WEEKDAY_NAMES[day.weekday()]
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    return {
        "yyyy": f"{day.year}",
        "yy": f"{day.year % 100:02}",
        "mmmmm": month[:1],
        "mmmm": month,
        "mmm": month[:3],
        "mm": f"{day.month:02}",
        "m": f"{day.month}",
        "dddd": weekday,
        "ddd": weekday[:3],
        "dd": f"{day.day:02}",
        "d": f"{day.day}",
        "hh": f"{moment.hour:02}",
        "h": f"{moment.hour}",
        "ss": f"{moment.second:02}",
        "s": f"{moment.second}",
        "am/pm": "",
    }[code.lower()]
