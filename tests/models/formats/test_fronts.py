"""Titles are made of the lines in front of the table."""

import pytest

from mkplanner.models.formats.fronts import title_of
from mkplanner.models.formats.parts import Front


def fronts(*lines: str) -> list[Front]:
    return [Front(line, number) for number, line in enumerate(lines, start=1)]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Saltway action plan"], "Saltway action plan"),
        (["Appendix B - Joining timetable 2024", "Joining timetable"], "Appendix B - Joining timetable 2024"),
        (["Annex 4", "Working as one", "Joint Action Plan"], "Joint Action Plan (Annex 4, Working as one)"),
        (["Joint Action Plan", "Quarter 2"], "Joint Action Plan – Quarter 2"),
        ([], ""),
    ],
)
def test_the_line_that_names_the_document_is_the_title(lines: list[str], title: str) -> None:
    assert title_of(fronts(*lines)).title == title


def test_a_council_is_told_apart_from_the_title() -> None:
    titles = title_of(fronts("Brackwell Borough Council", "Fairness Action Plan"))
    assert (titles.title, titles.council) == ("Fairness Action Plan", "Brackwell Borough Council")


def test_a_running_head_is_the_title_and_repeats_add_nothing() -> None:
    titles = title_of(fronts("Service Plan", "2024/25"), "Service Plan – Customers 2024/25")
    assert (titles.title, titles.subtitle, titles.asides) == ("Service Plan – Customers 2024/25", "", ())


def test_sentences_in_front_are_told_and_not_lost() -> None:
    titles = title_of(fronts("Action plan", "This is the plan for the next year."))
    assert [aside.text for aside in titles.asides] == ["This is the plan for the next year."]
