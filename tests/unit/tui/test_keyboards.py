"""What keys mean under a layout: facts of xkb's `ara` and Windows' Arabic (101)."""

import pytest

from annotator.tui.keyboards import LAYOUTS, KeyReader

TRAPS = [("]", "D"), ("[", "F"), ("}", "C"), ("{", "V"), ("/", "L"), ("'", "M"), ("`", "U"),
         (".", ">"), (",", "<"), ("<", "{"), (">", "}"), ("؟", "?"), ("؛", "P")]  # fmt: skip


@pytest.mark.parametrize("layout", ["arabic-linux", "arabic-windows", "arabic-azerty"])
def test_letters_are_read_by_their_place(layout: str) -> None:
    reader = KeyReader(layout)  # type: ignore[arg-type]  # one of them
    azerty = layout == "arabic-azerty"
    assert reader.meant("ش") == ("q" if azerty else "a")
    assert reader.meant("ح") == "p"
    assert reader.meant("ي") == "d"


@pytest.mark.parametrize(("typed", "meant"), TRAPS)
def test_signs_of_the_arabic_layout_are_the_capitals_they_stand_on(typed: str, meant: str) -> None:
    assert KeyReader("arabic-linux").meant(typed) == meant


def test_shift_and_the_full_stop_key_is_not_the_full_stop() -> None:
    reader = KeyReader("arabic-linux")
    assert (reader.meant("ز"), reader.meant(".")) == (".", ">")


def test_windows_types_quotation_marks_where_linux_types_signs() -> None:
    reader = KeyReader("arabic-windows")
    assert (reader.meant("\u2018"), reader.meant("\u2019")) == ("U", "M")


def test_the_macintosh_has_letters_elsewhere() -> None:
    reader = KeyReader("arabic-mac")
    assert (reader.meant("ظ"), reader.meant("د"), reader.meant("،")) == ("z", "v", ",")


def test_auto_follows_the_last_letter_that_only_one_script_has() -> None:
    reader = KeyReader(arabic="arabic-linux")
    assert reader.meant("]") == "]"
    assert reader.meant("ش") == "a"
    assert reader.layout == "arabic-linux"
    assert reader.meant("]") == "D"
    assert reader.meant("p") == "p"
    assert reader.meant("]") == "]"


def test_eastern_digits_are_digits() -> None:
    assert KeyReader("arabic-mac").meant("٣") == "3"


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name.startswith("arabic")])
def test_an_arabic_layout_types_every_letter_but_b_and_no_two_of_one_key(layout: str) -> None:
    table = LAYOUTS[layout]
    letters = set("acdefghijklmnopqrstuvwxyz")
    assert letters <= set(table.values())
    assert "b" not in table.values()
    typed_by = [latin for typed, latin in table.items() if not typed.isdecimal()]
    assert sorted(set(typed_by) & letters) == sorted(letters)


def test_azerty_reaches_the_brackets_without_the_third_level() -> None:
    reader = KeyReader("azerty")
    assert "".join(map(reader.meant, "éèçàù²a")) == "[]{}\\`a"
