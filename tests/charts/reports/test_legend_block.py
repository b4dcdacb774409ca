"""The legend below a report."""

from __future__ import annotations

from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.legend_block import set_legend, status_keys
from mkplanner.charts.shapes import Node
from mkplanner.models.status import Status
from tests.charts.paper import nodes, said


def flow_to(bottom: float) -> Flow:
    return Flow(Sheet.of("A4", "portrait"), bottom, lambda flow: 50.0)


def test_a_legend_is_a_list_of_what_is_used_in_the_order_of_the_scheme() -> None:
    root = Node("Document")
    set_legend(flow_to(800), root, "Progress", status_keys({Status.COMPLETE, Status.AT_RISK, None}), ["A remark."])
    assert [said(node) for node in nodes(root, "LBody")] == ["At risk", "Complete"]
    assert [said(node) for node in nodes(root, "P")] == ["Progress", "A remark."]


def test_a_legend_stands_on_one_page_and_not_at_all_without_anything_to_say() -> None:
    flow, root = flow_to(100), Node("Document")
    flow.y = 90
    set_legend(flow, root, "Progress", [])
    assert root.kids == []
    set_legend(flow, root, "How to read this", status_keys(set(Status)), is_section=True)
    assert len(flow.pages) == 2
    assert said(nodes(root, "H2")[0]) == "How to read this"
