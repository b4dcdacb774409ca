"""A sheet of XlsxWriter that tells of progress while its rows become the file, which for long sheets takes half a second."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter.worksheet import Worksheet

from mkplanner.progress import Progress

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

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


class TellingFile(BytesIO):
    """A file in memory that reports to `progress` at each part of the workbook that is packed into it."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def write(self, data: Buffer, /) -> int:
        """Write, after asking whether one is to stop."""
        self._progress.report(1, 1, "Packing the Excel workbook")
        return super().write(data)
