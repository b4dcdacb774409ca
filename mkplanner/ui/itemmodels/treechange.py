"""What must happen to turn one arrangement of rows into another, in steps that a Qt view can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkplanner.records import frozen
from mkplanner.ui.itemmodels.treemoves import Move, moves
from mkplanner.ui.itemmodels.treerows import ROOT, TreeRows

if TYPE_CHECKING:
    from mkplanner.ui.itemmodels.plantree import PlanTree

_MANY = 40
"""When more runs of rows than this come or go at once, starting afresh is quicker than telling each."""


@frozen
class Difference:
    """How two arrangements differ: serials that went and came, and whether rows that stayed stand otherwise."""

    gone: frozenset[int]
    come: frozenset[int]
    moved: bool


def compare(old: TreeRows, new: TreeRows) -> Difference:
    """Return what must happen to turn one arrangement into the other."""
    gone = frozenset(old.present - new.present)
    come = frozenset(new.present - old.present)
    return Difference(gone, come, _is_rearranged(old, new, gone, come))


def _is_rearranged(old: TreeRows, new: TreeRows, gone: frozenset[int], come: frozenset[int]) -> bool:
    for parent in [ROOT, *(old.present & new.present)]:
        before, after = old.kids[parent], new.kids[parent]
        if before is after or before == after:
            continue
        if [kid for kid in before if kid not in gone] != [kid for kid in after if kid not in come]:
            return True
    return any(old.present & set(new.kids[serial]) for serial in come) or any(
        new.present & set(old.kids[serial]) for serial in gone
    )


def runs(serials: frozenset[int], rows: TreeRows) -> list[tuple[int, int, int]]:
    """Return parent, first and last place of each run of neighbours among the topmost of these serials, last ones first."""
    found: list[tuple[int, int, int]] = []
    tops = sorted((rows.parent[s], rows.row[s]) for s in serials if rows.parent[s] not in serials)
    for parent, place in tops:
        if found and found[-1][0] == parent and found[-1][2] == place - 1:
            found[-1] = (parent, found[-1][1], place)
        else:
            found.append((parent, place, place))
    return found[::-1]


def turn_into(model: PlanTree, rows: TreeRows, afresh: bool = False) -> None:
    """Give a model these rows, telling views as exactly as is quick; `afresh` where nothing stays as it was."""
    difference = compare(model.rows, rows) if not afresh else None
    if difference is None or (difference.moved and (difference.gone or difference.come)):
        _start_afresh(model, rows)
    elif difference.moved:
        _rearrange(model, rows)
    else:
        _come_and_go(model, rows, difference)


def _start_afresh(model: PlanTree, rows: TreeRows) -> None:
    model.beginResetModel()
    model.rows = rows
    model.endResetModel()


def _rearrange(model: PlanTree, rows: TreeRows) -> None:
    few = moves(model.rows, rows, _MANY)
    if few is not None:
        _move_few(model, rows, few)
        return
    model.layoutAboutToBeChanged.emit()
    old, had = model.persistentIndexList(), model.rows.kids
    model.rows = rows
    new = [model.index_at(index.internalId(), index.column()) for index in old]
    model.changePersistentIndexList(old, new)
    model.layoutChanged.emit()
    model.filled.emit([serial for serial in rows.present if rows.kids[serial] and not had[serial]])


def _move_few(model: PlanTree, rows: TreeRows, few: list[Move]) -> None:
    now = model.rows
    now.depth, now.number, now.headings = rows.depth, rows.number, rows.headings
    filled = {move.parent for move in few if move.parent != ROOT and not now.kids[move.parent]}
    for move in few:
        _move(model, now, move)
    model.rows = rows
    model.filled.emit([serial for serial in filled if rows.kids[serial]])


def _move(model: PlanTree, now: TreeRows, move: Move) -> None:
    """Take neighbours to another place; those that stand there already, for others have left, stay."""
    source, target, serials = now.parent[move.serials[0]], move.parent, move.serials
    first, place = now.row[serials[0]], now.row[move.after] + 1 if move.after else 0
    last = first + len(serials) - 1
    if source == target and first <= place <= last + 1:
        return
    model.beginMoveRows(model.index_at(source), first, last, model.index_at(target), place)
    _take_away(now, source, first, last)
    place -= len(serials) if source == target and place > last else 0
    now.kids[target] = [*now.kids[target][:place], *serials, *now.kids[target][place:]]
    for serial in serials:
        now.parent[serial] = target
    now.renumber(target)
    model.endMoveRows()


def _come_and_go(model: PlanTree, rows: TreeRows, difference: Difference) -> None:
    now = model.rows
    now.depth, now.number, now.headings = rows.depth, rows.number, rows.headings
    going = runs(difference.gone, now)
    coming = runs(difference.come, rows)[::-1]
    if len(going) + len(coming) > _MANY:
        _start_afresh(model, rows)
        return
    for parent, first, last in going:
        model.beginRemoveRows(model.index_at(parent), first, last)
        _take_away(now, parent, first, last)
        model.endRemoveRows()
    for parent, first, last in coming:
        model.beginInsertRows(model.index_at(parent), first, last)
        _put_in(now, rows, parent, first, last)
        model.endInsertRows()
    model.rows = rows


def _take_away(now: TreeRows, parent: int, first: int, last: int) -> None:
    kids = now.kids[parent]
    now.kids[parent] = kids[:first] + kids[last + 1 :]
    now.renumber(parent)


def _put_in(now: TreeRows, rows: TreeRows, parent: int, first: int, last: int) -> None:
    fresh = rows.kids[parent][first : last + 1]
    now.kids[parent][first:first] = fresh
    now.renumber(parent)
    stack = list(fresh)
    for serial in fresh:
        now.parent[serial] = parent
    while stack:
        serial = stack.pop()
        now.kids[serial] = list(rows.kids[serial])
        for kid in rows.kids[serial]:
            now.parent[kid], now.row[kid] = serial, rows.row[kid]
        stack += rows.kids[serial]
