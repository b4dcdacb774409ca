"""Short words for making plans in tests: about the Saltway Partnership, which does not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from mkplanner.models.beginnings.example import example_commands
from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.edit import Edit, Key, Step, replay
from mkplanner.models.plan import Item, Plan, PlanInfo, Row
from mkplanner.models.session import PlanSession, StaleError

PLAN_ID = "6f1d2a52-0f4e-4d39-9a55-8e6f0c3b7a10"


class MemoryJournal:
    """Keeps steps in a list, as the store keeps them in a file; `interfere` lets another process write in between."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.steps: list[tuple[Step, str, int | None]] = []
        self.stale = False
        self.refusal: Exception | None = None

    def append(self, step: Step, *, kind: str, undoes: int | None = None) -> int:
        if self.refusal is not None:
            raise self.refusal
        if self.stale:
            raise StaleError
        self.plan = replay(self.plan, step)
        self.steps.append((step, kind, undoes))
        return len(self.steps)

    def append_unseeing(self, step: Step) -> int:
        self.stale = False
        return self.append(replace(step, after={key: self._fitted(step, key) for key in step.after}), kind="edit")

    def _fitted(self, step: Step, key: Key) -> Row | None:
        """Field by field, as the log keeps it."""
        before, after, now = step.before[key], step.after[key], self.plan.rows(key[0]).get(key[1])
        if before is None or after is None or now is None:
            return after
        altered = [part.name for part in fields(after) if getattr(after, part.name) != getattr(before, part.name)]
        return replace(now, **{name: getattr(after, name) for name in altered})

    def reload(self) -> Plan:
        self.stale = False
        return self.plan

    def last_writer(self, row: str, field: str | None) -> str:
        return ""

    def interfere(self, change: Callable[[Edit], object]) -> None:
        edit = Edit(self.plan)
        change(edit)
        self.plan, _ = edit.finish("Somebody else's change")
        self.stale = True


def empty_plan(**info: object) -> Plan:
    return Plan(PlanInfo(PLAN_ID, **info))  # type: ignore[arg-type]


def session_of(plan: Plan | None = None) -> tuple[PlanSession, MemoryJournal]:
    journal = MemoryJournal(plan if plan is not None else empty_plan())
    return PlanSession(journal.plan, journal), journal


def written(*commands: Command, plan: Plan | None = None) -> Plan:
    """The plan after these commands."""
    session, _ = session_of(plan)
    for command in commands:
        session.run(command)
    return session.plan


def dated_row(id_: str, words: str) -> AddItem:
    """The command for a row whose title is its id, due when the words say."""
    return AddItem(id_, id=id_, fields=(("by_when", words),))


def example_plan() -> Plan:
    """The worked example."""
    info = PlanInfo(PLAN_ID)
    return written(*example_commands(info), plan=Plan(info))


def titled(plan: Plan, title: str) -> Item:
    """The only row whose title begins with these words."""
    (found,) = [item for item in plan.items.values() if item.title.startswith(title)]
    return found


def heard(session: PlanSession) -> list[Changes]:
    """A list that fills with the session's news."""
    news: list[Changes] = []
    session.subscribe(news.append)
    return news
