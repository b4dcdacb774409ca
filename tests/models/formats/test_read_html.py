"""Web pages as councils publish them."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.formats.read_html import read_html
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext

YEARS = PlanContext(date(2026, 4, 1), date(2028, 3, 31))
PAGE = """<html><head><title>x</title><style>td{}</style></head><body><nav>Home</nav>
<h1>Joint Services Action Plan</h1><div><table><caption>Actions</caption>
<tr><th>Action</th><th>Sub action</th><th>Action by</th><th>Completed by</th></tr>
<tr><td rowspan=2>Agree the terms</td><td>Draft them</td><td rowspan=2>Ann Other</td>
<td rowspan="2">By 31&nbsp;March<br>2027</td></tr>
<tr><td>Sign &amp; seal<script>x</script></td></tr></table></div></body></html>"""


def test_a_table_is_read_with_its_spans() -> None:
    draft = read_html(PAGE, YEARS)
    assert draft.title == "Joint Services Action Plan"
    assert [(item.kind, item.title) for item in draft.items] == [
        (ItemKind.ACTION, "Agree the terms"),
        (ItemKind.SUB_ACTION, "Draft them"),
        (ItemKind.SUB_ACTION, "Sign & seal"),
    ]
    assert (draft.items[0].date or "").split() == ["By", "31", "March", "2027"]
    assert draft.items[0].owners[0].name == "Ann Other"


def test_a_page_without_a_table_says_so() -> None:
    assert read_html("<p>Dear all</p>", YEARS).notices[0].id == "import-no-table"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='<>/tabledrsp hrow="2&;x\n', max_size=200) | st.text(max_size=50))
def test_no_text_is_too_strange(text: str) -> None:
    read_html(text, YEARS)
