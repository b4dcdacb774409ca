"""What a draft says about itself."""

from mkplanner.models.formats.base import Draft, DraftItem
from mkplanner.models.plan import ItemKind


def test_headings_are_not_counted_as_work() -> None:
    items = (
        DraftItem(ItemKind.THEME, "People"),
        DraftItem(ItemKind.ACTION, "Train", 0),
        DraftItem(ItemKind.SUB_ACTION, "Book", 1),
    )
    assert Draft(items=items).action_count == 2
