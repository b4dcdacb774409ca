"""The words of dates on paper."""

from __future__ import annotations

from mkplanner.charts.reports.cell_words import date_words, first_words
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.timeframe import Timeframe


def test_the_authors_lines_are_kept() -> None:
    assert date_words(Item("i", by_when=Timeframe("By March\nOngoing "))) == "By March\nOngoing"
    assert date_words(Item("i")) == ""


def test_what_was_promised_first_fits_into_a_sentence() -> None:
    assert first_words(Item("i", original=Timeframe("By 30\nSeptember 2025"))) == "by 30 September 2025"
    assert first_words(Item("i", original=Timeframe("April 2025"))) == "April 2025"
    assert first_words(Item("i")) == ""
