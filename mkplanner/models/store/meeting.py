"""The shared file as a meeting point: read it whole, take in what others wrote, and publish what they do not have yet."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.store import pictures
from mkplanner.models.store.connection import FORMAT, bytes_of, reading, reading_bytes
from mkplanner.models.store.intake import Received, read_file, receive, receive_trusted
from mkplanner.models.store.log import digest_of
from mkplanner.models.store.published import fingerprint, is_ours, remember
from mkplanner.models.store.publishing import CannotReplaceError, check_writable, replace_whole
from mkplanner.models.store.reading import read_last, read_log, read_meta, read_vector
from mkplanner.models.store.sharelock import ShareLock
from mkplanner.models.store.wording import called, folder_of
from mkplanner.models.store.workingcopy import WorkingCopy
from mkplanner.records import frozen

if TYPE_CHECKING:
    from mkplanner.models.store.repository import Writer

Vector = dict[str, int]
DIGESTS = "SELECT s.uid, c.seq, c.digest FROM changeset c JOIN session s ON s.no = c.session"


@frozen
class SyncReport:
    """What one meeting came to: whether everything of ours is in the shared file now, and how many changes came from others.

    `reason` is empty, or what stands in the way, as the end of a sentence.
    """

    published: bool
    adopted: int = 0
    reason: str = ""

    @property
    def waiting(self) -> str:
        """The sentence that says why our changes stay on this computer for now, or nothing."""
        return f"{_KEPT}: {self.reason}." if self.reason else ""


@frozen
class SavedState:
    """Where the newest edits are: `published` in the plan file, or on this computer for the reason in `sentence`."""

    published: bool
    sentence: str


@frozen
class _Shared:
    """What stands in the shared file: nothing (`mark` empty), or what it knows and what it has for us."""

    mark: str
    vector: Vector
    news: Received | None


class Meeting:
    """Brings one working copy and one shared file together; safe to call from a background thread.

    `writer` gives the one who writes to the working copy, made only when something is to be written.
    """

    def __init__(self, path: Path, copy: WorkingCopy, writer: Callable[[], Writer], who: str) -> None:
        self._path = path
        self._who = who
        self._copy = copy
        self._writer = writer
        self._at_rest: tuple[object, int] | None = None
        self._met: tuple[int, int, int] | None = None
        self._theirs = _Shared("", {}, None)
        self.sent_up_to = 0
        """The newest changeset of the working copy that is known to be in the shared file."""

    def sync(self) -> SyncReport:
        """Meet once. Trouble with the shared place is told in the report, never raised; no edit is lost by it."""
        if self._at_rest is not None and self._at_rest == (signature(self._path), self._last()):
            return SyncReport(published=True)
        adopted = 0
        self._met = signature(self._path)
        try:
            adopted = self.adopt()
            if not self._has_news():
                return self._rested(adopted)
            check_writable(self._path)
            with ShareLock(self._path, self._who):
                adopted += self.adopt()
                data = self._publish()
            pictures.keep(self._path, self._theirs.mark, data)
            return self._rested(adopted)
        except CannotReplaceError as error:
            return SyncReport(False, adopted, str(error))
        except PlannerError as error:
            return SyncReport(False, adopted, _as_clause(error.sentence))
        except OSError as error:
            return SyncReport(False, adopted, _reason(error, self._path))

    def adopt(self) -> int:
        """Take in what the shared file has and the working copy lacks; return the number of changesets."""
        with reading(self._copy.database) as query:
            mine = {(uid, seq): digest for uid, seq, digest in query(DIGESTS)}
        self._theirs = look_at(self._path, self._copy.plan, mine, self._theirs)
        news = self._theirs.news
        if news is None or not news.changesets:
            return 0
        return self._writer().adopt(news.changesets, news.meta)

    def adopt_if_possible(self) -> None:
        """Take in what can be had; what is wrong with the shared place is for the next sync to say."""
        with contextlib.suppress(PlannerError, OSError):
            self.adopt()

    def _has_news(self) -> bool:
        with reading(self._copy.database) as query:
            return bool(lacking(read_vector(query), self._theirs.vector))

    def _publish(self) -> bytes:
        data = bytes_of(self._copy.database)
        vector = check_outgoing(data, self._theirs.vector)
        mark = fingerprint(data)
        remember(mark)
        replace_whole(self._path, data, must_be_new=not self._theirs.mark)
        self._theirs = _Shared(mark, vector, None)
        self._copy.note_sent(vector)
        return data

    def _rested(self, adopted: int) -> SyncReport:
        """Remember how far we are; what another process has written meanwhile is its own to publish, or for next time."""
        with reading(self._copy.database) as query:
            if not lacking(read_vector(query), self._theirs.vector):
                self.sent_up_to = read_last(query)
                self._met = signature(self._path)
                self._at_rest = (self._met, self.sent_up_to)
        return SyncReport(True, adopted)

    def is_file_new(self) -> bool:
        """Whether the shared file has been replaced since the last meeting, however that went; safe on a background thread."""
        now = signature(self._path)
        return now is not None and now != self._met

    def is_all_sent(self) -> bool:
        """Whether the working copy holds nothing that was not in the shared file when we last looked."""
        return self._at_rest is not None and self._at_rest[1] == self._last()

    def _last(self) -> int:
        with reading(self._copy.database) as query:
            return read_last(query)


def look_at(path: Path, plan: str, mine: dict[tuple[str, int], str], before: _Shared | None = None) -> _Shared:
    """Return what a shared file knows, with the changesets that are not among `mine` (by name, with their digests).

    A file that is to the byte what it was `before`, and has nothing for us, is not checked a second time. Raises
    `PlannerError` where the file is no plan, another plan, damaged, or tells another history than ours.
    """
    if not path.exists():
        path.parent.stat()
        return _Shared("", {}, None)
    data = read_file(path)
    mark = fingerprint(data)
    if before is not None and mark == before.mark and all(name in mine for name in before.vector.items()):
        return _Shared(mark, before.vector, None)
    if is_ours(mark):
        with reading_bytes(data) as query:
            vector, meta = read_vector(query), read_meta(query)
        _check_meta(meta, plan, path)
        has_news = any(name not in mine for name in vector.items())
        return _Shared(mark, vector, receive_trusted(data, mine.keys()) if has_news else None)
    received = receive(data, path.name)
    _check_meta(received.meta, plan, path)
    if any(mine.get(each.key, each.digest) != each.digest for each in received.changesets):
        raise DamagedPlanError(
            f"{called(path)} tells another history of this plan than the copy on this computer.",
            "Nothing was replaced.",
        )
    fresh = [each for each in received.changesets if each.key not in mine]
    return _Shared(mark, received.vector, Received(received.meta, fresh))


def _check_meta(meta: Mapping[str, str], plan: str, path: Path) -> None:
    if meta["plan"] != plan:
        raise PlannerError(f"Another plan now stands at {called(path)}.", "It was left as it is.")
    if int(meta["min_writer"]) > FORMAT:
        raise PlannerError(f"{called(path)} was last written by a newer MK Planner.", "It was left as it is.")


def lacking(mine: Vector, theirs: Vector) -> Vector:
    """Return what `mine` knows and `theirs` does not."""
    return {uid: seq for uid, seq in mine.items() if theirs.get(uid, 0) < seq}


def check_outgoing(data: bytes, theirs: Vector) -> Vector:
    """Return what a file about to be published knows. Raises `DamagedPlanError` if it is not whole, or less than theirs."""
    with reading_bytes(data) as query:
        vector, plan = read_vector(query), read_meta(query)["plan"]
        sound = [tuple(row) for row in query("PRAGMA quick_check(1)")] == [("ok",)]
        known = {(uid, seq) for uid, newest in theirs.items() for seq in range(1, newest + 1)}
        fresh = read_log(query, known)
    if not sound or lacking(theirs, vector) or any(digest_of(plan, each) != each.digest for each in fresh):
        raise DamagedPlanError("The working copy of this plan on this computer is damaged.", "Nothing was replaced.")
    return vector


def signature(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever a file is replaced, or None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


_KEPT = "The newest changes are kept on this computer until they can go into the plan file"


def _as_clause(sentence: str) -> str:
    text = sentence.rstrip(".")
    return text[:1].lower() + text[1:] if text.split()[0] in _ORDINARY_WORDS else text


_ORDINARY_WORDS = ("A", "Another", "Somebody", "The", "There", "This", "You")


def _reason(error: OSError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "the disk that holds the plan is full"
    if isinstance(error, FileExistsError):
        return f"another file has just appeared as {called(path)}"
    if not path.parent.is_dir():
        return f"the folder {folder_of(path)} is not there"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"nothing can be written to the folder {folder_of(path)}"
    return f"the folder {folder_of(path)} does not answer as it should"
