"""New plans and templates of one's own: what a plan begins with, asked and made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mkplanner.errors import PlannerError
from mkplanner.models.beginnings.emptied import emptied
from mkplanner.models.beginnings.owntemplates import forget_template, keep_template, read_template
from mkplanner.models.beginnings.templates import first_command
from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import OpenPlan, create_plan
from mkplanner.ui import messages
from mkplanner.ui.asking import ask
from mkplanner.ui.start.beginnings import Beginning, beginnings
from mkplanner.ui.start.newplan import NewPlan, NewPlanDialog

if TYPE_CHECKING:
    from mkplanner.ui.files.desk import FileDesk


class NewPlans(QObject):
    """The conversations about new plans, for the desk of one window."""

    def __init__(self, desk: FileDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask(self, key: str, this: Plan | None = None, other: Path | None = None) -> tuple[OpenPlan, str] | None:
        """Ask what a new plan begins with and is called, make it, and return it with the view that goes with it.

        `key` is chosen at first; `this` is the plan that is open, `other` a plan's file to begin with.
        """
        dialog = NewPlanDialog(self._desk.window, beginnings(this, other), key, self._desk.folder, date.today())
        dialog.forget_asked.connect(self._forget_template)
        if not ask(dialog):
            return None
        answer = dialog.answer()
        try:
            source = self._source(answer)
        except PlannerError as trouble:
            self._desk.tell(trouble)
            return None
        made = self._desk.attempt(lambda: begin(answer.path, answer, source, self._desk.author))
        return (made, answer.beginning.view) if made is not None else None

    def _source(self, answer: NewPlan) -> Plan | None:
        """The plan whose rows the new one takes, without its progress; None for a layout."""
        begun = answer.beginning
        plan = begun.plan if begun.path is None else read_template(begun.path)
        return None if plan is None else emptied(plan, answer.keeping)

    def _forget_template(self, begun: Beginning) -> None:
        try:
            if begun.path is not None:
                forget_template(begun.path)
        except PlannerError as trouble:
            self._desk.tell(trouble)
        else:
            messages.note(self._desk.window, self.tr("The template “{0}” is deleted.").replace("{0}", begun.proposed))

    def ask_template(self, plan: Plan) -> None:
        """Ask for a name and keep the plan as a template under it."""
        from mkplanner.ui.start.templatedialog import TemplateDialog

        dialog = TemplateDialog(self._desk.window, plan.info.title)
        if not ask(dialog):
            return
        try:
            keep_template(plan, dialog.name(), dialog.keeping())
        except PlannerError as trouble:
            self._desk.tell(trouble)
            return
        kept = self.tr("“{0}” is kept as a template; New plan offers it.")
        messages.note(self._desk.window, kept.replace("{0}", dialog.name()))


def begin(path: Path, answer: NewPlan, source: Plan | None, author: str | None) -> OpenPlan:
    """Make a new plan with the first rows of a layout, or with the rows of another plan. Raises `PlannerError`."""
    from mkplanner.models.commands.versions import FillCopy
    from mkplanner.models.ids import new_id
    from mkplanner.models.plan import PlanInfo

    blank = PlanInfo("") if source is None else source.info
    info = replace(blank, id=new_id(), title=answer.title, start=answer.start, end=answer.end)
    template = answer.beginning.template
    first = (
        FillCopy(source, "Take over the rows") if source is not None else first_command(template) if template else None
    )
    made = create_plan(path, info, author=author)
    if first is not None:
        made.session.run(first)
    return made
