"""Trouble that a user can do something about: what happened, what to do next, and a detail for the log."""

from __future__ import annotations


class PlannerError(Exception):
    """Something in the world stands in the way: a missing file, a full disk, a plan from a newer version.

    `sentence` says what happened and that nothing was lost, `advice` what to do next, `detail` is for the log alone.
    """

    def __init__(self, sentence: str, advice: str = "", detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class NotAPlanError(PlannerError):
    """The file is not one of ours: empty, made by another program, or not a database at all."""


class DamagedPlanError(PlannerError):
    """The file is ours, but its content is not whole; it is left untouched and a backup is offered."""


class NewerPlanError(PlannerError):
    """The file was made by a newer version than this program can read."""


class RefusedError(PlannerError):
    """A command cannot be carried out as asked; the plan is as it was."""
