"""Chooses the reader that fits a file, and turns its bytes into text whatever program saved it."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

from mkplanner.errors import PlannerError
from mkplanner.models.formats.base import Draft, Reader
from mkplanner.models.formats.read_csv import read_csv
from mkplanner.models.formats.read_docx import read_docx
from mkplanner.models.formats.read_html import read_html
from mkplanner.models.formats.read_json import read_json
from mkplanner.models.formats.read_mspdi import read_mspdi
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.formats.read_xlsx import read_xlsx
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.records import frozen

LARGEST = 50_000_000
"""Bytes; a longer text is no table that somebody maintains by hand."""

PARCELS = frozenset({"docx", "xlsx"})
"""Readers of files that are no text."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\x00", "a database"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text document"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_KEEP = "Nothing was changed."
_COPY = f"Open it in the program it was made with, copy the table and paste it here. {_KEEP}"
_MOST_ODD = 0.02


@frozen
class TextReader:
    """Plain text: minutes, timetables, web pages, tables with tabs or pipes."""

    id: str = "text"
    name: str = "Plain text"
    endings: tuple[str, ...] = (".txt", ".text", ".md", ".tsv", ".tab", "")

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the rows of the text. Raises `PlannerError` where the bytes are no text."""
        return read_text(decode(content), start=context.start, end=context.end)


@frozen
class CsvReader:
    """Comma-separated values, as Excel saves them; semicolons and tabs are recognised."""

    id: str = "csv"
    name: str = "Comma-separated values"
    endings: tuple[str, ...] = (".csv",)

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the rows of the table. Raises `PlannerError` where the bytes are no text."""
        return read_csv(decode(content), start=context.start, end=context.end)


@frozen
class WordReader:
    """Word documents: every table of actions in them."""

    id: str = "docx"
    name: str = "Word document"
    endings: tuple[str, ...] = (".docx", ".docm")

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the rows of the tables. Raises `PlannerError` where the bytes are no Word document."""
        return read_docx(content, context)


@frozen
class ExcelReader:
    """Excel workbooks: every sheet with a table of actions."""

    id: str = "xlsx"
    name: str = "Excel workbook"
    endings: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the rows of the sheets. Raises `PlannerError` where the bytes are no workbook."""
        return read_xlsx(content, context)


@frozen
class WebReader:
    """Web pages: every table of actions in them."""

    id: str = "html"
    name: str = "Web page"
    endings: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the rows of the tables."""
        return read_html(decode(content), context)


@frozen
class JsonReader:
    """The JSON of `export` and `show --json`: a whole plan."""

    id: str = "json"
    name: str = "MK Planner's JSON"
    endings: tuple[str, ...] = (".json",)

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the plan. Raises `PlannerError` where the text holds none."""
        return read_json(decode(content))


@frozen
class ProjectReader:
    """Microsoft Project's XML: its tasks."""

    id: str = "mspdi"
    name: str = "Microsoft Project (XML)"
    endings: tuple[str, ...] = (".xml",)

    def read(self, content: bytes, context: PlanContext) -> Draft:
        """Return the tasks. Raises `PlannerError` where the text is no project."""
        return read_mspdi(decode(content), context)


READERS: tuple[Reader, ...] = (
    TextReader(),
    CsvReader(),
    WordReader(),
    ExcelReader(),
    WebReader(),
    JsonReader(),
    ProjectReader(),
)
"""Every format that can be brought in."""


def read_source(path: Path, *, start: date | None = None, end: date | None = None, format: str | None = None) -> Draft:
    """Return what a file holds, read by the reader that `format` names, or that fits the file's name and content.

    Raises `PlannerError` with one sentence for a file that is missing, empty, too large or no text, and for an unknown
    format. A text without a table gives a draft without rows and a notice that says so.
    """
    reader = reader_for(path, format)
    content = _content(path)
    if reader.id not in PARCELS:
        refuse_binary(content, path.name)
    return reader.read(content, PlanContext(start, end))


def reader_for(path: Path, format: str | None = None) -> Reader:
    """Return the reader with this id, or the one for the file's ending; text where no ending tells more."""
    if format is not None:
        found = next((reader for reader in READERS if reader.id == format), None)
        if found is None:
            known = ", ".join(reader.id for reader in READERS)
            raise PlannerError(f"There is no format called “{format}”.", f"Formats are {known}. {_KEEP}")
        return found
    return next((reader for reader in READERS if path.suffix.lower() in reader.endings), READERS[0])


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise PlannerError(f"“{path.name}” is a folder, not a file.", _KEEP)
        if path.stat().st_size > LARGEST:
            raise PlannerError(f"“{path.name}” is too large to be a table of actions.", _KEEP)
        content = path.read_bytes()
    except FileNotFoundError as trouble:
        raise PlannerError(f"There is no file “{path.name}”.", f"Check the name. {_KEEP}", str(trouble)) from trouble
    except (OSError, ValueError) as trouble:
        advice = f"Check that you may open it and that nobody has locked it. {_KEEP}"
        raise PlannerError(f"“{path.name}” cannot be read.", advice, str(trouble)) from trouble
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise PlannerError(f"“{path.name}” is empty.", _KEEP)
    return content


def refuse_binary(content: bytes, name: str) -> None:
    """Raise `PlannerError` naming what a file is where it is not text."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature) and not (len(signature) == 2 and _is_text(content)):
            raise PlannerError(f"“{name}” is {what}, which cannot be read as text.", _COPY)
    if not _is_text(content):
        raise PlannerError(f"“{name}” is not a text file.", _COPY)


def decode(content: bytes) -> str:
    """Return bytes as text: UTF-8 and UTF-16 with or without a mark, else the Windows code page of western Europe."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    wide = _wide_encoding(content)
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _wide_encoding(content: bytes) -> str | None:
    """Recognise UTF-16 without a mark: English text in it has a zero in every second byte."""
    sample = content[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _is_text(content: bytes) -> bool:
    """Whether bytes read as text: hardly any control characters, whatever the encoding."""
    sample = decode(content[:100_000])
    odd = sum((sign < " " and sign not in "\t\n\r\f\v\x1c\x1d\x1e") or sign in "\x7f\ufffd" for sign in sample)
    return odd <= _MOST_ODD * len(sample)
