"""Compares a draft with a careful person's reading of the same document, field by field.

Run as a script it prints every disagreement: `python -m tests.models.formats.compare_expected` from the checkout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from mkplanner.models.formats.base import Draft, DraftItem
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.plan import ItemKind

SHARED = Path(__file__).resolve().parents[3] / "../shared"
SEEDS = {
    "000": "seed_000_mkip_timetable",
    "001": "seed_001_hse_refit",
    "003": "seed_003_stockton_sip",
}
Check = tuple[str, object, object]
EXTRA_FIELDS = ("success", "outcome", "monitoring", "evaluation", "resources", "duration", "target", "recommendation")


def seed(number: str) -> tuple[str, dict]:
    """Return the text of a seed and its expected reading."""
    text = next((SHARED / "seeds").glob(f"{number}_*.txt"))
    expected = SHARED / "data" / "seeds" / f"{SEEDS[number]}.expected.json"
    return text.read_text("utf-8"), json.loads(expected.read_text("utf-8"))


def plan_names() -> list[str]:
    """Return the names of the further plan tables."""
    return sorted(path.stem for path in (SHARED / "data" / "plans").glob("*.txt"))


def plan_text(name: str) -> tuple[str, dict]:
    """Return one of the further plan tables and its expected reading."""
    folder = SHARED / "data" / "plans"
    return (folder / f"{name}.txt").read_text("utf-8"), json.loads(
        (folder / f"{name}.expected.json").read_text("utf-8")
    )


def checks(draft: Draft, expected: dict) -> list[Check]:
    """Return (place, expected, found) for every field that the expected reading names."""
    found = list(_plan(draft, expected))
    if "priorities" in expected:
        found += _priorities(draft, expected["priorities"])
    elif "objectives" in expected:
        actions = [a for o in expected["objectives"] for p in o["priorities"] for a in p["actions"]]
        found += _actions(draft, actions)
        titles = [p["title"] for o in expected["objectives"] for p in o["priorities"]]
        titles += [o["title"] for o in expected["objectives"]]
        have = {item.title for item in draft.items if item.kind.is_heading}
        found += [("heading", title, title if title in have else None) for title in titles]
    elif "actions" in expected:
        found += _actions(draft, expected["actions"])
        if expected.get("objective"):
            found.append(("objective", expected["objective"], next((i.title for i in draft.items), None)))
    elif "rows" in expected:
        for number, row in enumerate(expected["rows"]):
            item = draft.items[number] if number < len(draft.items) else None
            found.append((f"row {number}", "\n".join(row["dates"]), item and item.date))
    return found


def _plan(draft: Draft, expected: dict) -> Iterator[Check]:
    yield "title", expected["title"], draft.title
    window = expected.get("plan_context")
    if window:
        yield "start", window["start"], draft.start and draft.start.isoformat()
        yield "end", window["end"], draft.end and draft.end.isoformat()
    fields = {column.heading: column.field for column in draft.columns}
    for column in expected["columns"]:
        if column["heading"] and not column["heading"].startswith("("):
            yield f"column {column['heading']}", column["field"], fields.get(column["heading"], "(missing)")


def _children(draft: Draft, parent: int | None, kind: ItemKind) -> list[int]:
    return [n for n, item in enumerate(draft.items) if item.parent == parent and item.kind is kind]


def _actions(draft: Draft, actions: list[dict]) -> Iterator[Check]:
    rows = [n for n, item in enumerate(draft.items) if item.kind is ItemKind.ACTION]
    yield "count of actions", len(actions), len(rows)
    for number, want in enumerate(actions):
        row = rows[number] if number < len(rows) else None
        yield from _row(draft, f"{number}", want, row)
        subs = want.get("sub_actions", [])
        have = _children(draft, row, ItemKind.SUB_ACTION) if row is not None else []
        yield f"{number} count of sub-actions", len(subs), len(have)
        for place, sub in enumerate(subs):
            yield from _row(draft, f"{number}.{place}", sub, have[place] if place < len(have) else None)


def _row(draft: Draft, place: str, want: dict, row: int | None) -> Iterator[Check]:
    item = draft.items[row] if row is not None else DraftItem(ItemKind.ACTION, "(no row)")
    yield f"{place} title", want.get("title_clean", want["title"]), item.title
    yield f"{place} date", want["date_text"], item.date
    if "progress" in want:
        yield f"{place} progress", want["progress"], item.progress
    if "ref" in want:
        yield f"{place} ref", want["ref"], item.ref
    if "owners" in want:
        yield f"{place} owners", [_owner(owner) for owner in want["owners"]], _owners(want["owners"], item)
    texts = [o.text for o in draft.outcomes if row in o.items]
    for name in EXTRA_FIELDS:
        if want.get(name):
            everything = "\n".join([item.notes, *texts])
            yield f"{place} {name}", want[name], want[name] if want[name] in everything else everything


def _owner(owner: object) -> tuple:
    if isinstance(owner, str):
        return (owner, "", "")
    return (owner["name"], owner.get("role", ""), owner.get("part", ""), owner.get("group", False))


def _owners(want: list, item: DraftItem) -> list[tuple]:
    responsible = [owner for owner in item.owners if owner.part or "R" in owner.letters]
    found = []
    for number, owner in enumerate(responsible):
        expected = want[number] if number < len(want) else ""
        name, role = owner.name, owner.role
        if isinstance(expected, str):
            found.append((f"{name} ({role})" if role and "(" in expected else name, "", ""))
            continue
        if expected.get("abbr"):
            name = name.removesuffix(f" ({expected['abbr']})")
        group = owner.is_group or (expected.get("group", False) and name.isupper())
        found.append((name, role, owner.part, group))
    return found


def _priorities(draft: Draft, priorities: list[dict]) -> Iterator[Check]:
    rows = [n for n, item in enumerate(draft.items) if item.kind is ItemKind.PRIORITY]
    yield "count of priorities", len(priorities), len(rows)
    for number, want in enumerate(priorities):
        row = rows[number] if number < len(rows) else None
        item = draft.items[row] if row is not None else DraftItem(ItemKind.PRIORITY, "(no row)")
        yield f"{number} ref", want["ref"], item.ref
        yield f"{number} title", want["title"], item.title
        theme = draft.items[item.parent].title if item.parent is not None else None
        yield f"{number} theme", want["theme"], theme
        have = _children(draft, row, ItemKind.ACTION) if row is not None else []
        yield f"{number} count of actions", len(want["key_actions"]), len(have)
        for place, action in enumerate(want["key_actions"]):
            index = have[place] if place < len(have) else None
            yield from _key_action(draft, f"{want['ref']}.{place}", action, index)
        if want["ref"] == "RES16":
            texts = [o.text for o in draft.outcomes if row in o.items]
            yield f"{number} outcomes", want["outcomes_text"], "\n".join(texts)


def _key_action(draft: Draft, place: str, want: dict, row: int | None) -> Iterator[Check]:
    plain = {key: value for key, value in want.items() if key not in ("outcome", "outcome_items")}
    yield from _row(draft, place, plain, row)
    texts = [o.text for o in draft.outcomes if row in o.items]
    if "outcome" in want:
        items = want.get("outcome_items") or ([want["outcome"]] if want["outcome"] else [])
        yield f"{place} outcomes", sorted(items), sorted(texts)
    if "sub_items" in want:
        subs = [draft.items[n].title for n in _children(draft, row, ItemKind.SUB_ACTION)]
        yield f"{place} list", want["sub_items"], subs


def main() -> None:
    """Print the score of each document, and each disagreement."""
    for name in [*SEEDS, *plan_names()]:
        text, expected = seed(name) if name in SEEDS else plan_text(name)
        results = checks(read_text(text), expected)
        wrong = [check for check in results if check[1] != check[2]]
        print(f"{name}: {len(results) - len(wrong)} of {len(results)} agree")
        for place, want, got in wrong:
            print(f"    {place}: wanted {want!r}\n        found  {got!r}" if "-v" in sys.argv else f"    {place}")


if __name__ == "__main__":
    main()
