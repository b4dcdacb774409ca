"""Names are learnt from the document they stand in."""

from mkplanner.models.formats.name_book import NameBook


def book() -> NameBook:
    names = NameBook()
    names.learn_roles("write the paper Edith Marlow (Programme Manager)")
    names.learn_line("Staff Forum")
    names.learn_line("Joint Saltway Board (JSB)")
    return names


def test_people_with_roles_and_lines_with_names_are_learnt() -> None:
    assert {"Edith Marlow", "Staff Forum", "JSB"} <= book().names
    assert not NameBook().learn_line("Two replies still to come")
    assert not NameBook().learn_line("Agreement by Staff Forum")


def test_a_line_of_owners_is_known() -> None:
    assert book().is_owner("Edith Marlow and Staff Forum")
    assert not book().is_owner("Staff Forum to meet")


def test_stretches_of_owners_begin_at_the_word_before_by() -> None:
    text = "set measures Proposals by Edith Marlow and Staff Forum"
    assert [text[start:end] for start, end in book().stretches(text)] == ["Proposals by Edith Marlow and Staff Forum"]


def test_a_person_at_the_end_of_a_title_is_learnt() -> None:
    names = book()
    names.learn_end("explain the bills to TIDE Oswin Pell")
    assert "Oswin Pell" in names.names
