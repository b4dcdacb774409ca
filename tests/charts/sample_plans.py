"""Plans made in a few lines for the tests of paper: invented councils, invented work, and awkward shapes."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, Plan, PlanInfo
from mkplanner.models.status import Status
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe
from tests.charts.plan_maker import SALTWAY, TODAY, PlanMaker

__all__ = ["SALTWAY", "TODAY", "PlanMaker"]


def by(words: str, year: int, month: int, day: int, label: str | None = None) -> Timeframe:
    return Timeframe(words, (Segment(Kind.BY_DEADLINE, None, date(year, month, day), Precision.DAY, label=label),))


def on(words: str, year: int, month: int, day: int) -> Timeframe:
    exact = date(year, month, day)
    return Timeframe(words, (Segment(Kind.POINT, exact, exact, Precision.DAY),))


def span(words: str, first: date, last: date) -> Timeframe:
    return Timeframe(words, (Segment(Kind.RANGE, first, last, Precision.MONTH),))


def month(words: str, first: date, last: date) -> Timeframe:
    return Timeframe(words, (Segment(Kind.MONTH, first, last, Precision.MONTH),))


def quarterly(words: str, first: date) -> Timeframe:
    segment = Segment(
        Kind.RECURRING, first, None, Precision.MONTH, Flags(recurring=True), recurrence=Recurrence("quarterly")
    )
    return Timeframe(words, (segment,))


ONGOING = Timeframe("Ongoing", (Segment(Kind.ONGOING, flags=Flags(ongoing=True)),))
TWO_TARGETS = Timeframe(
    "By 31 December 25 for existing services\nOngoing for new services",
    (
        Segment(Kind.BY_DEADLINE, None, date(2025, 12, 31), Precision.DAY, label="existing services"),
        Segment(Kind.ONGOING, date(2026, 1, 1), None, flags=Flags(ongoing=True), label="new services"),
    ),
)


def saltway() -> Plan:
    """Three themes of one partnership, with every kind of mark."""
    make = PlanMaker()
    theme = make.add("Governance and decision-making", kind=ItemKind.THEME)
    action = make.add(
        "Agree how the shared audit service will run",
        by("By 31 March 2026", 2026, 3, 31),
        below=theme,
        status=Status.AT_RISK,
        owners=["Audit Manager, Brackwell"],
    )
    make.add(
        "Take the options paper to the Joint Board",
        on("18 September 2025", 2025, 9, 18),
        below=action,
        status=Status.COMPLETE,
        owners=["Partnership Lead"],
    )
    make.add(
        "Consult staff in the three audit teams",
        span("Oct 25 – Jan 26", date(2025, 10, 1), date(2026, 1, 31)),
        below=action,
        status=Status.ON_TRACK,
        percent=40,
        owners=["HR Manager, Aldermere"],
    )
    make.add(
        "Refresh the terms of reference of the three service boards and circulate them",
        span("April 25 – June 25", date(2025, 4, 1), date(2025, 6, 30)),
        below=theme,
        status=Status.COMPLETE,
        percent=100,
        owners=["Head of Legal, Aldermere"],
    )
    make.add(
        "Put a collaboration agreement in place for every service, with a service level agreement beneath it",
        TWO_TARGETS,
        below=theme,
        status=Status.ON_TRACK,
        owners=["Head of Legal, Aldermere"],
    )
    make.add(
        "Report performance to the Joint Board by exception",
        quarterly("Quarterly (from July 2025)", date(2025, 7, 1)),
        below=theme,
        status=Status.ON_TRACK,
        owners=["Partnership Lead"],
    )
    money = make.add("Money and people", kind=ItemKind.THEME)
    budgets = make.add(
        "Bring service budgets together, service by service",
        span("Sept 25 – Feb 26", date(2025, 9, 1), date(2026, 2, 28)),
        below=money,
        status=Status.ON_TRACK,
        percent=35,
        owners=["Head of Finance, Aldermere", "Payroll Lead, Tidemouth"],
    )
    make.add(
        "Agree the cost-sharing formula with the three finance leads",
        month("November 2025", date(2025, 11, 1), date(2025, 11, 30)),
        below=budgets,
        status=Status.AT_RISK,
    )
    make.add(
        "Appoint the Head of Shared Legal Services",
        by("By 15 December 2025", 2025, 12, 15),
        below=money,
        status=Status.LATE,
        original=by("30 September 2025", 2025, 9, 30),
        owners=["HR Manager, Aldermere"],
    )
    make.add("Offer joint training to managers in all three councils", ONGOING, below=money, status=Status.ON_TRACK)
    make.add(
        "Publish a leaflet that says who does what",
        "Once the new branding is agreed",
        below=money,
        status=Status.NOT_STARTED,
    )
    return make.plan()


def simple_timetable() -> Plan:
    """Actions with one date each beside their sub-actions, as the partnership's own Word table has them."""
    make = PlanMaker()
    rows = re.split(r"\n(?=\S)", _SIMPLE.strip())
    for row in rows:
        head, *parts = [line.strip() for line in row.splitlines()]
        title, _, when = head.partition(" | ")
        action = make.add(title, when.replace(" / ", "\n"))
        for part in parts:
            make.add(part, below=action)
    return make.plan()


_SIMPLE = """
Agree how the shared audit service will run | By 31 March 2026
    Take the options paper to the Joint Board.
    Consult staff in the three audit teams.
    Bring the preferred model and its costs back for a decision.
Refresh the governance of the three service boards | April 25 – June 25
    Set a timetable of meetings for each board.
    Check the terms of reference with scrutiny members and redraft where needed.
Collaboration and service level agreements for each service | By 31 December 25 for existing services / Ongoing
    Write a collaboration agreement for each service on the ICT model.
    Set out a service level agreement for each service, to be agreed through its board.
"""


def many(rows: int, years: int = 2) -> Plan:
    """As many rows as asked for: an action with four sub-actions, again and again."""
    make = PlanMaker()
    action: str | None = None
    first = date(2025, 4, 1)
    for number in range(rows):
        start = first + timedelta(days=(number * 37 * years // 2) % (365 * years - 90))
        end = start + timedelta(days=20 + number % 70)
        when = Timeframe(f"{start:%d.%m.%y} to {end:%d.%m.%y}", (Segment(Kind.RANGE, start, end, Precision.DAY),))
        status = list(Status)[number % 6]
        title = f"Row {number + 1}: review the procedure with Aldermere, Brackwell and Tidemouth and publish guidance"
        row = make.add(
            title,
            when,
            below=action if number % 5 else None,
            status=status,
            percent=number % 101,
            owners=[f"Officer {number % 7}"],
        )
        action = action if number % 5 else row
    return make.plan()


def crowd(parties: int = 60, rows: int = 40) -> Plan:
    """A matrix too wide for any sheet: many parties, all letters in one cell, long qualifiers and endless names."""
    make = PlanMaker()
    homes = [make.party(f"{name} Council", kind=PartyKind.ORGANISATION) for name in ("Aldermere", "Brackwell")]
    people = [make.party(f"Officer {n} for procedures", homes[n % 2] if n % 7 else None) for n in range(parties)]
    people.append(make.party("N" * 300, homes[0], role="Lead for everything that nobody else leads"))
    theme = make.add("Governance", kind=ItemKind.THEME)
    for number in range(rows):
        row = make.add(f"Row {number + 1}: agree who does what, and write it down", below=theme)
        for at, person in enumerate(people):
            if (at * 7 + number) % 5 == 0:
                make.give(row, person, "RASIC"[(at + number) % 5], "by telephone" if at % 9 == 0 else "")
        make.give(row, people[number % parties], "ARSIC", "first " * 8)
    make.add("Nobody holds a letter here", below=theme)
    return make.plan()


def awkward() -> Plan:
    """Everything that breaks layouts: no words, endless words, far scripts, dates on headings and deep nesting."""
    make = PlanMaker(PlanInfo("plan", title="Cynllun Gŵyl y Dŵr: ŵ ŷ Ŵ Ŷ \U0001f600 \u6c49\u5b57"))
    theme = make.add("A heading with a date of its own", "By Easter, or thereabouts", kind=ItemKind.THEME, ref="T1")
    prior = make.add("A priority", "2026/27", below=theme, kind=ItemKind.PRIORITY, ref="RES01")
    make.add("x" * 400, "y" * 120, below=prior)
    make.add("", None, below=prior)
    mixed = make.add("Sub-actions with and without dates", "All by 31 March 2026", below=prior)
    part = make.add("First", "January 2026", below=mixed)
    make.add("A part of the first", "10 January 2026", below=part)
    make.add("Second, without a date", None, below=mixed)
    make.add("Gŵyl \U0001f468\u200d\U0001f4bb \u2713 \u6c49", "\u0175\u0177 tbc", below=mixed)
    make.add("Half a character \ud800 and a bell \x07", "\udfff", below=mixed)
    make.add("Words without end. " * 400, "Soon", below=None)
    long = make.add("An action whose own title is long. " * 30, "Spring", below=None)
    for number in range(60):
        make.add(f"Sub-action {number + 1} of many, which wraps over two lines if the column is narrow", below=long)
    make.add("A milestone at the top", "1 May 2026", kind=ItemKind.MILESTONE)
    return make.plan()
