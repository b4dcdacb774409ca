"""Recognises the headings of council tables ("By when", "Action by:", "Lead officer") as fields of a plan.

Spellings seen in public plans stand in `SPELLINGS`; what is written otherwise is recognised by its telling words. A heading
that means different things in different councils ("Target", "Stage") is settled by what stands below it, see `columns`.
"""

from __future__ import annotations

import re

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import one_line

SPELLINGS: dict[str, str] = {
    "action": "action|actions|key actions|key action|required action|actions required|action required|task|tasks|activity"
    "|activities|activities including timescale|strategies|what happens|what will it do|issue|governance issue"
    "|policy/strategy title|project name or description|description/resolution|action (in smart format)|action(s)"
    "|actions to be taken|what|what needs to be done|key actions to implement the development priority|step|steps",
    "sub_action": "sub action|sub actions|sub action(s)|sub-action|sub-actions|sub-action(s)|subaction|sub task|sub tasks",
    "milestone": "milestone|milestones|key milestones|key milestone",
    "owner": "action by|owner|owners|lead|leads|lead officer|lead officers|responsible|responsible officer|responsibility"
    "|responsibilities|lead responsibility|responsible person|person responsible|person/s leading|by whom|who|by"
    "|who is responsible|responsible lead/ group|director responsible|implemented by|personnel|contact|report author"
    "|action owner|assigned to|lead agency|lead organisation|responsible lead|led by|lead partner|officer|assignee"
    "|those involved with dates for completion where appropriate|driver",
    "accountable": "portfolio holder|cabinet member|executive decision maker|accountability|accountable|decision maker"
    "|lead member|accountable officer|sponsor|senior responsible owner|sro|approver",
    "support": "support|supporting|supported by|partners|support from",
    "consulted": "consultation|consulted|consult|consultees|contributor|contributors",
    "informed": "informed|inform",
    "verifier": "verifier|verifiers|verified by|verifies",
    "signatory": "signatory|signatories|signed off by|signs off|sign off|sign-off",
    "team": "department|team|service|directorate|service area",
    "date": "date|dates|by when|when|action completed by|completed by|to be completed by|completion by|completion date"
    "|final completion date|due|due date|deadline|timetable|timescale|timescales|timescales for completion|timeframe"
    "|time frame|timeline|date/timeline|target date|target dates|target completion|target completion date|achieved by"
    "|planned delivery date|delivery date|end date|end|finish|key dates|start/finish dates|implementation timetable"
    "|next review due|decision due|date of decision|date due|complete by|action complete by|by",
    "start_date": "start|start date|effective from|from|commencement|begin",
    "revised_date": "revised target completion dates|revised date|revised target date|revised deadline",
    "completed_date": "closed date|actual delivery date|date completed|actual date|actual completion date",
    "duration": "duration|length|how long",
    "meeting_date": "meeting date|publication date|decided at meeting",
    "progress": "progress|completed|comment|comments|action update|update|progress/outcome|action taken|current position"
    "|progress to date|latest update|response|responses|progress update|commentary|position|updates",
    "status": "status|decision status|status of recommendation|state|progress status",
    "rag": "rag|brag|rayg|status rag|rag status|rag rating|red, amber, green (rag) rating",
    "percent": "%|% complete|percent complete|percentage complete|done|% done",
    "outcome": "outcome|outcomes|outcomes and success criteria|success criteria|success measures|success measure"
    "|success criterion|action expected outcome|expected outcome|expected outcomes|what is desired outcome|desired outcome"
    "|benefit|benefits|impact|what will success look like",
    "objective": "objective|objectives|development priority|priority|improvement|key objective|strategic objective|aim"
    "|aims|targets|how will the lscb do this|goal|goals|strategic priority",
    "theme": "theme|themes|topic|priorities|domain|community strategy theme|community strategy theme and other links"
    "|objective & priority|workstream|work stream|strand|section",
    "ref": "ref|ref no|reference|no|number|id|#|item no|minute|action no|action ref|ref number",
    "recommendation": "recommendation|recommendations|area of concern|item to be rectified",
    "description": "outline of action|outline of activity|description|details|detail|options considered|reason|reasons"
    "|reasons for the decision",
    "tags": "tags|tag|category|categories|labels",
    "notes": "notes|note|remarks",
    "measure": "measure|measures|indicator|indicators|what will impact be and how measured|target|performance measure",
    "monitoring": "monitoring|monitoring & reporting|monitoring and evaluation|monitoring & support arrangements"
    "|tracking method",
    "evaluation": "evaluation",
    "evidence": "evidence|evidence of action point implementation",
    "resources": "resources|finance, resources & training|finance|training|costs|cost",
    "frequency": "frequency|review frequency",
    "scope": "level for action|scope",
    "cost_code": "budget cost centre & code",
    "budget": "planned budget|budget",
    "spend": "actual spend|spend",
}
"""Headings by field, small letters, without a final colon."""

UNCERTAIN = {
    "target": ("date", "measure", "objective"),
    "measure": ("measure", "action"),
    "targets": ("objective", "measure", "date"),
    "timescale": ("date", "duration"),
    "timetable": ("date", "duration"),
    "stage": ("ref", "action", "theme"),
    "item": ("ref", "action"),
    "recommendation": ("recommendation", "action"),
    "governance": ("action", "theme"),
    "action": ("action", "owner"),
    "by": ("owner", "date"),
    "item no": ("ref",),
}
"""Headings that mean different things in different councils, the likelier first."""

_FIELD = {spelling: field for field, row in reversed(SPELLINGS.items()) for spelling in row.split("|")}
_FIELD |= {heading: fields[0] for heading, fields in UNCERTAIN.items()}

_TELLING: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(words))
    for field, words in (
        ("revised_date", r"^revised\b.*\b(date|deadline|timescale|target)"),
        ("completed_date", r"^(actual|closed)\b.*\bdate"),
        ("sub_action", r"^sub[- ]?(action|task)"),
        (
            "owner",
            r"\b(responsible|responsibility|owner|by whom|lead officers?|who will)\b|^action by\b|^lead(\s\w+){0,2}$",
        ),
        ("date", r"\b(by when|deadline|timescales?|timeframe|due date|target dates?|completion date|completed by)\b"),
        ("progress", r"^(progress|comments?)\b|\b(update|progress)$"),
        ("rag", r"\brag\b"),
        ("outcome", r"\boutcomes?\b|\bsuccess\b"),
        ("action", r"\b(actions?|tasks?)\b|^planned work\b"),
        ("objective", r"\b(objective|priority)\b"),
        ("theme", r"\btheme\b"),
        ("ref", r"^(ref|no)\b[.\s]*(no|number)?$"),
        ("date", r"\bdates?$|^when\b"),
        ("measure", r"\btarget$"),
    )
)

_FOOTNOTE = re.compile(r"\[(?:[ivxl]+|\d{1,2}|[a-z])\]", re.I)
_GLUED = re.compile(r"(?<=[A-Za-z]{2})\d{1,3}$")
_TRIM = " \t:*.?;,|–—-\u00a0"


def plain_heading(text: str) -> str:
    """Return a heading in small letters without footnote marks, asterisks, final colon, "№" and the like."""
    plain = _FOOTNOTE.sub("", one_line(text)).replace("№", "").replace("\u2019", "'")
    return " ".join(plain.strip(_TRIM).lower().split())


def field_of(text: str) -> str | None:
    """Return the field that a heading stands for, or None if no council calls a column so."""
    plain = plain_heading(text)
    if not plain or len(plain) > 90:
        return None
    if plain in _FIELD:
        return _FIELD[plain]
    if "." in plain and plain.replace(".", "") in _FIELD:
        return _FIELD[plain.replace(".", "")]
    if len(plain.split()) > 8:
        return None
    return next((field for field, words in _TELLING if words.search(plain)), None)


def is_spelt(text: str) -> bool:
    """Whether a text is a heading exactly as councils spell it, not merely one that holds a telling word."""
    plain = plain_heading(text)
    return plain in _FIELD or plain.replace(".", "") in _FIELD


def glued_number(text: str) -> tuple[str, str]:
    """Part a heading from the first row's number that a converter glued to it ("FINAL COMPLETION DATE1")."""
    found = _GLUED.search(text.strip())
    if found and is_spelt(text.strip()[: found.start()]):
        return text.strip()[: found.start()], found.group()
    return text, ""


def is_heading_row(cells: list[str]) -> bool:
    """Whether the cells of a row are headings: at least two are spelt as councils do and few say anything else.

    A heading never holds a whole sentence, and one of them must speak of work, a date or an owner.
    """
    filled = [glued_number(cell)[0] for cell in cells if cell.strip()]
    spelt = sum(map(is_spelt, filled))
    if not spelt:
        return False
    known = [field for cell in filled if (field := field_of(cell))]
    if spelt < 2 and len(known) < 3:
        return False
    telling = {"action", "date", "owner", "sub_action", "recommendation"}
    return len(known) * 2 >= len(filled) and not telling.isdisjoint(known)


def columns_of(cells: list[str]) -> tuple[Column, ...]:
    """Return the columns that a row of headings makes."""
    return tuple(Column(one_line(cell), field_of(cell)) for cell in cells)


def run_together(line: str) -> tuple[Column, ...]:
    """Read headings that stand on one line with nothing but blanks between them; empty if they do not fill the line.

    A colon ends a heading ("Action: Sub Action: Action by:"); without colons the longest known spelling is taken each time.
    """
    text = one_line(line)
    if len(text) > 300:
        return ()
    if text.count(":") >= 2 and text.endswith(":"):
        pieces = [piece.strip() + ":" for piece in text[:-1].split(":")]
        return columns_of(pieces) if is_heading_row(pieces) else ()
    found, rest = leading_headings(text)
    return found if not rest else ()


def leading_headings(text: str) -> tuple[tuple[Column, ...], str]:
    """Return the headings that a text begins with, run together, and the rest of the text."""
    words = text.split(" ")
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(min(7, len(words) - at), 0, -1) if is_spelt(" ".join(words[at : at + n]))), 0)
        if not size or not words[at][:1].isupper():
            break
        found.append(" ".join(words[at : at + size]))
        at += size
    if len(found) < 2 or not is_heading_row(found):
        return (), text
    return columns_of(found), " ".join(words[at:])


_LABEL = re.compile(r"^\s*([^:\n]{2,60}?)\s*:\s+(.+)$", re.S)
_NUMBERED = re.compile(
    r"^\s*((?:(?:strategic|key|corporate|development|overall)\s+)?(theme|priority|objective|aim|goal|workstream)"
    r"\s+[A-Z]?\d{0,2}[A-Z]?)\s*[:–—.-]\s*\S",
    re.I,
)
_LABELS = frozenset({"theme", "objective", "outcome", "owner", "date", "accountable", "description"})


def label_of(text: str) -> tuple[str, str, str] | None:
    """Part a labelled line ("Development Priority: …") into heading, field and words, or None.

    Only labels that say something about a whole group of actions count, or any colon would make one.
    """
    found = _LABEL.match(text)
    if not found or not is_spelt(found[1]) or (field := field_of(found[1])) not in _LABELS:
        return None
    return one_line(found[1]), field or "", found[2].strip()


def opening_label(text: str) -> tuple[str, str, str] | None:
    """Like `label_of`, for a merged cell that has lost its colon ("Outcomes and success criteria Our buildings…")."""
    words = text.split()
    for size in range(min(7, len(words) - 1), 1, -1):
        heading = " ".join(words[:size])
        if is_spelt(heading) and field_of(heading) in _LABELS and words[size][:1].isupper():
            return heading, field_of(heading) or "", " ".join(words[size:])
    return None


def numbered_group(text: str) -> str | None:
    """Return "theme" or "objective" for a line such as "Key Objective 1: …" that heads the actions below it, or None."""
    found = _NUMBERED.match(text)
    if not found:
        return None
    return "theme" if found[2].lower() in ("theme", "workstream") else "objective"
