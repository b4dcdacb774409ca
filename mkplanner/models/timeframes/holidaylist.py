"""Bank holidays as they are kept with the program: one line for each, worked out beforehand by the `holidays` library.

Loading the library takes longer than painting ten frames, and a date is asked about in the middle of one. It stays the source:
`write_list` writes the lines afresh, a test compares them with it, and years that are not listed come from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from mkplanner.paths import resource

NATIONS = ("ENG", "SCT", "NIR")
"""The library's names for the nations of the list."""
YEARS = range(2000, 2051)
_FILE = "holidays/bank_holidays.txt"
_OBSERVED, _SUBSTITUTE = "(observed)", "(substitute day)"


@lru_cache(maxsize=256)
def in_year(nation: str, year: int) -> Mapping[date, str]:
    """Return the bank holidays of a nation in a year with their names."""
    return _listed().get((nation, year)) or worked_out(nation, year)


def worked_out(nation: str, year: int) -> Mapping[date, str]:
    """The same by the library, in the order of the days."""
    from holidays.countries.united_kingdom import UnitedKingdom  # here, for it is slow to load and seldom needed

    found = UnitedKingdom(subdiv=nation, years=[year], expand=False)  # type: ignore[no-untyped-call]
    return {day: name.replace(_OBSERVED, _SUBSTITUTE) for day, name in sorted(found.items())}


def lines() -> Iterator[str]:
    """The lines of the list as the library has them now: day, nations that keep it, name."""
    for year in YEARS:
        found: dict[tuple[date, str], list[str]] = {}
        for nation in NATIONS:
            for holiday in worked_out(nation, year).items():
                found.setdefault(holiday, []).append(nation)
        for (day, name), nations in sorted(found.items()):
            yield f"{day} {','.join(nations)} {name}"


def write_list() -> None:
    """Write the list afresh, after another release of the library; for engineers."""
    resource(_FILE).write_text("\n".join(lines()) + "\n", encoding="utf-8")


@lru_cache(maxsize=1)
def _listed() -> Mapping[tuple[str, int], dict[date, str]]:
    found: dict[tuple[str, int], dict[date, str]] = {}
    for line in resource(_FILE).read_text(encoding="utf-8").splitlines():
        words, nations, name = line.split(" ", 2)
        day = date.fromisoformat(words)
        for nation in nations.split(","):
            found.setdefault((nation, day.year), {})[day] = name
    return found
