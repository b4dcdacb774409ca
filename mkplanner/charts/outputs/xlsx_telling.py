"""A sheet of XlsxWriter that tells of progress while its rows become the file, which for long sheets takes half a second."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from mkplanner.progress import Progress

_EVERY = 100
"""Rows between two reports of progress."""


def telling_sheet(progress: Progress) -> type[Worksheet]:
    """Return the kind of sheet that reports to `progress`; `Cancelled` comes out of the workbook's `close`."""

    class TellingSheet(Worksheet):  # type: ignore[misc]
        """Tells at every hundredth row that is written out."""

        def _write_row(self, row: int, *rest: Any, **more: Any) -> None:
            if row % _EVERY == 0:
                progress.report(row, max(self.dim_rowmax, 1), "Packing the Excel workbook")
            super()._write_row(row, *rest, **more)

    return TellingSheet
