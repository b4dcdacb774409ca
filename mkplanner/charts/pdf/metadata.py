"""What a PDF says about itself: title, author, language and dates, for reader programs and for archives (XMP)."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from mkplanner.charts.pdf.file import PdfFile, text
from mkplanner.charts.shapes import Document

PROGRAM = "MK Planner"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>{archive}
</rdf:Description>{schemas}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_ARCHIVE = "\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
_SCHEMAS = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def write_info(file: PdfFile, document: Document, made: datetime) -> int:
    """Put title, author, subject and dates into a file for older readers, and return the number of the object."""
    title, author, subject = _said(document)
    stamp = text(_pdf_date(made))
    told = {"Title": title, "Author": author, "Subject": subject, "Creator": PROGRAM, "Producer": PROGRAM}
    words = "".join(f"/{key} {text(value)}" for key, value in told.items())
    return file.add(f"<<{words}/CreationDate {stamp}/ModDate {stamp}>>")


def write_metadata(file: PdfFile, document: Document, made: datetime) -> int:
    """Put the same as XMP, with the standards the file follows, and return the number of the object."""
    title, author, subject = _said(document)
    words = {"title": title, "subject": subject, "author": author, "language": document.language, "program": PROGRAM}
    words["made"] = made.isoformat(timespec="seconds") + ("" if made.tzinfo else "Z")
    packet = _XMP.format(
        archive=_ARCHIVE if document.archive else "",
        schemas=_SCHEMAS if document.archive else "",
        **{key: escape(value) for key, value in words.items()},
    )
    return file.add_stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", plain=True)


def write_intent(file: PdfFile) -> int:
    """Put into a file which colours its numbers mean (sRGB), as archives ask, and return the number of the object."""
    profile = file.add_stream(_srgb(), "/N 3")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _srgb() -> bytes:
    """A colour profile made here; its own date is set to a fixed one, so that the same plan gives the same bytes."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e8000100010000000000 00".replace(" ", ""))
    profile[84:100] = bytes(16)
    return bytes(profile)


def _said(document: Document) -> tuple[str, str, str]:
    """Title, author and subject; the title, not the file's name, is what readers show."""
    title, subject, author = (_plain(words) for words in (document.title, document.subject, document.author))
    title = title or PROGRAM
    return title, author or PROGRAM, subject or title


def _plain(words: str) -> str:
    """Words without the characters that XML forbids, on one line."""
    kept = "".join(character if character.isprintable() else " " for character in words)
    return " ".join(kept.encode("utf-8", "replace").decode("utf-8").split())


def _pdf_date(made: datetime) -> str:
    zone = made.strftime("%z")
    return made.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "Z")
