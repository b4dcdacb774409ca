"""Words to a `Timeframe`: text comes in as an author left it, segments with days, labels and doubts go out.

No text whatever raises, and what cannot be read stays as words without a date. The many modules that know how dates are
written are loaded with the first words: a plan is shown without them.
"""

from __future__ import annotations

from mkplanner.models.timeframes.timeframe import PlanContext, Timeframe

_NO_CONTEXT = PlanContext()


def parse(words: str, context: PlanContext = _NO_CONTEXT) -> Timeframe:
    """What a person would understand from the words of a date cell, with the words kept exactly as given.

    Never raises on text of any kind. Days that the words leave open stay open, and a year is taken only from the words,
    the heading or the plan; where another reading is plausible it is among the `alternatives`.
    """
    from mkplanner.models.timeframes.statements import understood

    return understood(words, context)
