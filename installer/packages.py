"""System packages of Debian and Ubuntu: installed where we may, asked for with the exact command where we may not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from installer.trouble import SetUpError


def provide(packages: list[str], why: str) -> None:
    """Install system packages.

    `why` is a whole sentence that says what they are needed for. Raises SetUpError, with that sentence and the command
    to type, where this user may not install or the installation failed.
    """
    if not may_install():
        raise SetUpError(f"{why}\n{advice(packages)}")
    print(f"{why} Installing: {' '.join(packages)}", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _apt_get(["update"], quiet)  # its failure is no reason to stop: the lists at hand may do
    if _apt_get(["install", "-y", "--no-install-recommends", *packages], quiet) != 0:
        raise SetUpError(f"{why} Installing them failed (the reason stands above).\n{advice(packages)}")


def may_install() -> bool:
    """Tell whether this user may install packages here: root, on a system with apt-get."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def advice(packages: list[str]) -> str:
    """Return what to type to install the packages, for a person to copy."""
    command = f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
    return f"On Debian or Ubuntu, type this and then start again:\n    {command}"


def _apt_get(arguments: list[str], environment: dict[str, str]) -> int:
    """Run apt-get and return its exit status; what it says is repeated, on standard error, only where it failed."""
    command = ["apt-get", "-qq", *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr, flush=True)
    return done.returncode
