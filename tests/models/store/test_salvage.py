"""What can be read of a damaged plan is rescued into a whole one, and a good copy brings back the rest."""

import random
from pathlib import Path

import pytest

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.plan import Plan
from mkplanner.models.store.cells import cells, page_sizes
from mkplanner.models.store.intake import receive
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.remains import Remains
from mkplanner.models.store.reviving import LABEL
from mkplanner.models.store.salvage import SalvageReport, closed, salvage
from tests.models.store.helping import (
    AUDIT,
    LEASE,
    PLAN,
    TENDER,
    Retitle,
    change,
    changeset,
    forget,
    make,
    query_file,
    saved,
    tamper,
)

PAGE = 4096
LONG = "The lease runs on until every council has agreed. " * 400


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A plan of three sessions by different people, about three hundred changes, one of them far longer than a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MKPLANNER_PROFILE", str(tmp_path_factory.mktemp("profile")))
        path = make(tmp_path_factory.mktemp("plans") / "saltway.mkplan").path
        made = open_plan(path, author="Rosen")
        made.session.run(Retitle(LEASE, notes=LONG))
        for number in range(150):
            made.session.run(Retitle(TENDER, f"Tender {number}"))
        made.close()
        made = open_plan(path, author="Tamsin")
        for number in range(160):
            made.session.run(Retitle(AUDIT, f"Signing {number}"))
        made.close()
        return path.read_bytes()


@pytest.fixture
def whole(good: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "good.mkplan"
    path.write_bytes(good)
    return path


def history(data: bytes) -> tuple[Plan, list[Changeset]]:
    received = receive(data, "good.mkplan")
    return received.shown, list(received.changesets)


def rescued(data: bytes, whole: Path) -> SalvageReport:
    """Rescue, and check all that must hold after any rescue."""
    damaged, out = whole.with_name("damaged.mkplan"), whole.with_name("rescued.mkplan")
    damaged.write_bytes(data)
    out.unlink(missing_ok=True)
    report = salvage(damaged, out)
    assert damaged.read_bytes() == data
    plan, log = history(whole.read_bytes())
    found = receive(out.read_bytes(), out.name)
    kept = [each for each in found.changesets if each.label != LABEL]
    assert len(found.changesets) - len(kept) <= 1
    assert [each for each in log if each in kept] == kept, "nothing but what was written, in its order"
    assert report.kept == len(kept)
    assert bool(report.sentences) or len(kept) == len(log), report
    opened = open_plan(out)
    assert opened.verify() == []
    rows.append(opened.plan == plan)
    opened.merge(whole)
    assert opened.plan == plan
    assert not opened.conflicts()
    assert opened.verify() == []
    opened.close()
    return report


rows: list[bool] = []
"""Of each rescue of this module, whether the plan itself came out whole, whatever was lost of its history."""


def pages_of_changes(data: bytes) -> list[int]:
    """The places of the pages that hold changes, in the order of the history."""
    found = {}
    for start in range(PAGE, len(data), PAGE):
        here = [cell for cell in cells(bytes(PAGE) + data[start : start + PAGE], PAGE) if len(cell.values) == 9]
        if any(isinstance(cell.values[3], str) for cell in here):
            found[start] = min(cell.rowid or 0 for cell in here)
    return sorted(found, key=lambda start: found[start])


def zeroed(data: bytes, start: int) -> bytes:
    return data[:start] + bytes(PAGE) + data[start + PAGE :]


def test_a_whole_file_is_rescued_whole(whole: Path) -> None:
    report = rescued(whole.read_bytes(), whole)
    assert report.missing == 0
    assert report.sentences == ()


def test_every_row_of_the_log_is_found_in_the_pages(whole: Path) -> None:
    data, remains = whole.read_bytes(), Remains()
    assert page_sizes(data)[0] == PAGE
    for cell in cells(data, PAGE):
        remains.take(cell)
    for table, found in (("session", remains.sessions), ("changeset", remains.sets), ("head", remains.heads)):
        assert query_file(whole, f'SELECT count(*) FROM "{table}"') == [(len(found),)]
    assert query_file(whole, "SELECT count(*) FROM change") == [(sum(map(len, remains.changes.values())),)]
    pairs = {(one, two) for one, others in remains.causes.items() for two in others}
    assert set(query_file(whole, "SELECT change, superseded FROM supersedes")) == pairs


@pytest.mark.parametrize("which", [-4, -1])
def test_a_zeroed_page_of_changes_costs_what_builds_on_it(whole: Path, which: int) -> None:
    data = whole.read_bytes()
    report = rescued(zeroed(data, pages_of_changes(data)[which]), whole)
    assert report.kept + report.missing == len(history(data)[1])
    assert 10 < report.missing < 310
    assert rows[-1], "the plan itself is whole: its tables were not damaged"
    assert "Tamsin" in report.sentences[0]


def test_wherever_a_page_is_zeroed_the_rest_is_rescued_or_refused(whole: Path) -> None:
    data = whole.read_bytes()
    log, done = len(history(data)[1]), []
    places = range(0, len(data), PAGE)[::6]
    for start in places:
        try:
            done.append(rescued(zeroed(data, start), whole).kept)
        except DamagedPlanError as error:
            assert "can be read in “damaged.mkplan”" in error.sentence
    assert rows[-len(done) :].count(True) > len(done) * 9 // 10, (
        "but for a page of the tables, the plan itself is whole"
    )
    assert done[0] == log, "what the first page tells can be had from the others"
    assert done.count(log) > len(places) // 3, "pages of rows and indexes cost nothing"


@pytest.mark.parametrize("tenths", [9, 8, 3])
def test_a_file_cut_short_gives_what_comes_before(whole: Path, tenths: int) -> None:
    data = whole.read_bytes()
    try:
        report = rescued(data[: len(data) * tenths // 10], whole)
    except DamagedPlanError:
        assert tenths <= 3
    else:
        assert any("ends too soon" in sentence for sentence in report.sentences)


def test_flipped_bits_never_bring_in_anything_untrue(whole: Path) -> None:
    data, chance = whole.read_bytes(), random.Random(7)
    pages = pages_of_changes(data)[1:]
    for _ in range(12):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 4))):
            damaged[chance.choice(pages) + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        rescued(bytes(damaged), whole)
        assert rows[-1]


def test_a_tampered_changeset_is_left_out_and_named(whole: Path) -> None:
    log = history(whole.read_bytes())[1]
    damaged = whole.with_name("tampered.mkplan")
    damaged.write_bytes(whole.read_bytes())
    tamper(damaged, """UPDATE change SET new = '"Forged"' WHERE new = '"Signing 40"'""")
    report = rescued(damaged.read_bytes(), whole)
    place = next(n for n, each in enumerate(log) if any(part.new == '"Signing 40"' for part in each.changes))
    assert report.kept == place, "all that came before"
    assert report.missing == len(log) - place
    told = f"{report.missing} changes at least are missing from the history, by Tamsin, of "
    assert report.sentences[0].startswith(told)
    assert rows[-1]
    assert report.sentences[1] == f"{report.missing - 1} of them can be read, but build on what cannot."
    assert report.sentences[2] == "What 1 row holds was found all the same and is in the new plan: “Signing 159”."


def test_what_does_not_build_on_the_loss_stays() -> None:
    first = changeset("a" * 16, 1, 1, change(1, TENDER, "title", "One"))
    lost = changeset("a" * 16, 2, 2, change(1, TENDER, "title", "Two", ("a" * 16, 1, 1)))
    after = changeset("a" * 16, 3, 3, change(1, TENDER, "ref", "x"))
    other = changeset("b" * 16, 1, 2, change(1, LEASE, "title", "Three"))
    upon = changeset("c" * 16, 1, 3, change(1, TENDER, "title", "Four", ("a" * 16, 2, 1)))
    assert closed([first, lost, after, other, upon]) == [first, lost, other, after, upon]
    assert closed([upon, after, other, first]) == [first, other]


def test_a_file_with_nothing_in_it_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "damaged.mkplan"
    for data in (b"", b"SQLite format 3\0" + bytes(50_000), random.Random(1).randbytes(60_000)):
        path.write_bytes(data)
        with pytest.raises(DamagedPlanError, match="Nothing of a plan can be read"):
            salvage(path, tmp_path / "out.mkplan")
    assert [each.name for each in tmp_path.iterdir()] == ["damaged.mkplan"]


def test_a_rescue_writes_over_nothing(tmp_path: Path) -> None:
    path, there = tmp_path / "saltway.mkplan", tmp_path / "there.mkplan"
    saved(path)
    forget()
    there.write_bytes(b"mine")
    with pytest.raises(PlannerError, match="already a file"):
        salvage(path, there)
    with pytest.raises(PlannerError, match="cannot be written"):
        salvage(path, tmp_path / "nowhere" / "out.mkplan")
    assert there.read_bytes() == b"mine"
    assert salvage(path, tmp_path / "out.mkplan").kept == 2
    assert query_file(tmp_path / "out.mkplan", "SELECT value FROM meta WHERE key = 'plan'") == [(PLAN,)]
