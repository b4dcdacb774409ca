"""The plans that paper is tried on, ordinary and hard, and all that is asked of each file made from them.

A new report needs nothing here: it is tried on every plan as soon as it is in the registry.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkplanner.charts.fonts import readable, runs
from mkplanner.charts.shapes import Content, Document, Node, Text
from mkplanner.models.plan import ItemKind, Plan, PlanInfo
from mkplanner.models.status import Rag, Status
from tests.builders import example_plan
from tests.charts.paper import nodes, said
from tests.charts.plan_maker import SALTWAY, PlanMaker
from tests.charts.sample_plans import awkward, by, crowd, many, saltway, span
from tests.charts.seed_plans import SEEDS, seed_plan
from tests.pdf_checker import findings

WELSH = "Cydbwyllgor: cytuno ar drefniadau’r gwasanaeth archwilio, gŵyl y dŵr a’r tŷ; ŷ Ŵ â ê î ô û ẁ ẃ ẅ ẏ"
EMOJI = "Launch \U0001f680 the site \U0001f468\u200d\U0001f4bb\ufe0f with \u2764\ufe0f, \u6c49\u5b57 and \U0001f3f4\U000e0067"


def one_row() -> Plan:
    make = PlanMaker()
    make.add("Agree the terms of reference", by("By 31 March 2026", 2026, 3, 31), owners=["Partnership Lead"])
    return make.plan()


def welsh() -> Plan:
    make = PlanMaker(
        PlanInfo("plan", title=WELSH, council="Cyngor Aberdŵr", author="Y Prif Weithredwr", appendix="Atodiad Ŵ")
    )
    theme = make.add("Llywodraethu a gŵyl y dŵr", kind=ItemKind.THEME)
    row = make.add(
        WELSH,
        span("Hydref 25 – Ionawr 26", by("", 2025, 10, 1).segments[0].end, by("", 2026, 1, 31).segments[0].end),
        below=theme,
        status=Status.ON_TRACK,
        owners=["Pennaeth Ŷ"],
    )
    make.say(row, "Mae’r drafft ŵ ŷ yn barod", by("", 2025, 9, 9).segments[0].end, Rag.AMBER)
    make.expect("Un gwasanaeth i’r tŷ", row)
    return make.plan()


def emoji() -> Plan:
    make = PlanMaker(PlanInfo("plan", title=EMOJI, marking="\U0001f512 OFFICIAL"))
    row = make.add(EMOJI, "Soon \u23f3", status=Status.LATE, owners=["Team \U0001f680"])
    make.add("\U0001f600" * 40, "\U0001f4c5 March 2026", below=row)
    make.say(row, EMOJI, None, Rag.RED)
    return make.plan()


def long_word() -> Plan:
    make = PlanMaker(PlanInfo("plan", title="x" * 400, council="y" * 200, appendix="z" * 120))
    theme = make.add("t" * 400, kind=ItemKind.THEME, ref="R" * 40)
    row = make.add("a" * 400, "d" * 400, below=theme, status=Status.AT_RISK, owners=["o" * 400])
    make.add("b" * 400, by("By 31 March 2026", 2026, 3, 31), below=row, owners=["p" * 400])
    make.say(row, "u" * 400, None, Rag.AMBER)
    make.expect("e" * 400, row)
    return make.plan()


def empty_cells() -> Plan:
    make = PlanMaker(PlanInfo("plan"))
    theme = make.add("", kind=ItemKind.THEME)
    row = make.add("", "", below=theme)
    make.add("", None, below=row)
    make.add(" ", " ", below=row, owners=[""])
    make.say(row, "")
    make.expect("", row)
    make.add("", None)
    return make.plan()


def thousand() -> Plan:
    return many(1000)


PLANS: dict[str, Callable[[], Plan]] = {
    "example": example_plan,
    "saltway": saltway,
    "no rows": lambda: PlanMaker().plan(),
    "one row": one_row,
    "thousand rows": thousand,
    "welsh": welsh,
    "emoji": emoji,
    "long word": long_word,
    "empty cells": empty_cells,
    "awkward": awkward,
    "sixty parties": lambda: crowd(60, 40),
    "fifteen years": lambda: many(120, years=15),
}
"""Plans by name; the seeds come on top where they lie beside the checkout."""
NAMES = (*PLANS, *SEEDS)
_HYPHENS = re.compile(r"(?<=\w)-\s+(?=\w)")


def corpus_plan(name: str, request: pytest.FixtureRequest) -> Plan:
    """A plan by its name; a seed's test is skipped where the papers are not at hand."""
    if name in PLANS:
        return PLANS[name]()
    return seed_plan(request.getfixturevalue("shared"), name)


def faults(path: Path, document: Document) -> list[str]:
    """All that is wrong with a file: by our checker, by qpdf, in the order of its words, and in its heads."""
    return [*findings(path), *_qpdf(path), *_reading_order(path, document), *heads(document)]


def _qpdf(path: Path) -> Iterator[str]:
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        if done.returncode:
            yield f"qpdf: {(done.stdout + done.stderr)[-300:]}"


def _reading_order(path: Path, document: Document) -> Iterator[str]:
    """What a stranger's program reads from the tags, word for word, against the order that layout had in mind."""
    if not shutil.which("pdfinfo"):
        return
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=False)
    text = done.stdout.decode("utf-8", "replace")
    heard = [word for line in text.splitlines() for word in _quoted(line)]
    meant = " ".join(_shown(document.root)).split()
    if _close(heard) != _close(meant):
        at = next((n for n, pair in enumerate(zip(heard, meant, strict=False)) if pair[0] != pair[1]), len(meant))
        yield f"read as {' '.join(heard[at : at + 8])!r} instead of {' '.join(meant[at : at + 8])!r}"


def _close(words: list[str]) -> str:
    """Words in a row; that program parts a square from its neighbours."""
    return re.sub(r"\s*\u25a1\s*", "\u25a1", " ".join(words))


def _quoted(line: str) -> list[str]:
    """The words of one line of `pdfinfo -struct-text`, which puts each run of text in quotation marks."""
    found = re.match(r'\s*"(.*)"$', line)
    return found.group(1).split() if found else []


def _shown(node: Node) -> Iterator[str]:
    """The words of an element with the squares that stand for what no font has; that program does not look behind them."""
    for kid in node.kids:
        if isinstance(kid, Content):
            shapes = (shape for shape in kid.shapes if isinstance(shape, Text))
            yield "".join(run.words for shape in shapes for run in runs(readable(shape.words), shape.face))
        else:
            yield from _shown(kid)


def _words(node: Node) -> Iterator[str]:
    for kid in node.kids:
        if isinstance(kid, Content):
            yield "".join(readable(shape.words) for shape in kid.shapes if isinstance(shape, Text))
        else:
            yield from _words(kid)


def heads(document: Document) -> Iterator[str]:
    """Tables without exactly one head, and pages on which a table goes on without showing it."""
    for table in nodes(document.root, "Table"):
        found = nodes(table, "THead")
        if len(found) != 1:
            yield f"a table has {len(found)} heads"
            continue
        wanted = Counter(said(cell) for row in nodes(found[0], "TR") for cell in nodes(row, "TH"))
        inside = {id(content) for content in _contents(table)}
        for number, page in enumerate(document.pages, start=1):
            if not any(id(part) in inside for part in page.content):
                continue
            shown = "".join(shape.words for part in page.content for shape in part.shapes if isinstance(shape, Text))
            missing = [words for words in wanted if _joined(words) not in _joined(shown)]
            if missing:
                yield f"page {number}: the head of the table is not shown: {missing}"


def _joined(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _contents(node: Node) -> Iterator[Content]:
    for kid in node.kids:
        if isinstance(kid, Content):
            yield kid
        else:
            yield from _contents(kid)


def lost_words(document: Document, plan: Plan) -> list[str]:
    """Words of the rows' titles that stand nowhere on the pages, a word broken with a hyphen put together again."""
    text = _HYPHENS.sub("", " ".join(_words(document.root)))
    text = re.sub(r"\s+", "", text)
    titles = (readable(item.title) for item in plan.items.values() if not item.kind.is_heading)
    return [title for title in titles if re.sub(r"\s+", "", title).replace("-", "") not in text.replace("-", "")]


__all__ = ["NAMES", "PLANS", "SALTWAY", "corpus_plan", "faults", "heads", "lost_words"]
