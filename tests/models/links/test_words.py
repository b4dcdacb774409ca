"""Links and what is wrong with them, in words."""

import pytest

from mkplanner.models.checks.links import check_links, check_ties
from mkplanner.models.checks.registry import check
from mkplanner.models.links.following import broken_links
from mkplanner.models.links.words import follows_said, link_said, reason_said
from mkplanner.models.notice import Severity
from mkplanner.models.remedies import remedies_of
from tests.models.links.test_following import SPRING, linked


@pytest.mark.parametrize(
    ("before", "after", "sort", "lag", "sentence", "reason"),
    [
        (
            "Oct 26 – March 27", SPRING, "FS", 0,
            "2 starts on 1 March 2027, before 1, which it follows, ends on 31 March 2027.",
            "starts before 1 ends",
        ),
        (
            "1–31 March 2027", "31 March 2027 to 2 May 2027", "FS", 0,
            "2 starts on 31 March 2027, the day on which 1, which it follows, ends.",
            "starts too soon after 1 ends",
        ),
        (
            "Oct 26 – March 27", "By 15 March 2027", "FS", 0,
            "2 is due by 15 March 2027, before 1, which it follows, ends on 31 March 2027.",
            "is due before 1 ends",
        ),
        (
            "By 31 March 2027", "5 April 2027", "FS", 10,
            "2 falls on 5 April 2027, sooner than 10 days after 1, which it follows, is due by 31 March 2027.",
            "starts too soon after 1",
        ),
        (
            "March 2027", "February 2027", "FF", -10,
            "2 ends on 28 February 2027, more than 10 days before 1, to which it is linked, ends on 31 March 2027.",
            "ends before 1 ends",
        ),
        (
            "March 2027", "February 2027", "SF", 0,
            "2 ends on 28 February 2027, before 1, to which it is linked, starts on 1 March 2027.",
            "ends before 1 starts",
        ),
    ],
)  # fmt: skip
def test_a_broken_link_is_told_in_a_sentence_and_in_a_few_words(
    before: str, after: str, sort: str, lag: int, sentence: str, reason: str
) -> None:
    plan = linked(before, after, sort, lag)
    (notice,) = [notice for notice in check(plan) if notice.id == "out-of-order"]
    assert (notice.sentence, notice.item, notice.severity) == (sentence, "b", Severity.WARNING)
    assert [reason_said(plan, broken) for broken in broken_links(plan).values()] == [reason]


def test_a_link_reads_differently_from_its_two_rows() -> None:
    plan = linked("Oct 26 – March 27", SPRING)
    (link,) = plan.links
    assert (link_said(plan, link, "a"), link_said(plan, link, "b")) == ("comes before 2", "follows 1")
    assert follows_said(plan, "a") == []
    assert follows_said(plan, "b") == ["follows 1 – out of order: starts before 1 ends"]


@pytest.mark.parametrize(("lag", "words"), [(1, " (1 day between)"), (-3, " (up to 3 days sooner)")])
def test_the_days_between_are_named(lag: int, words: str) -> None:
    plan = linked(SPRING, SPRING, "SS", lag)
    assert link_said(plan, plan.links[0], "b") == f"starts no earlier than 1{words}"


def test_what_is_said_of_one_row_looks_at_no_link_but_its_own() -> None:
    plan = linked("Oct 26 – March 27", SPRING)
    follows_said(plan, "b")
    (notice,) = check_links(plan, "b")
    assert remedies_of(plan, notice)
    assert list(check_ties(plan, "b")) == []

    assert not {"_broken_links", "_ties"} & plan.__dict__.keys()
