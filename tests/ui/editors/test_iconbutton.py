from mkplanner.ui.editors.iconbutton import icon_button


def test_a_drawing_alone_has_a_name_and_a_tip(qtbot):
    button = icon_button("delete", "Delete the update of 3 November", "delete_u1")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Delete the update of 3 November"
    assert button.objectName() == "delete_u1"
    assert not button.icon().isNull()
