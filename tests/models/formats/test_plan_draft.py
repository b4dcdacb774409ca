"""Whole plans as drafts."""

from mkplanner.models.formats.plan_draft import draft_of
from mkplanner.models.outline import outline
from tests.charts.outputs.every_report import example


def test_a_draft_shows_every_row_in_order_with_its_parent() -> None:
    draft = draft_of(example())
    entries = outline(example())
    assert [item.title for item in draft.items] == [entry.item.title for entry in entries]
    for item, entry in zip(draft.items, entries, strict=True):
        above = entries[item.parent].item.id if item.parent is not None else None
        assert above == entry.item.parent
    assert draft.exact is example()
    assert (draft.title, draft.start) == (example().info.title, example().info.start)


def test_letters_dates_and_outcomes_can_be_seen() -> None:
    draft = draft_of(example())
    item = next(item for item in draft.items if item.title.startswith("Agree one operating model"))
    assert item.date == "By 31 March 2027"
    assert {(owner.name, owner.letters) for owner in item.owners} >= {("Audit Manager", "R"), ("Head of Legal", "C")}
    assert draft.outcomes[0].items
