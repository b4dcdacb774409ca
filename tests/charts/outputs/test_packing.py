"""Parcels without a moment of their own."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from mkplanner.charts.outputs.packing import repacked, word_file
from mkplanner.progress import Cancelled


def test_parts_and_their_order_stay_and_moments_go() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as parcel:
        parcel.writestr("[Content_Types].xml", "<types/>")
        parcel.writestr("word/document.xml", "<w/>")
    packed = repacked(out.getvalue())
    with ZipFile(BytesIO(packed)) as parcel:
        assert parcel.namelist() == ["[Content_Types].xml", "word/document.xml"]
        assert {info.date_time[0] for info in parcel.infolist()} == {1980}
        assert parcel.read("word/document.xml") == b"<w/>"


def long_document():
    document = Document()
    for number in range(3000):
        document.add_paragraph(f"Review procedure {number} with Aldermere and publish the guidance")
    return document


def test_a_document_is_packed_part_by_part_as_python_docx_would() -> None:
    document, whole = long_document(), BytesIO()
    document.save(whole)
    with ZipFile(BytesIO(word_file(document, lambda done, of: None))) as ours, ZipFile(whole) as theirs:
        assert ours.namelist() == theirs.namelist()
        assert all(ours.read(name) == theirs.read(name) for name in ours.namelist())


def test_one_can_stop_in_the_middle_of_a_long_part() -> None:
    asked = []

    def report(done: int, of: int) -> None:
        asked.append(done)
        if asked.count(done) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        word_file(long_document(), report)
    assert max(asked.count(done) for done in asked) == 4
