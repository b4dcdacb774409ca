"""What a damaged plan still says of itself comes back field by field, and never over what its log proves."""

from pathlib import Path

import pytest

from mkplanner.models.plan import Item, Plan
from mkplanner.models.store.intake import receive
from mkplanner.models.store.log import Changeset, heads_of
from mkplanner.models.store.mapping import KINDS
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.remains import Remains
from mkplanner.models.store.reviving import revive
from mkplanner.models.store.salvage import salvage
from tests.models.store.helping import AUDIT, LEASE, PLAN, TENDER, Retitle, change, changeset, make, tamper

HERE, THERE = "a" * 16, "b" * 16
BASE = changeset(
    HERE,
    1,
    1,
    change(1, PLAN, "alive", True, kind="plan"),
    change(2, TENDER, "alive", True),
    change(3, TENDER, "title", "One"),
)


def row(id_: str, alive: bool = True, **texts: str) -> tuple[object, ...]:
    return KINDS["item"].to_columns(id_, {name: f'"{text}"' for name, text in texts.items()}, alive=alive)


def remains_of(*logs: Changeset, rows: tuple[tuple[object, ...], ...] = (), proved: bool = True) -> Remains:
    """A file whose list of newest changes is that of these changesets, and whose tables say `rows`."""
    remains = Remains()
    number = 0
    numbers = {}
    for place, each in enumerate(logs, start=1):
        for part in each.changes:
            number += 1
            numbers[*each.key, part.n] = number
            remains.changes.setdefault(place, {})[number] = part
    if proved:
        for id_, own in heads_of(logs).items():
            for field, part_heads in own.items():
                remains.heads.update((numbers[head.ref], (id_, field)) for head in part_heads)
    for each_row in rows:
        remains.rows.setdefault(str(each_row[0]), []).append(each_row)  # type: ignore[arg-type]
    return remains


def written(made: Changeset | None) -> dict[tuple[str, str], str | None]:
    return {} if made is None else {(part.entity, part.field): part.new for part in made.changes}


def test_a_value_whose_change_is_lost_is_taken_from_the_tables() -> None:
    lost = changeset(HERE, 2, 2, change(1, TENDER, "title", "Two", (HERE, 1, 3)))
    remains = remains_of(BASE, lost, rows=(row(TENDER, title="Two"),))
    revived = revive(PLAN, remains, {1: BASE}, [BASE])
    assert written(revived.changeset) == {(TENDER, "title"): '"Two"'}
    assert revived.changeset is not None
    assert revived.changeset.changes[0].supersedes == ((HERE, 1, 3),)
    assert (revived.rows, revived.doubtful) == ((TENDER,), ())


def test_a_value_with_a_single_witness_is_told() -> None:
    remains = remains_of(BASE, rows=(row(TENDER, title="One", notes="Seen nowhere else"),))
    revived = revive(PLAN, remains, {1: BASE}, [BASE])
    assert written(revived.changeset) == {(TENDER, "notes"): '"Seen nowhere else"'}
    assert revived.doubtful == (TENDER,)


def test_an_old_page_of_the_tables_never_passes_over_what_the_log_proves() -> None:
    later = changeset(HERE, 2, 2, change(1, TENDER, "title", "Two", (HERE, 1, 3)))
    remains = remains_of(BASE, later, rows=(row(TENDER, title="One"),))
    assert revive(PLAN, remains, {1: BASE, 2: later}, [BASE, later]).changeset is None


def test_whole_changesets_that_build_on_a_lost_one_still_speak() -> None:
    upon = changeset(HERE, 3, 3, change(1, TENDER, "title", "Three", (HERE, 2, 1)), change(2, LEASE, "alive", True))
    remains = remains_of(BASE, upon, proved=False)
    revived = revive(PLAN, remains, {1: BASE, 3: upon}, [BASE])
    assert written(revived.changeset) == {(TENDER, "title"): '"Three"', (LEASE, "alive"): "true"}


def test_a_row_that_was_deleted_stays_deleted_where_a_whole_changeset_says_so() -> None:
    gone = changeset(
        THERE,
        2,
        3,
        *(
            part._replace(n=n, new=None, old=part.new, tomb=1, supersedes=((HERE, 1, n + 1),))
            for n, part in enumerate(BASE.changes[1:], start=1)
        ),
    )
    revived = revive(PLAN, remains_of(BASE, gone, proved=False), {1: BASE, 2: gone}, [BASE])
    assert set(written(revived.changeset).values()) == {None}


@pytest.mark.parametrize("cell", [(TENDER, "gizmo", *row(TENDER)[2:]), (TENDER, 5, *row(TENDER)[2:]), (TENDER, "x", 1)])
def test_rows_that_no_field_can_hold_are_passed_over(cell: tuple[object, ...]) -> None:
    assert revive(PLAN, remains_of(BASE, rows=(cell,)), {1: BASE}, [BASE]).changeset is None


def test_without_the_plans_own_row_there_is_no_plan() -> None:
    assert revive(PLAN, remains_of(rows=(row(TENDER, title="One"),)), {}, []).changeset is None


def test_the_first_change_of_all_may_be_lost_and_the_plan_is_there(tmp_path: Path) -> None:
    path, out = tmp_path / "saltway.mkplan", tmp_path / "rescued.mkplan"
    made = make(path)
    for number in range(5):
        made.session.run(Retitle(AUDIT, f"Sign {number}"))
    plan: Plan = made.plan
    made.close()
    tamper(path, "UPDATE change SET new = '\"Forged\"' WHERE id = 1", "UPDATE meta SET value = 'x' WHERE key = 'plan'")
    report = salvage(path, out)
    assert report.kept == 0, "every change builds on the first"
    assert receive(out.read_bytes(), out.name).shown == plan
    rescued = open_plan(out)
    assert rescued.verify() == []
    assert [each.label for each in rescued.history()] == ["Rescue what could be read"]
    rescued.session.run(Retitle(LEASE, "Life goes on"))
    assert isinstance(rescued.plan.items[LEASE], Item)
    rescued.close()
