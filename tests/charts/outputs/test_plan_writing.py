"""Whole plans in every form, and back."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from mkplanner.charts.formats import PLAN_FORMATS
from mkplanner.charts.outputs.whole import trimmed, whole_story
from mkplanner.models.formats.plan_tables import plan_sheets
from mkplanner.models.formats.registry import read_source
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.progress import Cancelled, Progress
from tests.charts.outputs.every_report import TODAY, example
from tests.models.formats.awkward import ID, awkward
from tests.models.formats.same_plan import brought_in, plain

BACK = [ending for ending, form in PLAN_FORMATS.items() if form.comes_back]
MADE = datetime(2026, 11, 22)


def written(plan: Plan, ending: str, folder: Path) -> Path:
    (path,) = PLAN_FORMATS[ending].write(plan, folder / f"plan{ending}", MADE, None)
    return path


@pytest.mark.parametrize("ending", BACK)
@pytest.mark.parametrize("plan", [example(), awkward(), Plan(PlanInfo(ID))], ids=["example", "awkward", "empty"])
def test_bringing_one_in_gives_the_same_plan(ending: str, plan: Plan, tmp_path: Path) -> None:
    draft = read_source(written(plan, ending, tmp_path))
    assert draft.exact == plan or ending == ".json"  # whose rows have their order by where they stand
    assert draft.notices == ()
    assert plain(brought_in(draft)) == plain(plan)


@pytest.mark.parametrize("ending", PLAN_FORMATS)
def test_the_same_plan_and_moment_give_the_same_bytes(ending: str, tmp_path: Path) -> None:
    first = written(example(), ending, tmp_path).read_bytes()
    assert first == written(example(), ending, tmp_path).read_bytes()


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx"])
def test_a_change_of_mind_leaves_no_file(ending: str, tmp_path: Path) -> None:
    progress = Progress(lambda done, total, label: progress.cancel())
    with pytest.raises(Cancelled):
        PLAN_FORMATS[ending].write(example(), tmp_path / f"plan{ending}", MADE, progress)
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_edited_in_word_wins(tmp_path: Path) -> None:
    document = Document(str(written(example(), ".docx", tmp_path)))
    row = document.tables[0].rows[3]
    row.cells[3].paragraphs[0].runs[0].text = "Take it to the board"
    document.save(str(tmp_path / "edited.docx"))
    draft = read_source(tmp_path / "edited.docx")
    assert [notice.id for notice in draft.notices] == ["import-edited"]
    assert "Take it to the board" in {item.title for item in draft.items}
    found, wanted = plain(brought_in(draft)), plain(example())
    assert found["rasic"] == wanted["rasic"]
    assert len(found["items"]) == len(wanted["items"])


def test_a_document_that_word_saved_again_still_carries_the_plan(tmp_path: Path) -> None:
    out = BytesIO()
    Document(str(written(example(), ".docx", tmp_path))).save(out)
    (tmp_path / "again.docx").write_bytes(out.getvalue())
    assert read_source(tmp_path / "again.docx").exact == example()


def test_a_web_page_has_a_table_for_each_part(tmp_path: Path) -> None:
    page = html.document_fromstring(written(example(), ".html", tmp_path).read_bytes())
    assert [heading.text_content() for heading in page.iter("h2")] == [
        "Actions",
        "Who does what",
        "Parties",
        "About the plan",
    ]
    assert len(page.xpath("//table")) == 4


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    sheet = trimmed(plan_sheets(example())[0])
    assert sheet.headings[:5] == ("No.", "Kind", "Ref", "Title", "By when")
    assert "Tags" not in sheet.headings
    assert "First day" not in sheet.headings
    assert len(whole_story(example(), TODAY)[0].blocks) == 11
