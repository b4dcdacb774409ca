"""Dates, owners, status and progress as lines of a cell."""

from __future__ import annotations

from mkplanner.charts.reports.cell_words import bulleted, date_lines, date_words, first_words, progress_lines
from mkplanner.charts.reports.table_parts import TableStyle
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.timeframe import Timeframe
from tests.charts.sample_plans import PlanMaker

STYLE = TableStyle(size=9.5)


def test_the_authors_lines_are_kept() -> None:
    assert date_words(Item("i", by_when=Timeframe("By March\nOngoing "))) == "By March\nOngoing"
    assert date_words(Item("i")) == ""


def test_what_was_promised_first_fits_into_a_sentence() -> None:
    assert first_words(Item("i", original=Timeframe("By 30\nSeptember 2025"))) == "by 30 September 2025"
    assert first_words(Item("i", original=Timeframe("April 2025"))) == "April 2025"
    assert first_words(Item("i")) == ""


def test_a_revised_date_says_below_its_words_what_was_promised() -> None:
    item = Item("i", by_when=Timeframe("By May"), original=Timeframe("By March"))
    assert [line.words for line in date_lines(STYLE, item, 300)] == ["By May ", "(originally by March)"]


def test_lines_with_bullets_of_their_own_become_entries_further_in() -> None:
    lines = bulleted(STYLE, "Model presented to:\n· Finance managers\n· Heads of service", 300)
    assert [line.words.strip() for line in lines] == ["Model presented to:", "Finance managers", "Heads of service"]
    assert lines[0].indent < lines[1].indent == lines[2].indent
    assert len({line.part for line in lines}) == 3


def test_a_percentage_without_words_is_said_alone() -> None:
    make = PlanMaker()
    silent = make.add("Silent", percent=40)
    plan = make.plan()
    assert [line.words for line in progress_lines(STYLE, plan, plan.items[silent], 300)] == ["40 %"]
