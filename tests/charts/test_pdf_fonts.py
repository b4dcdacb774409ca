"""Our faces in ReportLab's hands."""

from __future__ import annotations

import pytest

from mkplanner.charts.fonts import FILES, width
from mkplanner.charts.pdf_fonts import face_name, pdf_face


@pytest.mark.parametrize("face", FILES)
def test_paper_measures_words_as_the_layout_does(face: str) -> None:
    for words in ("Quarterly (from July 2025)", "Gŵyl – £1,200"):
        assert pdf_face(face).stringWidth(words, 10) == pytest.approx(width(words, face, 10), abs=0.05)


def test_a_face_is_registered_once() -> None:
    assert pdf_face("bold") is pdf_face("bold")


def test_an_unknown_face_is_a_slip_of_ours() -> None:
    with pytest.raises(KeyError):
        face_name("comic")
