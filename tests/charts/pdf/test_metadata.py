"""What a PDF says about itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf.draw import pdf_bytes
from mkplanner.charts.pdf.metadata import PROGRAM
from mkplanner.charts.shapes import Document, Node

LONDON = timezone(timedelta(hours=1))


def described(document: Document, made: datetime) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf_bytes(document, PAPER, made=made)))


def test_language_title_author_and_subject_are_told() -> None:
    pdf = described(Document("Plan", [], Node("Document"), "Lead", "Joint Board", "cy"), datetime(2025, 11, 12))
    assert str(pdf.Root.Lang) == "cy"
    assert (str(pdf.docinfo["/Author"]), str(pdf.docinfo["/Subject"])) == ("Lead", "Joint Board")


@pytest.mark.parametrize(
    ("made", "stamp", "iso"),
    [
        (datetime(2025, 6, 2, 9), "D:20250602090000Z", "2025-06-02T09:00:00Z"),
        (datetime(2025, 6, 2, 9, tzinfo=UTC), "D:20250602090000+00'00'", "2025-06-02T09:00:00+00:00"),
        (datetime(2025, 6, 2, 9, tzinfo=LONDON), "D:20250602090000+01'00'", "2025-06-02T09:00:00+01:00"),
    ],
)
def test_the_date_is_written_both_ways(made: datetime, stamp: str, iso: str) -> None:
    pdf = described(Document("Plan", [], Node("Document")), made)
    assert str(pdf.docinfo["/CreationDate"]) == stamp
    assert f"<xmp:CreateDate>{iso}</xmp:CreateDate>".encode() in pdf.Root.Metadata.read_bytes()


def test_a_plan_without_a_title_still_has_one() -> None:
    pdf = described(Document(" ", [], Node("Document")), datetime(2025, 1, 1))
    assert str(pdf.docinfo["/Title"]) == PROGRAM


def test_markup_and_control_characters_leave_the_metadata_readable() -> None:
    pdf = described(Document("A & B <i>\x00\x0b\uffff", [], Node("Document")), datetime(2025, 1, 1))
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    ElementTree.fromstring(packet[packet.index("<x:xmpmeta") : packet.index("<?xpacket end")])
    assert "A &amp; B &lt;i&gt;" in packet


def test_an_archive_gets_its_claim_its_schema_and_its_colours() -> None:
    document = Document("Plan", [], Node("Document"))
    plain = described(document, datetime(2025, 1, 1))
    assert "/OutputIntents" not in plain.Root
    assert b"pdfaid:part" not in plain.Root.Metadata.read_bytes()

    document.archive = True
    pdf = described(document, datetime(2025, 1, 1))
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    ElementTree.fromstring(packet[packet.index("<x:xmpmeta") : packet.index("<?xpacket end")])
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "pdfaExtension:schemas" in packet
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    profile = intent.DestOutputProfile.read_bytes()
    assert (profile[36:40], profile[16:20], int(intent.DestOutputProfile.N)) == (b"acsp", b"RGB ", 3)
    assert pdf_bytes(document, PAPER, made=datetime(2025, 1, 1)) == pdf_bytes(
        document, PAPER, made=datetime(2025, 1, 1)
    )
