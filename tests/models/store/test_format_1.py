"""A plan saved at format 1, kept for ever: every later version opens it and finds the same in it.

It was written with ordinary commands by Rosen and, in a copy, by Tamsin; the copies have met, so one title has two heads, and
a newer program has added a field and a kind of row that this one does not know. Never make it anew.
"""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from mkplanner.models.plan import ItemKind, PlanInfo
from mkplanner.models.rasic.letters import LETTERS
from mkplanner.models.status import Rag, Status
from mkplanner.models.store.connection import FORMAT
from mkplanner.models.store.opening import open_plan
from mkplanner.models.timeframes.timeframe import Kind
from tests.models.store.helping import Retitle, query_file

PLAN = "5e9f3a70-2f0b-4a57-9d0e-6c1b8f7a2d10"
SHA = "cabc0b5bbbec8c30613b13e80bbff93d07bd8fb80cce8521b2de8e8bc98ded9c"


@pytest.fixture
def path(checkout: Path, tmp_path: Path) -> Path:
    kept = checkout / "tests" / "plans" / "format_1.mkplan"
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == SHA, "this file is never altered"
    return Path(shutil.copy(kept, tmp_path))


def test_the_plan_says_what_it_said(path: Path) -> None:
    plan = open_plan(path).plan
    assert plan.info == PlanInfo(
        PLAN,
        "Shared premises for the Saltway Partnership",
        "Action plan 2026 to 2028",
        "Aldermere Council",
        "R. Penhallow",
        "3",
        "OFFICIAL",
        "Appendix B",
        date(2026, 4, 1),
        date(2028, 3, 31),
        4,
        "financial",
    )
    (theme,) = plan.children[None]
    assert (theme.kind, theme.title) == (ItemKind.THEME, "Premises")
    lease, keys, roof = plan.children[theme.id]
    assert lease.title == "Sign the lease of Tidemouth House"
    assert (lease.ref, lease.tags, lease.percent, lease.status) == ("S1", ("GAP", "DAP"), 40, Status.ON_TRACK)
    assert lease.by_when is not None
    assert lease.by_when.words == "By 31 March 2027 for historic services\nOngoing for new services"
    assert (lease.by_when.kind, lease.by_when.first_day) == (Kind.MULTIPLE, date(2027, 3, 31))
    assert (keys.kind, keys.title) == (ItemKind.MILESTONE, "Keys handed over")
    assert (roof.title, roof.notes) == ("Survey the roof", "After the meeting")
    (draft,) = plan.children[lease.id]
    assert draft.original is not None
    assert draft.by_when is not None
    assert (draft.original.words, draft.by_when.words) == ("w/c 2 November 2026", "Early 2027")
    assert (draft.revised_reason, draft.notes) == ("Valuation is late", "Tamsin's note")


def test_people_letters_updates_and_outcomes_are_there(path: Path) -> None:
    plan = open_plan(path).plan
    assert {party.name for party in plan.parties.values()} == {
        "Joint Premises Board (JPB)",
        "Aldermere Council",
        "R. Penhallow",
    }
    cells = {(plan.items[cell.item].title, plan.parties[cell.party].name): cell for cell in plan.assignments.values()}
    lease = "Sign the lease of Tidemouth House"
    assert cells[lease, "Joint Premises Board (JPB)"].letters == "A"
    assert (cells[lease, "R. Penhallow"].letters, cells[lease, "R. Penhallow"].qualifier) == ("RS", "assist")
    assert cells["Draft heads of terms", "R. Penhallow"].letters == "R"
    assert all(set(cell.letters) <= set(LETTERS) for cell in cells.values())
    (update,) = plan.updates.values()
    assert (update.date, update.rag, update.author) == (date(2026, 11, 2), Rag.AMBER, "R. Penhallow")
    assert update.text == "Heads of terms agreed in principle — Ŵyrfa £2.5m"
    (outcome,) = plan.outcomes.values()
    assert (outcome.text, len(outcome.items)) == ("One lease instead of three", 2)


def test_its_history_is_whole_and_names_both_writers(path: Path) -> None:
    opened = open_plan(path)
    assert opened.verify() == []
    history = opened.history()
    assert len(history) == 36
    assert [each.author for each in history[-4:]] == ["Rosen", "Tamsin", "Tamsin", "Rosen"]
    assert {each.kind for each in history} == {"new", "edit", "undo", "redo"}
    assert all(each.undoes is not None for each in history if each.kind in ("undo", "redo"))


def test_both_titles_of_the_lease_still_stand_side_by_side(path: Path) -> None:
    rows = query_file(
        path,
        "SELECT c.new FROM head h JOIN change c ON c.id = h.change WHERE h.field = 'title' GROUP BY h.entity, c.new"
        " HAVING (SELECT count(*) FROM head o WHERE o.entity = h.entity AND o.field = 'title') > 1",
    )
    assert {row[0] for row in rows} == {
        '"Agree the lease of Tidemouth House and yard"',
        '"Sign the lease of Tidemouth House"',
    }


def test_it_can_be_edited_and_what_a_newer_program_wrote_is_passed_on(path: Path) -> None:
    opened = open_plan(path)
    (theme,) = opened.plan.children[None]
    opened.session.run(Retitle(theme.id, "Premises and yards"))
    opened.close()
    again = open_plan(path)
    assert again.plan.items[theme.id].title == "Premises and yards"
    assert again.verify() == []
    unknown = query_file(path, "SELECT new FROM change WHERE field = 'cost_code' OR kind = 'meeting'")
    assert unknown == [('"TH-17"',), ("true",)]


def test_a_new_format_brings_a_saved_plan_of_its_own(checkout: Path) -> None:
    """When `FORMAT` rises: save a plan of the old format here, write its upcaster, and copy this file."""
    kept = sorted(each.name for each in (checkout / "tests" / "plans").glob("format_*.mkplan"))
    assert kept == [f"format_{number}.mkplan" for number in range(1, FORMAT + 1)]
