"""The pinned versions: complete, exact, and silent about where they come from."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def pinned(checkout) -> dict[str, str]:
    """Return each line of constraints.txt by the package's name."""
    lines = (checkout / "constraints.txt").read_text("utf-8").splitlines()
    return {canonicalize_name(Requirement(line).name): line for line in lines}


def wanted_by(requirements: list[str], seen: set[str]) -> Iterator[str]:
    """Yield the names of all packages these requirements bring in on this machine, each once."""
    for requirement in map(Requirement, requirements):
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        yield name
        try:
            yield from wanted_by(requires(name) or [], seen)
        except PackageNotFoundError:
            continue  # its own requirements cannot be looked up here


def test_every_package_the_project_brings_in_is_pinned(checkout, pinned):
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    roots = [*project["dependencies"], *project["optional-dependencies"]["dev"]]

    assert [name for name in wanted_by(roots, set()) if name not in pinned] == []


def test_each_line_is_a_name_an_exact_version_and_no_address(pinned):
    line_form = re.compile(r'^[A-Za-z0-9._-]+==[0-9A-Za-z.]+( ; sys_platform == "\w+")?$')

    assert [line for line in pinned.values() if not line_form.match(line)] == []


def test_lines_are_in_alphabetical_order(pinned):
    assert list(pinned) == sorted(pinned)
