"""Rows as they are printed: order, mirror images, hanging blanks, alignment."""

from annotator.arabic.display import ARTICLE, Display
from annotator.arabic.lines import Line
from annotator.arabic.paragraph import base_level, resolve_paragraph
from annotator.arabic.typesetting import Typesetter


def row(text: str, *, width: int = 20, display: Display = ARTICLE) -> Line:
    paragraph = resolve_paragraph(text, start=0, base=base_level(text, display.base))
    typesetter = Typesetter(text, display, width, frozenset())
    return typesetter.set_line(0, len(text), paragraph=paragraph)


def test_arabic_is_joined_reversed_and_aligned_to_the_right() -> None:
    line = row("قال", width=5)
    assert (line.text, line.left, line.is_rtl) == ("ﻝﺎﻗ", 2, True)


def test_latin_inside_keeps_its_order_and_brackets_open_the_right_way() -> None:
    assert row("بب (NATO) تت").text == "ﺖﺗ (NATO) ﺐﺑ"


def test_a_mark_on_a_mirrored_bracket_stays_on_it() -> None:
    assert row("ا(\u0301").text == ")\u0301ﺍ"


def test_english_paragraphs_begin_at_the_left() -> None:
    line = row("said قال.", display=Display(base="ltr"))
    assert (line.text, line.left, line.is_rtl) == ("said ﻝﺎﻗ.", 0, False)


def test_blanks_that_do_not_fit_hang_without_a_column() -> None:
    line = row("قال   ", width=4)
    assert (line.text, line.left) == (" ﻝﺎﻗ", 0)
    assert sorted((cell.start, cell.width) for cell in line.cells) == [
        (0, 1),
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 0),
        (5, 0),
    ]


def test_letters_never_hang() -> None:
    assert row("قال  ", width=2).text == "ﻝﺎﻗ"


def test_blanks_hang_also_when_a_direction_mark_follows_them() -> None:
    assert row("قال  \u200f", width=3).text == "ﻝﺎﻗ"


def test_a_tab_is_one_blank() -> None:
    assert row("ا\tب").text == "ﺏ ﺍ"


def test_raw_rows_are_the_text_in_its_own_order() -> None:
    line = row("قال (NATO)", display=Display(is_raw=True))
    assert (line.text, line.left, line.is_rtl) == ("قال (NATO)", 0, False)


def test_controls_reach_no_row() -> None:
    assert row("ا\x1b[2J\u202eب").text.isprintable()


def test_an_empty_row_has_its_place_at_the_reading_side() -> None:
    assert row("", width=7).left == 7
