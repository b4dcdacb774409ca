"""Parcels are looked into before they are opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.formats.parcels import check_parcel


def parcel(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name.replace("_", "/"), data)
    return out.getvalue()


def test_a_sound_one_passes() -> None:
    check_parcel(parcel(**{"word_document.xml": b"<w/>"}), "Word document", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0", "old or a password-protected"),
        (b"no parcel", "damaged"),
        (parcel(a=b"x"), "not a Word document"),
        (parcel(**{"word_document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><w/>'}), "not made by an office program"),
    ],
)
def test_others_are_refused_with_what_is_wrong(content: bytes, said: str) -> None:
    with pytest.raises(PlannerError, match=said):
        check_parcel(content, "Word document", "word/document.xml")


def test_one_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkplanner.models.formats.parcels.LARGEST", 1000)
    with pytest.raises(PlannerError, match="too large"):
        check_parcel(parcel(**{"word_document.xml": b"x" * 2000}), "Word document", "word/document.xml")
