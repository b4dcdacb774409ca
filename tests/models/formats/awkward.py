"""A plan in which everything is said that a file may trip over."""

from datetime import date

from mkplanner.models.ids import derived_id
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import (
    Dependency,
    Item,
    ItemKind,
    LinkType,
    Outcome,
    Place,
    Plan,
    PlanInfo,
    Update,
)
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting
from mkplanner.models.status import Rag, Status
from mkplanner.models.timeframes.parse import parse

ID = "0f6cbb7e-3d11-4b0e-9d0f-0a4f2f1c9a01"


SETTING = Setting(derived_id(ID, "setting", "view/Late"), "view/Late", '{"a": 1}')


def awkward() -> Plan:
    info = PlanInfo(
        ID,
        "=1+1 & <Gŵyl> “y Dŵr” 🎉",
        council="@council",
        start=date(2026, 4, 1),
        end=date(2028, 3, 31),
        quarters="calendar",
        checks_off=("no-owner",),
    )
    context = Plan(info).context("By when")
    rows = [
        Item("t1", ItemKind.THEME, Place(None, "a"), "T1", "-5 degrees"),
        Item("a1", ItemKind.ACTION, Place("t1", "a"), "", "+44 ring them", parse("By 31 March 2027\nOngoing", context)),
        Item(
            "s1",
            ItemKind.SUB_ACTION,
            Place("a1", "a"),
            "X-7",
            "'quoted'",
            parse("June 2027", context),
            parse("May 2027", context),
            "Late; very",
            Status.AT_RISK,
            45,
            ("GAP", "DAP"),
            'Notes,\nwith a line; and "quotes"\ttab',
        ),
        Item("m1", ItemKind.MILESTONE, Place("a1", "b"), "", "@home", parse("14/06/2027", context), percent=100),
        Item("a2", ItemKind.ACTION, Place(None, "b"), "", "", parse("TBC", context), status=Status.COMPLETE),
    ]
    parties = [
        Party("o1", PartyKind.ORGANISATION, "=Council", order="a"),
        Party("p1", PartyKind.PERSON, "Ann Other", "Clerk", organisation="o1", order="b"),
        Party("p2", PartyKind.BODY, "Joint Board (JB)", short="JB", order="c", retired=True),
    ]
    cells = [
        _cell("a1", "p1", "AR", "assist", order="a"),
        _cell("a1", "p2", "A", part="Agreement", order="b"),
        _cell("s1", "p2", "C", "by letter"),
        _cell("a2", "o1", "SI"),
    ]
    updates = [
        Update("u1", "s1", date(2026, 5, 1), "=cmd|' /C calc'!A0", Rag.AMBER, "Ann", "a"),
        Update("u2", "s1", None, "Undated: note (green)", order="b"),
    ]
    outcomes = [Outcome("o-1", "Both (also new)", ("a1", "a2"), "a"), Outcome("o-2", "Own", ("s1",), "b")]
    links = [Dependency("d1", "s1", "m1"), Dependency("d2", "a1", "a2", LinkType.SS, -3)]
    return Plan(
        info,
        {row.id: row for row in rows},
        {row.id: row for row in parties},
        {row.id: row for row in cells},
        {row.id: row for row in updates},
        {row.id: row for row in outcomes},
        dependencies={row.id: row for row in links},
        settings={SETTING.id: SETTING},
    )


def _cell(item: str, party: str, letters: str, qualifier: str = "", part: str = "", order: str = "") -> Assignment:
    return Assignment(derived_id(ID, item, party), item, party, letters, qualifier, part, order)
