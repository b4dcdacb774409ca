"""Texts in the shapes that council papers arrive in, invented ones always and real ones where they are at hand."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.plan import ItemKind
from tests.models.formats import samples
from tests.models.formats.compare_expected import SEEDS, SHARED, checks, plan_names, plan_text, seed
from tests.models.formats.words_kept import lost_words

needs_papers = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the real papers are not beside this checkout"
)
LEAST_AGREEMENT = {
    "academy_accessibility": 0.95,
    "brighton_sarc": 0.96,
    "bromsgrove_cgr": 1.0,
    "maidstone_scraip": 0.84,
    "nhs_external_action_plan": 0.88,
    "ou_equality_timetable": 0.75,
    "sstaffs_cgr": 0.97,
    "stratford_csap_2016": 0.93,
    "tamworth_equality": 1.0,
}
"""Shares of fields; what is missing is a title nobody could find in the text, or a reading that is a matter of taste."""


def titles(draft: Draft, kind: ItemKind) -> list[str]:
    return [item.title for item in draft.items if item.kind is kind]


@needs_papers
@pytest.mark.parametrize("number", SEEDS)
def test_the_real_papers_are_read_as_a_careful_person_reads_them(number: str) -> None:
    text, expected = seed(number)
    results = checks(read_text(text), expected)
    wrong = [f"{place}: {want!r} but {got!r}" for place, want, got in results if want != got]
    assert not wrong, "\n".join(wrong)


@needs_papers
@pytest.mark.parametrize("name", LEAST_AGREEMENT)
def test_other_plan_tables_are_read_as_well_as_before(name: str) -> None:
    text, expected = plan_text(name)
    results = checks(read_text(text), expected)
    wrong = [f"{place}: {want!r} but {got!r}" for place, want, got in results if want != got]
    assert len(wrong) <= (1 - LEAST_AGREEMENT[name]) * len(results), "\n".join(wrong)


@needs_papers
@pytest.mark.parametrize("name", [*SEEDS, *plan_names()])
def test_every_word_of_a_real_paper_is_kept(name: str) -> None:
    text, _ = seed(name) if name in SEEDS else plan_text(name)
    assert not set(lost_words(text, read_text(text))) - _glued(text)


def _glued(text: str) -> set[str]:
    """A number that a converter glued to a heading is parted from it, so the glued word itself is gone."""
    return {word.lower() for word in re.findall(r"[A-Z]{4,}\d", text)}


@pytest.mark.parametrize("text", samples.ALL)
def test_every_word_of_a_paper_is_kept(text: str) -> None:
    assert not lost_words(text, read_text(text))


def test_a_table_of_paragraphs_gives_actions_sub_actions_and_two_line_dates() -> None:
    draft = read_text(samples.PARAGRAPHS)
    assert [item.date for item in draft.items if item.kind is ItemKind.ACTION] == [
        "12 June 2024",
        "By 30 September 24 for back office\nOngoing for front office.",
        "October 24 – March 25",
    ]
    assert draft.items[5].title == "Join up the payroll systems"
    assert draft.items[6].title == "Agree one pay day.\n\n(This covers Aldermere and Brackwell only at first)."


def test_a_page_gives_owners_dates_and_progress_to_each_sub_action() -> None:
    draft = read_text(samples.PAGE)
    assert draft.title == "Joint Action Plan (Annex 4, Saltway in Step - Working as one office)"
    assert len(titles(draft, ItemKind.ACTION)) == 3
    survey = next(item for item in draft.items if item.title == "run the survey")
    assert ([owner.name for owner in survey.owners], survey.date, survey.progress) == (
        ["Edith Marlow"],
        "Complete by July 2023",
        None,
    )
    assert draft.items[3].date == "Comments from Staff Forum by 20 April\n\nTake summary to JSB 28 April"
    assert draft.items[11].parent == 9, "a shortened (cont'd) heading goes on with the action it names"


def test_blocks_with_tabs_give_themes_priorities_outcomes_and_tags() -> None:
    draft = read_text(samples.TABS)
    assert titles(draft, ItemKind.THEME) == ["Closer to Residents – One Front Door", "Fairness"]
    assert [item.ref for item in draft.items if item.kind is ItemKind.PRIORITY] == ["CUS01", "CUS02", "CUS03", "CUS04"]
    shared = next(outcome for outcome in draft.outcomes if outcome.text == "Less paper")
    assert [draft.items[index].title for index in shared.items] == [
        "Replace the paper forms (e.g. Aldermere's old blue form). (RES)",
        "Tell residents about it",
    ]
    assert draft.items[3].tags == ("RES",)
    assert (str(draft.start), str(draft.end)) == ("2024-04-01", "2027-03-31")
    assert [notice.id for notice in draft.notices].count("import-year-damaged") == 1


def test_a_letter_is_no_plan() -> None:
    draft = read_text(samples.LETTER)
    assert not draft.items
    assert [notice.id for notice in draft.notices] == ["import-no-table"]


@pytest.mark.parametrize("text", ["", "\n\n \u00a0\n", "Hello", "Hello\tthere"])
def test_next_to_nothing_is_said_to_be_nothing(text: str) -> None:
    assert not read_text(text).items
    assert read_text(text).notices


def test_years_that_are_given_decide_over_years_that_are_found() -> None:
    draft = read_text(samples.TABS, start=date(2030, 1, 1), end=date(2030, 12, 31), title="Mine")
    assert (draft.title, draft.start, draft.end) == ("Mine", date(2030, 1, 1), date(2030, 12, 31))


def test_cells_copied_from_a_sheet_without_headings_are_told_apart_by_their_content() -> None:
    draft = read_text("Agree the budget\tEdith Marlow\t31 March 2024\nTell the staff\tGreta Holm\tMay 2024\n")
    assert [(item.title, item.date, item.owners[0].name) for item in draft.items] == [
        ("Agree the budget", "31 March 2024", "Edith Marlow"),
        ("Tell the staff", "May 2024", "Greta Holm"),
    ]


def test_short_lines_are_actions_one_a_line() -> None:
    draft = read_text("Find an office\nMove the files by 3 May 2026\nOpen the doors")
    assert [(item.title, item.date) for item in draft.items] == [
        ("Find an office", None),
        ("Move the files by 3 May 2026", "by 3 May 2026"),
        ("Open the doors", None),
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("\n\t|/ ·•a1A.:()\u00a0\"'<p>2014May–\ud800\x00"), max_size=300))
def test_no_text_whatever_raises(text: str) -> None:
    read_text(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_no_unicode_text_raises(text: str) -> None:
    read_text(text)


WORDS = st.lists(
    st.sampled_from("agree move office the Board staff in of town desk open Ledger plan (new) 12".split()),
    min_size=1,
    max_size=8,
)
CELL = WORDS.map(" ".join)
DATE = st.sampled_from(
    ["", "31 March 2024", "May 2024", "By 30.9.24", "Ongoing", "soon", "2024/25", "June – July 2024"]
)
OWNER = st.sampled_from(["", "Edith Marlow", "Staff Forum", "Head of Finance and Head of Law", "PSG", "whoever can"])
ROW = st.tuples(CELL, CELL, OWNER, DATE, CELL)
HEADS = ("Action", "Sub-action", "Lead officer", "By when", "Progress")


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8), st.sampled_from(["\t", " | "]))
def test_every_word_of_a_table_is_kept(rows: list[tuple[str, ...]], sign: str) -> None:
    text = "\n".join(sign.join(row) for row in [HEADS, *rows])
    assert not lost_words(text, read_text(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_every_word_of_a_table_with_slashes_is_kept(rows: list[tuple[str, ...]]) -> None:
    text = "\n".join(" / ".join(cell for cell in row if cell) for row in [HEADS, *rows])
    assert not lost_words(text, read_text(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_every_word_of_a_table_of_paragraphs_is_kept(rows: list[tuple[str, ...]]) -> None:
    text = "\n\n".join(cell for row in [("Action", "Sub action(s)", "Date"), *rows] for cell in row if cell)
    assert not lost_words(text, read_text(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_every_word_of_a_page_is_kept(rows: list[tuple[str, ...]]) -> None:
    lines = ["Action: Sub Action: Action by: Action Completed by: Progress:"]
    lines += [f"{row[0].capitalize()} · {row[1]} {row[2]} {row[3]} {row[4]}" for row in rows]
    assert not lost_words("\n".join(lines), read_text("\n".join(lines)))
