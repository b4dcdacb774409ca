"""Parcels without a moment of their own."""

from io import BytesIO
from zipfile import ZipFile

from mkplanner.charts.outputs.packing import repacked


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
