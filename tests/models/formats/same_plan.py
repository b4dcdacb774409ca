"""Whether two plans say the same, whatever identities their rows have."""

import json
from typing import Any

from mkplanner.models.commands.paste import BringIn
from mkplanner.models.edit import Edit
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.write_json import plan_record
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan, PlanInfo


def plain(plan: Plan) -> dict[str, Any]:
    """What `show --json` says of a plan, with places instead of identities."""
    record = plan_record(plan)
    record.pop("notices")
    text = json.dumps(record, sort_keys=True)
    for kind in ("items", "parties"):
        for number, row in enumerate(record[kind]):
            text = text.replace(f'"{row["id"]}"', f'"{kind}-{number}"')
    return json.loads(text.replace(f'"{record["id"]}"', '"plan"'))


def brought_in(draft: Draft) -> Plan:
    """An empty plan after the draft was brought in."""
    edit = Edit(Plan(PlanInfo(new_id())))
    BringIn(draft).apply(edit)
    return edit.plan
