"""How the matrix stands, to be remembered for the plan on this computer: which rows are shut, and what is asked."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from mkplanner.models.rasic.questions import Asked, Question
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel


def state_of(model: MatrixModel) -> bytes:
    """Return the rows that are shut and the question, for `put_back`; words and quarters asked for are let go."""
    asked = model.question
    parts = {"asked": asked.asked.value, "party": asked.party, "other": asked.other, "letters": asked.letters}
    question = {**parts, "hide_done": asked.hide_done}
    return json.dumps({"shut": sorted(model.shut), "question": question}).encode()


def put_back(model: MatrixModel, state: bytes) -> None:
    """Have the matrix stand as it did; rows and posts that have gone are forgotten, what cannot be read changes nothing."""
    try:
        kept = json.loads(state)
    except ValueError:
        return
    if isinstance(kept, dict):
        shut = kept.get("shut")
        ids = shut if isinstance(shut, list) else []
        rows = {each for each in ids if isinstance(each, str) and model.has_parts(each)}
        model.stand(_question(kept.get("question"), model.matrix.plan.parties), rows)


def _question(record: object, parties: Collection[str]) -> Question:
    if not isinstance(record, Mapping) or record.get("asked") not in list(Asked):
        return Question()
    texts: dict[str, Any] = {key: record.get(key) for key in ("party", "other", "letters")}
    if not all(isinstance(text, str) for text in texts.values()):
        return Question()
    if any(texts[key] and texts[key] not in parties for key in ("party", "other")):
        return Question(hide_done=record.get("hide_done") is True)
    return Question(Asked(record["asked"]), **texts, hide_done=record.get("hide_done") is True)
