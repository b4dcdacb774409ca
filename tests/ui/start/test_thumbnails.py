import pytest

from mkplanner.models.beginnings.templates import TEMPLATES
from mkplanner.ui.start.thumbnails import DRAWINGS, Thumbnail


def test_every_layout_has_its_own_picture(qtbot, dressed):
    pictures = []
    for name in DRAWINGS:
        picture = Thumbnail(name)
        qtbot.addWidget(picture)
        picture.resize(170, 104)
        pictures.append(picture.grab().toImage())

    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
    assert {template.picture for template in TEMPLATES.values()} == set(DRAWINGS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_pictures_follow_the_theme(qtbot, dressed, name):
    picture = Thumbnail(name)
    qtbot.addWidget(picture)
    light = picture.grab().toImage()
    dressed.dress("dark", 100)

    assert picture.grab().toImage() != light
