"""Links against dates: in inclusive days, for every sort of link, and only where both rows have days."""

from datetime import date

import pytest

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.links.following import broken_links, followers, forerunners
from mkplanner.models.plan import Dependency, Item, LinkType, Plan
from tests.builders import empty_plan, written

SPRING = "1 March 2027 to 31 May 2027"


def linked(before: str, after: str, sort: str = "FS", lag: int = 0, **fields: str) -> Plan:
    """Two dated rows, the second linked to the first."""
    given = tuple(fields.items())
    return written(
        AddItem("Earlier", id="a", fields=(("by_when", before),)),
        AddItem("Later", id="b", fields=(("by_when", after), *given)),
        LinkItems("a", "b", LinkType(sort), lag),
        plan=empty_plan(start=date(2026, 4, 1), end=date(2028, 3, 31)),
    )


@pytest.mark.parametrize(
    ("before", "after", "sort", "lag", "needed"),
    [
        ("Oct 26 – March 27", SPRING, "FS", 0, date(2027, 4, 1)),
        ("Oct 26 – March 27", "April – May 2027", "FS", 0, None),
        ("Oct 26 – March 27", "31 March 2027 to 2 May 2027", "FS", 0, date(2027, 4, 1)),
        ("Oct 26 – March 27", "By 31 March 2027", "FS", 0, None),
        ("Oct 26 – March 27", "By 30 March 2027", "FS", 0, date(2027, 4, 1)),
        ("By 31 March 2027", "31 March 2027 to 2 May 2027", "FS", 0, None),
        ("Oct 26 – March 27", "April – May 2027", "FS", 1, date(2027, 4, 2)),
        ("Oct 26 – March 27", SPRING, "FS", -31, None),
        ("Oct 26 – March 27", SPRING, "FS", -30, date(2027, 3, 2)),
        (SPRING, "February – May 2027", "SS", 0, date(2027, 3, 1)),
        (SPRING, "March – April 2027", "SS", 0, None),
        (SPRING, "March – April 2027", "SS", 14, date(2027, 3, 15)),
        (SPRING, "March – April 2027", "FF", 0, date(2027, 5, 31)),
        (SPRING, "May 2027", "FF", 0, None),
        (SPRING, "January – February 2027", "SF", 0, date(2027, 3, 1)),
        (SPRING, "February – March 2027", "SF", 0, None),
        ("By 31 March 2027", "March 2027", "SS", 0, None),
    ],
)
def test_a_link_is_broken_where_the_days_contradict_it(
    before: str, after: str, sort: str, lag: int, needed: date | None
) -> None:
    found = list(broken_links(linked(before, after, sort, lag)).values())
    assert [broken.needed for broken in found] == ([needed] if needed else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ongoing", SPRING),
        ("From October 2026", SPRING),
        ("Monthly", SPRING),
        ("Quarterly (from July 2026)", SPRING),
        ("By 31 December 2027 for old services\nOngoing for new services", SPRING),
        ("Once the branding is agreed", SPRING),
        ("TBC", SPRING),
        ("Oct 26 – March 27", "Ongoing"),
        ("Oct 26 – March 27", "Monthly"),
        ("Oct 26 – March 27", "Within 3 months of appointment"),
    ],
)
def test_rows_without_a_day_bind_nobody_and_are_not_bound(before: str, after: str) -> None:
    assert broken_links(linked(before, after)) == {}


def test_what_is_complete_is_as_it_is() -> None:
    assert broken_links(linked("Oct 26 – March 27", SPRING)) != {}
    assert broken_links(linked("Oct 26 – March 27", SPRING, status="complete")) == {}


def test_the_rows_along_a_chain_are_found_even_round_a_circle() -> None:
    """A circle can come of a merge."""
    items = {id_: Item(id_) for id_ in "abcd"}
    links = {pair: Dependency(pair, *pair) for pair in ("ab", "bc", "ca", "bd")}
    plan = Plan(empty_plan().info, items, dependencies=links)
    assert followers(plan, "a") == ("b", "c", "d")
    assert forerunners(plan, "d") == ("b", "a", "c")
