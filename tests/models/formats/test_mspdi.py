"""Microsoft Project's XML, there and back."""

from datetime import date, datetime
from xml.etree.ElementTree import fromstring

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.formats.mspdi_tasks import days_of
from mkplanner.models.formats.read_mspdi import read_mspdi
from mkplanner.models.formats.write_mspdi import NAMESPACE, write_mspdi
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import awkward

MADE = datetime(2026, 11, 22)
N = f"{{{NAMESPACE}}}"


def task(title: str):
    root = fromstring(write_mspdi(example(), MADE))
    return next(task for task in root.iter(f"{N}Task") if task.findtext(f"{N}Name") == title)


def test_finish_is_the_last_day_and_the_words_stand_beside() -> None:
    found = task("Consult the staff of the three audit teams")
    assert found.findtext(f"{N}Start") == "2026-10-01T08:00:00"
    assert found.findtext(f"{N}Finish") == "2027-01-31T17:00:00"
    assert found.findtext(f"{N}StartText") == "Oct 26 – Jan 27"
    assert found.findtext(f"{N}PercentComplete") == "40"
    due = task("Agree one operating model for the shared audit service")
    assert due.findtext(f"{N}FinishText") == "By 31 March 2027"
    assert due.findtext(f"{N}Summary") == "1"


def test_letters_stand_in_a_text_field() -> None:
    found = task("Agree one operating model for the shared audit service")
    texts = [row.findtext(f"{N}Value") or "" for row in found.iter(f"{N}ExtendedAttribute")]
    assert any("Audit Manager: R" in words and "Director of Resources: A" in words for words in texts)


def test_links_name_the_task_before_with_its_kind_and_lag() -> None:
    root = fromstring(write_mspdi(awkward(), MADE))
    links = [[kid.text for kid in link] for link in root.iter(f"{N}PredecessorLink")]
    assert ["3", "1", "0", "0", "7"] in links
    assert ["2", "3", "0", str(-3 * 4800), "7"] in links


@pytest.mark.parametrize("plan", [example(), awkward()], ids=["example", "awkward"])
def test_the_plan_comes_back_as_it_was(plan) -> None:
    assert read_mspdi(write_mspdi(plan, MADE), PlanContext()).exact == plan


def test_what_project_saved_again_comes_in_as_its_tasks() -> None:
    text = write_mspdi(example(), MADE)
    text = text[: text.index("<!--")].replace("Take the options paper to the Joint Board", "Take it to the board")
    draft = read_mspdi(text, PlanContext())
    assert draft.exact is None
    titles = [item.title for item in draft.items]
    assert len(titles) == len(example().items)
    item = draft.items[titles.index("Take it to the board")]
    assert (item.kind, item.date) == (ItemKind.SUB_ACTION, "17 September 2026")
    assert draft.items[item.parent or 0].title == "Agree one operating model for the shared audit service"
    assert {(owner.name, owner.letters) for owner in item.owners} >= {("Partnership Lead", "R"), ("Joint Board", "C")}
    assert (draft.title, draft.start) == (example().info.title, date(2026, 4, 1))


def test_an_edit_wins_over_what_the_file_carries() -> None:
    text = write_mspdi(example(), MADE).replace(">Find", ">Seek").replace("Agree how the cost", "Settle how the cost")
    draft = read_mspdi(text, PlanContext())
    assert "Settle how the cost is shared" in [item.title for item in draft.items]


def test_a_row_without_a_day_has_none() -> None:
    item = next(item for item in awkward().items.values() if item.id == "a2")
    assert days_of(item) == (None, None)


@pytest.mark.parametrize("text", ["", "<a/>", "<Project/>", "<!DOCTYPE x><Project/>", "<Project"])
def test_other_xml_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PlannerError, match="XML file"):
        read_mspdi(text, PlanContext())
