"""Documents drawn as tagged PDF."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from mkplanner.charts.extent import bounds
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import draw_pdf, pdf_bytes
from mkplanner.charts.shapes import Box, Content, Document, Line, Node, Page, Text
from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled, Progress
from tests.charts.paper import good, sampler, words_of

MADE = datetime(2025, 11, 12, 9, 30)


def drawn(folder: Path, document: Document | None = None) -> Path:
    path = folder / "plan.pdf"
    draw_pdf(document or sampler(), path, PAPER, made=MADE)
    return path


def test_a_document_with_every_shape_is_a_good_tagged_pdf(tmp_path: Path) -> None:
    good(drawn(tmp_path))


def test_the_same_document_and_date_give_the_same_bytes() -> None:
    assert pdf_bytes(sampler(), PAPER, made=MADE) == pdf_bytes(sampler(), PAPER, made=MADE)


def test_another_date_gives_other_bytes() -> None:
    assert pdf_bytes(sampler(), PAPER, made=MADE) != pdf_bytes(sampler(), PAPER, made=datetime(2025, 11, 13))


def test_a_stranger_reads_the_words_in_order_with_far_characters_whole(tmp_path: Path) -> None:
    words = " ".join(words_of(drawn(tmp_path)).split())
    assert "Tidemouth: Gŵyl y Dŵr ✓ A plan for three councils. 汉字 its own page Timetable" in words


def test_the_file_tells_title_author_and_date(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Tidemouth: Gŵyl y Dŵr"
        assert str(pdf.docinfo["/Author"]) == "Partnership Lead"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20251112093000Z"
        assert b"2025-11-12T09:30:00" in pdf.Root.Metadata.read_bytes()


def test_bookmarks_lead_to_their_page(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Tidemouth"]


def test_every_font_is_one_of_ours_and_embedded(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path)) as pdf:
        names = {str(font.BaseFont).split("+")[1] for page in pdf.pages for font in page.Resources.Font.values()}
    assert names == {"LiberationSans", "LiberationSans-Bold", "DejaVuSans-Bold"}


def test_a_title_of_markup_and_control_characters_does_no_harm(tmp_path: Path) -> None:
    document = sampler()
    document.title = "Plans & <papers>\x07\n\ufffe \ud800"
    good(drawn(tmp_path, document))


def test_cancelling_leaves_no_file_and_keeps_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"before")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        draw_pdf(sampler(), path, PAPER, made=MADE, progress=progress)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]
    assert path.read_bytes() == b"before"


def test_progress_tells_every_page(tmp_path: Path) -> None:
    heard: list[str] = []
    progress = Progress(lambda done, total, label: heard.append(label))
    draw_pdf(sampler(), tmp_path / "plan.pdf", PAPER, made=MADE, progress=progress)
    assert heard[:2] == ["Page 1 of 2", "Page 2 of 2"]


def test_a_folder_that_does_not_exist_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="There is no folder"):
        draw_pdf(sampler(), tmp_path / "missing" / "plan.pdf", PAPER, made=MADE)


def test_a_folder_in_the_way_is_said_in_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(PlannerError, match="is a folder"):
        draw_pdf(sampler(), tmp_path / "plan.pdf", PAPER, made=MADE)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_content_cannot_stand_on_two_pages() -> None:
    root = Node("Document")
    content = Content(Node("P", root), [Text(36, 60, "Once", "regular", 10)])
    pages = [Page(595, 842, [content]), Page(595, 842, [content])]
    with pytest.raises(ValueError, match="two pages"):
        pdf_bytes(Document("Twice", pages, root), PAPER, made=MADE)


def test_content_that_was_never_put_on_a_page_leaves_no_trace(tmp_path: Path) -> None:
    document = sampler()
    Content(Node("P", document.root), [Text(36, 60, "Nowhere", "regular", 10)])
    assert "Nowhere" not in words_of(good(drawn(tmp_path, document)))


def test_a_figures_box_holds_its_shapes() -> None:
    assert bounds([Box(Rect(10, 20, 30, 5), "mark"), Line(5, 22, 60, 22, "mark")]) == Rect(5, 20, 55, 5)
    assert bounds([]) is None


def test_a_figures_box_reaches_to_the_end_of_its_words() -> None:
    box = bounds([Text(10, 20, "31 March ", "regular", 8)])
    assert box is not None
    assert box.right == pytest.approx(10 + width("31 March", "regular", 8))


def test_two_documents_drawn_at_once_do_not_disturb_each_other() -> None:
    alone = pdf_bytes(sampler(), PAPER, made=MADE)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: pdf_bytes(sampler(), PAPER, made=MADE), range(8)))
    assert set(together) == {alone}


def test_words_that_run_upwards_take_their_room_above_and_are_read_as_others_are(tmp_path: Path) -> None:
    turned = Text(560, 300, "Director of Resources", "regular", 9, turned=True)
    area = bounds([turned])
    assert area is not None
    assert area.height == pytest.approx(width("Director of Resources", "regular", 9))
    assert 550 < area.x < area.right < 565
    assert area.bottom == 300
    root = Node("Document")
    page = Page(595, 842)
    page.content.append(Content(Node("H1", root), [turned]))
    path = good(drawn(tmp_path, Document("Upwards", [page], root)))
    assert "Director of Resources" in words_of(path)
