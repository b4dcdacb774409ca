"""A picture of a plan tells what its file tells, or is passed over."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mkplanner import paths
from mkplanner.models.plan import TABLES, Dependency, Item, ItemKind, Mark, Place, Plan, PlanInfo
from mkplanner.models.setting import Setting
from mkplanner.models.store import pictures
from mkplanner.models.store.opening import OpenPlan, open_plan
from mkplanner.models.store.source import Source
from mkplanner.models.store.workingcopy import CLOSED_KEPT
from tests.models.store.helping import (
    AUDIT,
    LEASE,
    TENDER,
    Put,
    Remove,
    Retitle,
    computer,
    forget,
    make,
    no_pictures,
    saved,
)


@pytest.fixture(autouse=True)
def small_plans_have_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "FEWEST", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saltway.mkplan"


def read_from_picture(path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """The file as it is read without a look at its tables."""
    with monkeypatch.context() as patched:
        patched.setattr(Source, "_read_tables", lambda *_: pytest.fail("the tables were read"))
        read = Source(path)
    assert read.received is None
    return read


def read_from_tables(path: Path) -> Source:
    no_pictures()
    return Source(path)


def has_picture(path: Path) -> bool:
    return pictures.find(path, Source(path).mark) is not None


def in_order(plan: Plan) -> list[list[object]]:
    return [list(getattr(plan, name).values()) for name in TABLES.values()]


def test_what_a_picture_tells_is_what_the_tables_tell(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make(path)
    plan.session.run(
        Put(
            Dependency("d", TENDER, AUDIT, lag_days=-3),
            Mark("m", "Board", ("a/1", "b/2")),
            Setting("s", "view/Mine", '{"columns":["title"]}'),
            Item("i", place=Place(LEASE, 'quo"te'), title="Line\nand \x1f, é, \u2028, 😀", notes="\x1f"),
            replace(plan.plan.info, start=None, checks_off=("a", "b")),
        )
    )
    before = plan.plan
    plan.close()
    pictured, tabled = read_from_picture(path, monkeypatch), read_from_tables(path)
    assert pictured.plan() == tabled.plan() == before
    assert in_order(pictured.plan()) == in_order(tabled.plan())
    assert pictured.outlook().put_right == tabled.outlook().put_right
    assert (pictured.meta, pictured.vector(), pictured.is_linear) == (tabled.meta, tabled.vector(), tabled.is_linear)
    assert pictured.mark == tabled.mark
    assert (pictured.log(), pictured.data()) == (tabled.log(), tabled.data())


def test_rows_that_share_a_date_share_it_in_a_picture_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path)
    items = read_from_picture(path, monkeypatch).plan().items
    assert items[TENDER].by_when is not None
    assert hash(items[TENDER].by_when) == hash(items[AUDIT].original)


def test_a_plan_opened_from_its_picture_is_edited_and_published_like_any_other(path: Path) -> None:
    saved(path)
    assert has_picture(path)
    plan = open_plan(path)
    plan.session.run(Retitle(TENDER, "Agree the tender"))
    assert plan.session.undo()
    assert plan.session.redo()
    assert plan.close().published
    again = open_plan(path)
    assert again.plan.items[TENDER].title == "Agree the tender"
    assert again.verify() == []
    assert has_picture(path)


def edited_elsewhere(path: Path) -> None:
    with computer(path.parent / "elsewhere"):
        plan = open_plan(path)
        plan.session.run(Retitle(AUDIT, "Written elsewhere"))
        assert plan.close().published


def test_a_file_that_others_have_replaced_is_not_mistaken_for_the_one_in_the_picture(path: Path) -> None:
    saved(path)
    edited_elsewhere(path)
    assert not has_picture(path)
    assert open_plan(path).plan.items[AUDIT].title == "Written elsewhere"


def test_there_is_no_picture_of_what_others_published(path: Path) -> None:
    saved(path)
    plan = open_plan(path)
    plan.session.run(Retitle(TENDER, "Mine"))
    assert plan.sync().published
    edited_elsewhere(path)
    no_pictures()
    assert plan.close().adopted == 1
    assert not list(paths.subfolder("pictures").iterdir())


def test_a_picture_is_made_once_others_changes_and_ours_are_published_together(path: Path) -> None:
    saved(path)
    plan = open_plan(path)
    plan.session.run(Retitle(TENDER, "Mine"))
    edited_elsewhere(path)
    assert plan.close().published
    assert has_picture(path)
    found = open_plan(path).plan
    assert (found.items[TENDER].title, found.items[AUDIT].title) == ("Mine", "Written elsewhere")


def test_what_could_not_be_published_is_in_no_picture(path: Path) -> None:
    saved(path)
    plan = open_plan(path)
    no_pictures()
    plan.session.run(Retitle(TENDER, "Waits here"))
    path.parent.joinpath("away").mkdir()
    path.rename(path.parent / "away" / path.name)
    path.mkdir()
    assert not plan.close().published
    assert not list(paths.subfolder("pictures").iterdir())
    path.rmdir()
    path.parent.joinpath("away", path.name).rename(path)
    assert open_plan(path).plan.items[TENDER].title == "Waits here"


def test_what_another_window_writes_after_the_publishing_is_not_lost_in_the_picture(path: Path) -> None:
    saved(path)
    first, second = open_plan(path), open_plan(path)
    first.session.run(Retitle(TENDER, "Published"))
    assert first.sync().published
    second.session.refresh()
    second.session.run(Retitle(AUDIT, "Not yet"))
    assert has_picture(path)
    third = open_plan(path).plan
    assert (third.items[TENDER].title, third.items[AUDIT].title) == ("Published", "Not yet")
    second.close()
    first.close()
    assert open_plan(path).plan == third
    assert has_picture(path)


def mended(plan: OpenPlan, kind: str) -> None:
    if kind == "loop":
        plan.session.run(Put(Item("a", place=Place("b")), Item("b", place=Place("a"))))
    elif kind == "parent":
        plan.session.run(Remove(plan.plan.items[LEASE]))
    else:
        plan.session.run(Remove(next(iter(plan.plan.parties.values()))))


@pytest.mark.parametrize("kind", ["loop", "parent", "party"])
def test_there_is_no_picture_of_a_plan_that_is_put_right_for_the_eye(path: Path, kind: str) -> None:
    plan = make(path)
    mended(plan, kind)
    plan.close()
    assert not has_picture(path)
    assert Source(path).outlook().put_right


@pytest.mark.parametrize("place", [0, 70, 140, 1000, -1])
def test_a_damaged_picture_is_passed_over(path: Path, place: int) -> None:
    before = saved(path)
    (picture,) = paths.subfolder("pictures").iterdir()
    data = bytearray(picture.read_bytes())
    data[place] ^= 4
    picture.write_bytes(data)
    assert not has_picture(path)
    assert open_plan(path).plan == before


@pytest.mark.parametrize("length", [0, 10, 128, 129, 1000])
def test_a_picture_that_ends_too_soon_is_passed_over(path: Path, length: int) -> None:
    before = saved(path)
    (picture,) = paths.subfolder("pictures").iterdir()
    picture.write_bytes(picture.read_bytes()[:length])
    assert open_plan(path).plan == before


def test_a_picture_by_another_version_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path)
    monkeypatch.setattr(pictures, "_SHAPE", "another")
    assert not has_picture(path)


def test_a_picture_with_a_value_that_this_version_does_not_know_is_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved(path)
    monkeypatch.setattr(pictures, "load_column", lambda *_: [ItemKind("wish")])
    assert not has_picture(path)
    assert open_plan(path).plan == before


def test_who_forgets_what_was_published_here_checks_the_log(path: Path) -> None:
    saved(path)
    forget()
    assert Source(path).received is not None


def test_a_small_plan_has_no_picture(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "FEWEST", 100)
    saved(path)
    assert not list(paths.subfolder("pictures").iterdir())


def test_a_plan_closes_though_there_is_no_room_for_a_picture(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pictures, "_write", full)
    before = saved(path)
    assert "no picture" in caplog.text
    assert open_plan(path).plan == before


def test_pictures_are_forgotten_after_a_month_and_leave_nothing_else(path: Path) -> None:
    saved(path)
    old = paths.subfolder("pictures") / "old"
    old.write_bytes(b"")
    for age, is_kept in ((CLOSED_KEPT - 60, True), (CLOSED_KEPT + 60, False)):
        os.utime(old, (time.time() - age,) * 2)
        plan = open_plan(path)
        plan.session.run(Retitle(TENDER, f"Edited {age}"))
        plan.close()
        assert old.exists() == is_kept
    assert len(list(paths.subfolder("pictures").iterdir())) == 1


def test_a_plan_without_rows_has_a_picture_like_any_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make(path)
    plan.session.run(Remove(*(row for kind in TABLES for row in plan.plan.rows(kind).values())))
    plan.session.run(Put(replace(plan.plan.info, title="")))
    before = plan.plan
    plan.close()
    assert (
        read_from_picture(path, monkeypatch).plan() == before == Plan(PlanInfo(before.info.id, start=before.info.start))
    )
