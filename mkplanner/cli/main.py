"""From the words on the command line to the work, and from trouble to one plain sentence.

Exit status: 0 done, 1 could not be done (why, on standard error), 2 wrong usage. Results go to standard output, news and
progress to standard error.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from mkplanner.errors import PlannerError

if TYPE_CHECKING:
    import argparse

log = logging.getLogger(__name__)

MODULES = {
    "new": "making",
    "import": "making",
    "do": "doing",
    "sync": "making",
    "show": "telling",
    "check": "telling",
    "verify": "telling",
    "history": "sharing",
    "mark": "sharing",
    "merge": "sharing",
    "conflicts": "sharing",
    "resolve": "sharing",
    "timeframe": "dates",
    "export": "drawing",
    "picture": "drawing",
}
"""Which module carries out which verb; each is imported only when its verb is called."""

_LONGEST = 700


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command line and return the exit status. Never shows a traceback for a user's mistake or a bad file."""
    arguments = list(sys.argv[1:] if words is None else words)
    if not arguments or _is_plan(arguments):
        return _open_window(Path(arguments[0]) if arguments else None)
    from mkplanner.cli.parser import make_parser  # the window starts without it

    chosen = make_parser().parse_args(arguments)
    if chosen.verb == "open":
        return _open_window(chosen.plan)
    _speak_unicode(sys.stdout, sys.stderr)
    return _guarded(_verb(chosen.verb), chosen)


def _is_plan(arguments: Sequence[str]) -> bool:
    """A lone argument that is no verb and no option is a plan to open, as a double-click hands it over."""
    return len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in (*MODULES, "open")


def _open_window(plan: Path | None) -> int:
    from mkplanner.app import run_window

    return run_window(plan)


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    import importlib

    module = importlib.import_module(f"mkplanner.cli.{MODULES[name]}")
    return getattr(module, f"run_{name}")  # type: ignore[no-any-return]


def _guarded(verb: Callable[[argparse.Namespace], int], chosen: argparse.Namespace) -> int:
    try:
        status = verb(chosen)
        sys.stdout.flush()
    except PlannerError as trouble:
        log.info("refused: %s", trouble.detail or trouble)
        return fail(trouble)
    except BrokenPipeError:
        # Whoever read our output (head, a pager) has seen enough; Python must not complain about it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return fail(PlannerError("Stopped, as you asked.", "What was already answered is kept."))
    except OSError as trouble:
        name = f" “{trouble.filename}”" if trouble.filename else ""
        sentence = f"The file{name} could not be used: {(trouble.strerror or str(trouble)).lower()}."
        return fail(PlannerError(sentence, "Nothing was changed; check the name and that you may write there."))
    return status


def fail(trouble: PlannerError) -> int:
    """Say on standard error what happened and what to do, in at most five lines, and return exit status 1."""
    text = " ".join(str(trouble).split())
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 2].rstrip(' .')}…"
    print(text if text.endswith(".") else f"{text}.", file=sys.stderr)
    return 1


def _speak_unicode(*streams: TextIO) -> None:
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
