"""A small plan of the Saltway Partnership for tests of widgets, with every kind of date, and the widgets that show it."""

from __future__ import annotations

from datetime import date

from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.timetable.view import TimetableView
from tests.builders import empty_plan, session_of, written

TODAY = date(2025, 11, 12)
YEARS = {"title": "Action plan 2025–27", "start": date(2025, 4, 1), "end": date(2027, 3, 31)}


def theme(id_: str, title: str) -> AddItem:
    return AddItem(title, ItemKind.THEME, id=id_)


def action(id_: str, title: str, parent: str | None = None, **fields: object) -> AddItem:
    return AddItem(title, parent=parent, fields=tuple(fields.items()), id=id_)


def saltway_plan() -> Plan:
    """Two themes; ids tell the places, so that tests can be read."""
    return written(
        theme("t1", "Governance and decision-making"),
        action(
            "a11",
            "Agree the operating model for the shared audit service of all three councils",
            "t1",
            by_when="By 31 March 2026",
            owners="Audit Manager",
            status="At risk",
        ),
        action("s111", "Options paper to Board", "a11", by_when="18 September 2025", status="Complete"),
        action("s112", "Consult audit teams", "a11", by_when="Oct 25 – Jan 26", percent="40"),
        action(
            "a12",
            "Put a collaboration agreement in place",
            "t1",
            by_when="By 31 Dec 25 for existing services\nOngoing for new services",
            owners="Head of Legal; HR Manager",
            status="On track",
        ),
        theme("t2", "Money and people"),
        action("a21", "Appoint the Head of Shared Legal Services", "t2", by_when="By 30 September 2025", status="Late"),
        action("a22", "Joint training for managers", "t2", by_when="Ongoing"),
        action("a23", "Publish a leaflet", "t2", by_when="Once the new branding is agreed"),
        action("a24", "Report to the Joint Board", "t2", by_when="Quarterly (from July 2025)"),
        action("a25", "Open the enquiry counter at Tidemouth", "t2", by_when="Spring 2026", owners="Property Manager"),
        ReviseDate("a21", "By 15 December 2025", "Second round of interviews"),
        plan=empty_plan(**YEARS),
    )


def bridge_of(plan: Plan | None = None) -> SessionBridge:
    session, _ = session_of(plan if plan is not None else saltway_plan())
    return SessionBridge(session)


def timetable_of(qtbot, bridge: SessionBridge, width: int = 1100, height: int = 700) -> TimetableView:
    """The timetable on show, with a clock that stands still."""
    view = TimetableView(bridge, day=lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    qtbot.waitExposed(view)
    view.table.setFocus()
    return view
