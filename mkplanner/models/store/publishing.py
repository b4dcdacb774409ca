"""Replacing a shared file whole: written beside, on disk, read back, and only then put in its place."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from pathlib import Path

from mkplanner.models.store.sharelock import HeldElsewhereError, ShareLock, lock_path, name_beside
from mkplanner.models.store.wording import called, folder_of
from mkplanner.models.store.workingcopy import sync_folder

_TRIES = 8
_FIRST_PAUSE = 0.02
_MAY_REFUSE = os.name != "posix"


class CannotReplaceError(Exception):
    """The file stays as it is; the message is the reason, as the end of a sentence."""


def check_writable(path: Path) -> None:
    """Raise `CannotReplaceError` where the file's owner does not want it altered."""
    if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise CannotReplaceError(f"{called(path)} is read-only")


def obstacle(path: Path) -> str:
    """Return what keeps a file from being replaced, as the end of a sentence, as far as that can be told without trying."""
    try:
        check_writable(path)
        if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
            return f"nothing can be written to the folder {folder_of(path)}"
    except CannotReplaceError as reason:
        return str(reason)
    except OSError:
        return ""
    return ""


def replace_whole(path: Path, data: bytes, *, must_be_new: bool = False) -> None:
    """Put `data` in the place of the file at `path`. Raises OSError; the file is then as it was, and nothing lies beside it.

    With `must_be_new` a file that has appeared meanwhile is kept, and FileExistsError raised.
    """
    temp = path.with_name(f".~{name_beside(path)}.{secrets.token_hex(6)}.tmp")
    try:
        with temp.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temp.read_bytes() != data:
            raise OSError("what was written is not what the disk gives back")
        if must_be_new:
            _put_new(temp, path)
        else:
            _keep_rights(path, temp)
            _put(temp, path)
        sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temp.unlink()


def _put(temp: Path, path: Path) -> None:
    """Replace; a Windows server may refuse while somebody reads, so try again for about three seconds."""
    pause = _FIRST_PAUSE
    for attempt in range(_TRIES):
        try:
            temp.replace(path)
        except PermissionError:
            if attempt == _TRIES - 1 or not _MAY_REFUSE:
                raise
            time.sleep(pause)
            pause *= 1.8
        else:
            return


def _put_new(temp: Path, path: Path) -> None:
    try:
        os.link(temp, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(str(path)) from None
        temp.replace(path)


def _keep_rights(path: Path, temp: Path) -> None:
    """Let the new file be readable and writable for whoever the old one was."""
    with contextlib.suppress(OSError):
        shutil.copymode(path, temp)
        if os.name == "posix":
            old = path.stat()
            os.chown(temp, old.st_uid, old.st_gid)


def sweep(path: Path) -> None:
    """Remove what a crash left beside a plan: locks whose process is gone, and files that were never put in place.

    Nothing is touched while somebody is publishing, or where the folder cannot be read or written.
    """
    with contextlib.suppress(OSError, HeldElsewhereError):
        if leftovers(path):
            with ShareLock(path, wait=0.2):
                own = lock_path(path)
                for each in leftovers(path):
                    if each != own:
                        each.unlink(missing_ok=True)


def leftovers(path: Path) -> list[Path]:
    """Return the lock and temporary files that lie beside a plan."""
    ours = re.compile(
        rf"{re.escape(lock_path(path).name)}(\.[0-9a-f]{{16}}(\.stale)?)?|{re.escape(f'.~{name_beside(path)}.')}[0-9a-f]{{12}}\.tmp"
    )
    return [path.with_name(name) for name in os.listdir(path.parent) if ours.fullmatch(name)]  # noqa: PTH208
