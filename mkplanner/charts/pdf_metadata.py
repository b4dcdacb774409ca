"""What a PDF says about itself: title, author, language and dates, for reader programs and for archives (XMP)."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name

from mkplanner.charts.shapes import Document

PROGRAM = "MK Planner"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def add_metadata(pdf: pikepdf.Pdf, document: Document, made: datetime) -> None:
    """Write title, author, subject, language and date; the title, not the file's name, is what readers show."""
    title, subject, author = (_plain(words) for words in (document.title, document.subject, document.author))
    title, author = title or PROGRAM, author or PROGRAM
    pdf.Root["/Lang"] = pikepdf.String(document.language)
    pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    stamp = pikepdf.String(_pdf_date(made))
    info = {
        "/Title": pikepdf.String(title),
        "/Author": pikepdf.String(author),
        "/Subject": pikepdf.String(subject or title),
        "/Creator": pikepdf.String(PROGRAM),
        "/Producer": pikepdf.String(PROGRAM),
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(info))
    words = {"title": title, "subject": subject or title, "author": author, "language": document.language}
    words |= {"program": PROGRAM, "made": made.isoformat(timespec="seconds") + ("" if made.tzinfo else "Z")}
    packet = _XMP.format(**{key: escape(value) for key, value in words.items()}).encode("utf-8")
    pdf.Root["/Metadata"] = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _plain(words: str) -> str:
    """Words without the characters that XML forbids, on one line."""
    kept = "".join(character if character.isprintable() else " " for character in words)
    return " ".join(kept.encode("utf-8", "replace").decode("utf-8").split())


def _pdf_date(made: datetime) -> str:
    zone = made.strftime("%z")
    return made.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "Z")
