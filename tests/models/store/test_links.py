"""Links in the file: they survive it, and copies that were edited apart come together without nonsense."""

import shutil
from pathlib import Path

from mkplanner.models.commands.links import ChangeLink, LinkItems
from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.plan import Dependency, LinkType
from mkplanner.models.store.opening import OpenPlan, open_plan
from tests.models.store.helping import AUDIT, TENDER, query_file, saved


def two_copies(folder: Path) -> tuple[OpenPlan, OpenPlan]:
    first, second = folder / "first.mkplan", folder / "second.mkplan"
    saved(first)
    shutil.copy(first, second)
    return open_plan(first), open_plan(second)


def test_a_link_survives_the_file_and_can_be_read_with_any_tool(tmp_path: Path) -> None:
    path = tmp_path / "plan.mkplan"
    saved(path)
    opened = open_plan(path)
    link = opened.session.run(LinkItems(TENDER, AUDIT, LinkType.FF, -3)).id
    assert link is not None
    opened.close()
    again = open_plan(path)
    assert again.plan.links == (Dependency(link, TENDER, AUDIT, LinkType.FF, -3),)
    assert again.verify() == []
    again.close()
    rows = query_file(path, 'SELECT "before", "after", "type", "lag_days" FROM dependency WHERE alive = 1')
    assert rows == [(TENDER, AUDIT, "FF", -3)]


def test_two_people_who_link_the_same_rows_meet_on_one_link(tmp_path: Path) -> None:
    mine, theirs = two_copies(tmp_path)
    for copy in (mine, theirs):
        copy.session.run(LinkItems(TENDER, AUDIT))
    theirs.session.run(ChangeLink((TENDER, AUDIT), lag_days=5))
    theirs.close()
    mine.merge(tmp_path / "second.mkplan")
    (link,) = mine.plan.links
    assert (link.before, link.after) == (TENDER, AUDIT)
    assert link.lag_days in (0, 5)
    assert mine.verify() == []


def test_a_link_to_a_row_that_somebody_else_deleted_is_not_shown(tmp_path: Path) -> None:
    mine, theirs = two_copies(tmp_path)
    mine.session.run(LinkItems(TENDER, AUDIT))
    theirs.session.run(DeleteItem((AUDIT,)))
    theirs.close()
    mine.merge(tmp_path / "second.mkplan")
    assert AUDIT not in mine.plan.items
    assert mine.plan.links == ()
    assert mine.verify() == []


def test_a_circle_that_two_people_made_together_is_told_and_does_no_harm(tmp_path: Path) -> None:
    mine, theirs = two_copies(tmp_path)
    mine.session.run(LinkItems(TENDER, AUDIT))
    theirs.session.run(LinkItems(AUDIT, TENDER))
    theirs.close()
    mine.merge(tmp_path / "second.mkplan")
    assert len(mine.plan.links) == 2
    assert mine.notices() is not None
