#!/usr/bin/env python3
"""One file to set up, run, test and bundle MK Planner, with nothing but Python itself.

    python3 installer/mk.py run [PLAN]     set up if needed, then start the program
    python3 installer/mk.py test [...]     set up if needed, then run every check; what follows goes to pytest
    python3 installer/mk.py bench [...]    set up if needed, then measure; one JSON document
    python3 installer/mk.py package        set up if needed, then build one folder that runs without Python, in dist/

With no display, `run` does the main job without a window: it opens the worked example (or PLAN), saves a picture of its
timetable and the board's PDF in `output/`, and prints where they are.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
VERBS = ("run", "test", "bench", "package")


def old_python_sentence(version: "tuple[int, int]") -> str:  # quoted: Pythons that are too old read this line as well
    """Return what to tell somebody whose Python is too old, or an empty text where it will do."""
    if version >= OLDEST_PYTHON:
        return ""
    return f"MK Planner needs Python 3.11 or later; this is Python {version[0]}.{version[1]}. Nothing was changed."


def main(arguments: "list[str]") -> int:
    """Carry out one verb and return the exit status: 0 done, 1 could not be done, 2 wrong usage."""
    sentence = old_python_sentence(sys.version_info[:2])
    if sentence:
        print(sentence, file=sys.stderr)
        return 1
    if not arguments or arguments[0] not in VERBS:
        asked_for_help = arguments[:1] in (["-h"], ["--help"])
        print(__doc__, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    sys.path.insert(0, str(ROOT))
    from installer import verbs  # only now: the rest of this folder is written for today's Python

    return verbs.carry_out(arguments[0], arguments[1:], ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
