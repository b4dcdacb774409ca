from mkplanner.ui.arranging.viewmenus import fillers


def test_every_part_of_the_view_menu_has_its_filler():
    assert list(fillers(None)) == ["<views>", "<filter by>", "<sort by>", "<group by>", "<columns>"]
