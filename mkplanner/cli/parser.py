"""The words of the command line: verbs, their files and their options."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from mkplanner import __version__

THEMES = ("light", "dark", "contrast")
VIEWS = ("timetable", "rasic")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of everything `mkplanner` understands; wrong usage exits with status 2."""
    parser = argparse.ArgumentParser(
        prog="mkplanner",
        description="Plans for services shared between councils. Without a verb the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"MK Planner {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _add_open(verbs)
    _add_making(verbs)
    _add_telling(verbs)
    _add_sharing(verbs)
    _add_drawing(verbs)
    return parser


_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_open(verbs: _Verbs) -> None:
    verb = verbs.add_parser("open", help="show the window, with a plan or the start page")
    verb.add_argument("plan", nargs="?", type=Path, metavar="PLAN")


def _add_making(verbs: _Verbs) -> None:
    verb = verbs.add_parser("new", help="make a plan")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument(
        "--template",
        metavar="NAME",
        help="start from blank, example, a layout or your own template",
    )
    verb.add_argument("--title", metavar="TEXT")
    _add_years(verb)
    verb = verbs.add_parser("import", help="add to a plan what a text holds")
    verb.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    verb.add_argument("--to", required=True, type=Path, metavar="PLAN", dest="plan")
    verb.add_argument("--format", metavar="NAME")
    verb.add_argument("--json", action="store_true")
    _add_years(verb)
    verb = verbs.add_parser(
        "do", help="carry out commands, one JSON line each, and answer each when it is safe on disk"
    )
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("file", nargs="?", default="-", metavar="FILE")
    verb = verbs.add_parser("sync", help="bring the plan's file and this computer's copy together")
    verb.add_argument("plan", type=Path, metavar="PLAN")


def _add_telling(verbs: _Verbs) -> None:
    verb = verbs.add_parser("show", help="print the whole plan")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("--json", action="store_true", help="in the form that scripts rely on; otherwise as an outline")
    verb = verbs.add_parser("check", help="print what a careful colleague would point out")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("--json", action="store_true")
    verb.add_argument("--strict", action="store_true", help="exit 1 where there is an error or a warning")
    verb = verbs.add_parser("verify", help="prove that the plan's file is whole")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb = verbs.add_parser("timeframe", help="read a date as it is written")
    verb.add_argument("words", nargs="?", metavar="WORDS")
    verb.add_argument("--lines", metavar="FILE", help="JSON lines {text, plan_context}; - is standard input")
    verb.add_argument("--column", metavar="HEADING")
    verb.add_argument("--json", action="store_true")
    _add_years(verb)


def _add_sharing(verbs: _Verbs) -> None:
    verb = verbs.add_parser("history", help="print who changed what, and when")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("--since", metavar="MARK", help="only what is different since a mark")
    verb.add_argument("--json", action="store_true")
    verb = verbs.add_parser("mark", help="remember this moment under a name, to see later what has changed since")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("name", metavar="NAME")
    verb = verbs.add_parser("merge", help="take in what another copy of the plan has")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("other", type=Path, metavar="OTHER")
    verb.add_argument("--json", action="store_true")
    verb = verbs.add_parser("conflicts", help="print what several people wrote into one place at the same time")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("--json", action="store_true")
    verb = verbs.add_parser("resolve", help="settle a conflict")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("conflict", metavar="CONFLICT")
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument("--take", type=int, metavar="N", help="the number of a choice, from 1")
    what.add_argument("--write", dest="words", metavar="TEXT", help="words of your own instead")


def _add_drawing(verbs: _Verbs) -> None:
    verb = verbs.add_parser("export", help="write the plan for others, in the form that OUT's ending names")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("out", type=Path, metavar="OUT")
    verb.add_argument("--report", metavar="NAME")
    verb.add_argument("--paper", choices=("A4", "A3"))
    verb.add_argument("--orientation", choices=("portrait", "landscape"))
    verb.add_argument("--tiles", type=_tiles, metavar="N")
    verb.add_argument("--dpi", type=_dpi, metavar="N", help="dots per inch of a .png")
    verb.add_argument("--date", type=_day, metavar="DATE", help="stands for today")
    verb.add_argument("--filter", metavar="TEXT")
    verb.add_argument("--since", metavar="MARK", help="for changes: a mark, or a day as 2026-04-01")
    verb.add_argument("--set", metavar="NAME", help="the choices that the plan keeps under this name")
    verb.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a choice of the report, “help” to list them; may stand several times",
    )
    verb = verbs.add_parser("picture", help="save a picture of the window")
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.add_argument("out", type=Path, metavar="OUT.png")
    verb.add_argument("--view", choices=VIEWS, default="timetable")
    verb.add_argument("--size", type=_size, default=(1366, 768), metavar="1366x768")
    verb.add_argument("--theme", choices=THEMES, default="light")


def _add_years(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--start", type=_day, metavar="DATE", help="the plan's first day, as 2026-04-01")
    verb.add_argument("--end", type=_day, metavar="DATE", help="the plan's last day")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-04-01") from None


def _tiles(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 24:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of tiles from 1 to 24")
    return int(text)


def _dpi(text: str) -> int:
    if not text.isdecimal() or not 36 <= int(text) <= 1200:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of dots per inch from 36 to 1200")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()) or not (200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write it as 1366x768")
    return int(width), int(height)
