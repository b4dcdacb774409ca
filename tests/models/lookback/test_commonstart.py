from contextlib import closing

import pytest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.lookback.commonstart import started_from
from mkplanner.models.store.opening import open_plan
from tests.ui.conftest import write_plan


@pytest.fixture
def copies(tmp_path):
    path, other = tmp_path / "plan.mkplan", tmp_path / "other.mkplan"
    write_plan(path).close()
    other.write_bytes(path.read_bytes())
    return path, other


def edited(path, author, *titles):
    with closing(open_plan(path, author=author)) as opened:
        for title in titles:
            opened.session.run(SetField("a", "title", title))


def start_after_merging(path, other):
    with closing(open_plan(path)) as opened:
        opened.merge(other)
        (conflict,) = opened.conflicts()
        return started_from(opened.plan, conflict, opened.history())


def test_what_both_replaced_is_what_they_started_from(copies):
    edited(copies[0], "HR Manager", "Agree two audit teams")
    edited(copies[1], "Audit Manager", "Agree no audit team")

    assert start_after_merging(*copies) == "“Agree one audit team”"


def test_nothing_is_said_where_they_last_replaced_different_words(copies):
    edited(copies[0], "HR Manager", "Agree two audit teams", "Agree three audit teams")
    edited(copies[1], "Audit Manager", "Agree no audit team")

    assert start_after_merging(*copies) == ""
