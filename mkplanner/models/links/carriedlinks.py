"""The links of a plan after an edit, from those before it: only links that the edit has touched are looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from operator import attrgetter

from mkplanner.models.links.following import Broken, broken_by
from mkplanner.models.plan import Dependency, Plan

_BY_ID = attrgetter("id")
_LinksOf = Mapping[str, tuple[Dependency, ...]]


def carry_links(old: Plan, new: Plan, items: Set[str], links: Set[str]) -> None:
    """Hand on what was worked out about the links of `old`; `new` differs in these rows and links alone.

    Nothing is handed on where some links are not shown, as only a merge makes them: then one that goes may show another.
    """
    known, fresh = old.__dict__, new.__dict__
    if "links" not in known or "links_of" not in known:
        return
    touched = set(links)
    for id_ in items:
        if (id_ in old.items) != (id_ in new.items):
            touched.update(link.id for link in old.links_of.get(id_, ()))
    if touched:
        rows = [new.dependencies[id_] for id_ in sorted(touched) if id_ in new.dependencies]
        if len(old.links) != len(old.dependencies) or not _are_shown(new, old.links_of, rows, touched):
            return
        kept = [link for link in old.links if link.id not in touched]
        fresh["links"] = tuple(sorted([*kept, *rows], key=_BY_ID)) if rows else tuple(kept)
        fresh["links_of"] = _links_of(old, rows, touched)
    else:
        fresh.update(links=known["links"], links_of=known["links_of"])
    if "_broken_links" in known:
        fresh["_broken_links"] = _broken(old, new, items, touched)


def _are_shown(plan: Plan, before: _LinksOf, rows: Iterable[Dependency], touched: Set[str]) -> bool:
    """Whether these links hold two rows of the plan together that no other link holds in the same way."""
    seen = set()
    for row in rows:
        if row.before not in plan.items or row.after not in plan.items or row.before == row.after:
            return False
        others = (link for link in before.get(row.before, ()) if link.id not in touched)
        if _ends(row) in seen or any(_ends(link) == _ends(row) for link in others):
            return False
        seen.add(_ends(row))
    return True


def _ends(link: Dependency) -> tuple[str, str, str]:
    return link.before, link.after, link.type


def _links_of(old: Plan, rows: list[Dependency], touched: Set[str]) -> _LinksOf:
    found = dict(old.links_of)
    gone = [old.dependencies[id_] for id_ in touched if id_ in old.dependencies]
    for end in {end for link in (*gone, *rows) for end in (link.before, link.after)}:
        own = [link for link in old.links_of.get(end, ()) if link.id not in touched]
        own += [link for link in rows if end in (link.before, link.after)]
        if own:
            found[end] = tuple(sorted(own, key=_BY_ID))
        else:
            found.pop(end, None)
    return found


def _broken(old: Plan, new: Plan, items: Set[str], touched: Set[str]) -> Mapping[str, Broken]:
    before: Mapping[str, Broken] = old.__dict__["_broken_links"]
    doubtful = {link.id: link for id_ in items for link in new.links_of.get(id_, ())}
    doubtful |= {id_: new.dependencies[id_] for id_ in touched if id_ in new.dependencies}
    kept = {id_: one for id_, one in before.items() if id_ not in doubtful and id_ not in touched}
    kept.update({link.id: one for link in doubtful.values() if (one := broken_by(new, link))})
    return kept
