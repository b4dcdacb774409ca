"""`mkplanner`, or `python -m mkplanner`: the window, or one of the verbs of the command line."""

from __future__ import annotations

import sys

from mkplanner.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
