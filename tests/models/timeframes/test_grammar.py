"""The rules of the date grammar one by one: tokens, years, days, parts of a year, chains and whole phrases."""

import pytest

from mkplanner.models.timeframes import words
from mkplanner.models.timeframes.bounds import Bound, read_bound
from mkplanner.models.timeframes.calendar_terms import read_term
from mkplanner.models.timeframes.chains import read_chain
from mkplanner.models.timeframes.dated import Link
from mkplanner.models.timeframes.days import read_day
from mkplanner.models.timeframes.fractions import read_numbered
from mkplanner.models.timeframes.groups import read_counted_months, read_days_of_month, read_named_months
from mkplanner.models.timeframes.look import number_at, said_at, skip
from mkplanner.models.timeframes.phrases import read_dated
from mkplanner.models.timeframes.terms import Part, Unit
from mkplanner.models.timeframes.tokens import MOST_TOKENS, Sort, is_cut_short, tokenise
from mkplanner.models.timeframes.years import read_named_year, read_year


def sorts(text):
    return [token.sort for token in tokenise(text) if token.sort is not Sort.END]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11 th April", [Sort.NUMBER, Sort.MONTH]),
        ("Sept14", [Sort.MONTH, Sort.NUMBER]),
        ("Deadline12/09/17", [Sort.WORD, Sort.DATE]),
        ("DueMarch", [Sort.WORD, Sort.MONTH]),
        ("BS25999", [Sort.WORD, Sort.OTHER]),
        ("£2,014", [Sort.OTHER]),
        ("10.30am", [Sort.OTHER]),
        ("31.3.09", [Sort.DATE]),
        ("1.2.3.4", [Sort.NUMBER, Sort.MARK, Sort.NUMBER, Sort.MARK, Sort.NUMBER, Sort.MARK, Sort.NUMBER]),
        ("w/c N/A on-going", [Sort.WORD, Sort.WORD, Sort.WORD]),
        ("\xa0 \u200b", []),
    ],
)
def test_text_is_cut_into_tokens(text, expected):
    assert sorts(text) == expected


def test_tokens_know_where_they_stood():
    text = "By 31  March\n2015"
    tokens = tokenise(text)

    assert [text[token.start : token.end] for token in tokens[:4]] == ["By", "31", "March", "2015"]
    assert [token.fresh for token in tokens[:4]] == [True, False, False, True]


def test_only_so_many_tokens_are_read():
    assert is_cut_short(tokenise("and " * (MOST_TOKENS + 1)))
    assert not is_cut_short(tokenise("and " * (MOST_TOKENS - 1)))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("begnniing", "beginning"),
        ("setember", "september"),
        ("janaury", "january"),
        ("decemeber", "december"),
        ("onging", "ongoing"),
        ("quartely", "quarterly"),
        ("manually", "manually"),
        ("mondays", "mondays"),
        ("match", "match"),
    ],
)
def test_a_slip_of_the_pen_is_mended_and_a_sound_word_left(word, meant):
    assert words.mended(word) == meant


@pytest.mark.parametrize(
    ("text", "first", "split", "years"),
    [
        ("2014", 2014, False, 1),
        ("2014/15", 2014, True, 1),
        ("2014-5", 2014, True, 1),
        ("2014/2015", 2014, True, 1),
        ("20010/11", 2010, True, 1),
        ("1999/00", 1999, True, 1),
        ("14/15", 2014, True, 1),
        ("2015-2020", 2015, False, 6),
        ("2014-16", 2014, False, 3),
        ("2014-15 June", 2014, False, 1),
    ],
)
def test_years_are_read_in_every_writing(text, first, split, years):
    year, _ = read_year(tokenise(text), 0, spans=True)

    assert (year.first, year.split, year.years) == (first, split, years)


@pytest.mark.parametrize("text", ["1815", "2150", "15/14", "201", "2014th"])
def test_other_numbers_are_no_years(text):
    assert read_year(tokenise(text), 0) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("financial year 14/15", Unit.FINANCIAL),
        ("2014/15 academic year", Unit.ACADEMIC),
        ("municipal year 2014/15", Unit.MUNICIPAL),
        ("FY15", Unit.FINANCIAL),
        ("2014", Unit.YEAR),
    ],
)
def test_years_are_of_many_sorts(text, unit):
    assert read_named_year(tokenise(text), 0)[0].unit is unit


@pytest.mark.parametrize(
    "text", ["31 March 15", "31st of March 2015", "March 31st, 2015", "31/3/15", "Tues 31 March 2015"]
)
def test_days_are_read_in_every_writing(text):
    term, _ = read_day(tokenise(text), 0)

    assert (term.unit, term.year, term.index, term.day) == (Unit.DAY, 2015, 3, 31)


@pytest.mark.parametrize("text", ["Q3 2014/15", "Quarter 3 (2014/15)", "third quarter of 2014/15", "3rd quarter 14/15"])
def test_quarters_are_read_in_every_writing(text):
    term, _ = read_numbered(tokenise(text), 0)

    assert (term.unit, term.year, term.index, term.split) == (Unit.QUARTER, 2014, 3, True)


@pytest.mark.parametrize(
    ("text", "unit", "part"),
    [
        ("end of March 2015", Unit.MONTH, Part.END),
        ("mid-July 2014", Unit.MONTH, Part.MID),
        ("early autumn 2014", Unit.SEASON, Part.EARLY),
        ("beginning of 2014/15", Unit.FINANCIAL, Part.START),
        ("Autumn term 2014", Unit.TERM, Part.WHOLE),
        ("year end 2014/15", Unit.FINANCIAL, Part.END),
        ("05/2014", Unit.MONTH, Part.WHOLE),
        ("w/c 8 Nov", Unit.WEEK, Part.WHOLE),
    ],
)
def test_terms_tell_which_part_is_meant(text, unit, part):
    term, after = read_term(tokenise(text), 0)

    assert (term.unit, term.part) == (unit, part)
    assert tokenise(text)[after].sort is Sort.END


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no later than June", Bound.BY),
        ("by noon on 30 May", Bound.BY),
        ("prior to June", Bound.BEFORE),
        ("up to and including June", Bound.UNTIL),
        ("w.e.f. 1 April", Bound.FROM),
        ("commenced in 2013", Bound.SINCE),
    ],
)
def test_prepositions_are_read_whole(text, bound):
    found, after = read_bound(tokenise(text), 0)

    assert found is bound
    assert read_term(tokenise(text), after)


def test_by_before_a_person_is_no_deadline():
    assert read_dated(tokenise("by Customer Panel March 2015"), 0) is None


@pytest.mark.parametrize(
    ("text", "link", "count"),
    [
        ("June to Sept 14", Link.RANGE, 2),
        ("Spring / Summer 2014", Link.EITHER, 2),
        ("April, July and October 2014", Link.LIST, 3),
        ("Q1-3 2014/15", Link.RANGE, 2),
        ("June 2014", Link.ONE, 1),
    ],
)
def test_terms_are_joined_to_chains(text, link, count):
    dated, _ = read_chain(tokenise(text), 0, None)

    assert (dated.link, len(dated.terms)) == (link, count)


def test_days_of_one_month_share_it():
    dated, _ = read_days_of_month(tokenise("3, 4 and 5 June 2014"), 0, None)

    assert [(term.day, term.index, term.year) for term in dated.terms] == [(3, 6, 2014), (4, 6, 2014), (5, 6, 2014)]


def test_quarters_may_be_named_by_their_months():
    assert read_named_months(tokenise("quarter July to September 2014"), 0)[0].named is Unit.QUARTER
    assert read_counted_months(tokenise("six months to March 2015"), 0)[0].terms[0].first_month == 10


def test_a_deadline_may_be_wrapped_in_words():
    dated, _ = read_dated(tokenise("by the statutory deadline of 30 June 2016"), 0)

    assert dated.bound is Bound.BY


def test_rules_ask_small_questions_of_tokens():
    tokens = tokenise("the 31 up to")

    assert skip(tokens, 0, "the") == 1
    assert number_at(tokens, 1, 1, 31) == 31
    assert said_at(tokens, 2, ("up", "to"))
    assert not said_at(tokens, 2, ("up", "until"))
