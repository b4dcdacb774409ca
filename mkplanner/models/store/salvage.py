"""Rescuing what can be read of a damaged plan: a new plan file that is whole, and in plain sentences what is missing.

Only changesets that still match their digest are believed, and only with everything they build on, so that the new file
passes every check; what the plan held besides is added as one changeset more (`reviving.py`). The new file keeps the plan's
id: merging it with a whole copy later brings back what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mkplanner.errors import DamagedPlanError, NewerPlanError, PlannerError
from mkplanner.models.store.cells import cells, page_sizes
from mkplanner.models.store.connection import FORMAT, bytes_of
from mkplanner.models.store.intake import read_file, receive
from mkplanner.models.store.log import Changeset, Ref, Session, digest_of
from mkplanner.models.store.losses import Losses
from mkplanner.models.store.publishing import replace_whole
from mkplanner.models.store.remains import Remains
from mkplanner.models.store.reviving import revive
from mkplanner.models.store.wording import called, folder_of
from mkplanner.records import frozen

NUMBERS = ("format", "min_reader", "min_writer")
_UNTOUCHED = "The damaged file was left as it is."


@frozen
class SalvageReport:
    """What became of a damaged plan: how many changes of its history were kept and how many are known to be missing from it.

    `missing` is the least number: what left no trace cannot be counted. `sentences` is empty where nothing is missing.
    """

    path: Path
    kept: int
    missing: int
    sentences: tuple[str, ...]


def salvage(path: Path, out: Path) -> SalvageReport:
    """Write what can be read of a damaged plan to a new file and tell what is missing; the damaged file stays untouched.

    Raises `PlannerError` where nothing can be read, where there is a file at `out` already, or where none can be written.
    """
    if out.exists():
        raise PlannerError(f"There is already a file {called(out)} in {folder_of(out)}.", "Choose another name.")
    data = read_file(path)
    plan, remains, kept = _searched(data, path)
    numbers = _numbers(remains.meta)
    if int(numbers["min_writer"]) > FORMAT:
        raise NewerPlanError(
            f"{called(path)} was last written by a newer MK Planner.", f"Rescue it with the newer one. {_UNTOUCHED}"
        )
    changesets = closed(kept.values())
    revived = revive(plan, remains, kept, changesets)
    everything = [*changesets, revived.changeset] if revived.changeset is not None else changesets
    if not everything:
        raise DamagedPlanError(f"All that can be read in {called(path)} builds on what cannot.", _UNTOUCHED)
    try:
        _write(out, {"plan": plan, **numbers}, everything)
    except DamagedPlanError as error:
        raise _nothing_in(path) from error
    losses = Losses(remains, kept, changesets, revived, is_short=_is_short(data))
    return SalvageReport(out, len(changesets), losses.count, tuple(losses.sentences()))


def _is_short(data: bytes) -> bool:
    """Tell whether the file says of itself that it is longer than it is."""
    page = int.from_bytes(data[16:18], "big")
    return len(data) < int.from_bytes(data[28:32], "big") * (65536 if page == 1 else page)


def closed(changesets: Iterable[Changeset]) -> list[Changeset]:
    """Return, in the order of the history, those that stand complete with everything they build on; see `log.problems`."""
    reached: dict[str, tuple[Session, int, int]] = {}
    written: dict[Ref, tuple[int, str, str]] = {}
    kinds: dict[str, str] = {}
    found: list[Changeset] = []
    for each in sorted(changesets, key=lambda each: each.place):
        session, seq, lamport = reached.get(each.session.uid, (each.session, 0, 0))
        follows = session == each.session and each.seq == seq + 1 and each.lamport > lamport
        if follows and _stands(each, written, kinds):
            reached[each.session.uid] = each.session, each.seq, each.lamport
            for change in each.changes:
                written[*each.key, change.n] = each.lamport, change.entity, change.field
                kinds[change.entity] = change.kind
            found.append(each)
    while found and found[-1].lamport > len(found):
        found.pop()  # Its writer had seen more changes than there are now, and a whole log has none with such a number.
    return found


def _stands(changeset: Changeset, written: Mapping[Ref, tuple[int, str, str]], kinds: Mapping[str, str]) -> bool:
    changes = changeset.changes
    own = {change.entity: change.kind for change in changes}
    return (
        bool(changes)
        and [change.n for change in changes] == list(range(1, len(changes) + 1))
        and len({(change.entity, change.field) for change in changes}) == len(changes)
        and all(bool(change.tomb) == (change.new is None) for change in changes)
        and all(kinds.get(change.entity, own[change.entity]) == change.kind for change in changes)
        and all(
            ref in written and written[ref][0] < changeset.lamport and written[ref][1:] == (change.entity, change.field)
            for change in changes
            for ref in change.supersedes
        )
    )


def _searched(data: bytes, path: Path) -> tuple[str, Remains, dict[int, Changeset]]:
    """Return the plan's id, all that was found, and the changesets that match their digest, by number."""
    for size in page_sizes(data):
        remains = Remains()
        for cell in cells(data, size):
            remains.take(cell)
        candidates = remains.changesets()
        for plan in remains.plans():
            kept = {number: each for number, each in candidates.items() if digest_of(plan, each) == each.digest}
            if kept or remains.holds_row_of(plan):
                return plan, remains, kept
    raise _nothing_in(path)


def _nothing_in(path: Path) -> PlannerError:
    return DamagedPlanError(f"Nothing of a plan can be read in {called(path)}.", _UNTOUCHED)


def _write(out: Path, meta: Mapping[str, str], changesets: Sequence[Changeset]) -> None:
    from mkplanner.models.store.repository import create  # (writing loads SQLAlchemy)

    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            made = Path(folder) / "plan.mkplan"
            create(made, meta, changesets)
            data = bytes_of(made)
        receive(data, out.name)
        replace_whole(out, data, must_be_new=True)
    except OSError as error:
        raise PlannerError(
            f"{called(out)} cannot be written to {folder_of(out)}.", f"Choose another folder. {_UNTOUCHED}", str(error)
        ) from error


def _numbers(meta: Mapping[str, str]) -> dict[str, str]:
    """Return the format numbers as far as they can be true."""
    found = {name: meta.get(name, "") for name in NUMBERS}
    return {
        name: text if text.isascii() and text.isdigit() and len(text) < 5 else str(FORMAT)
        for name, text in found.items()
    }
