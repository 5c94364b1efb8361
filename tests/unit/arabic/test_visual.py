"""One-line strings: safe, cut on the right side, in display order, with a way back."""

import pytest
from rich.cells import cell_len

from annotator.arabic.display import Display
from annotator.arabic.shaping import lam_alef_breaks
from annotator.arabic.visual import Run, visual, visual_line, visual_runs
from annotator.model.span import Span


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ""),
        ("Save (PER) 12%", "Save (PER) 12%"),
        ("كوشنر", "ﺮﻨﺷﻮﻛ"),
        ("ستيف (PER) 4", "4 (PER) ﻒﻴﺘﺳ"),
        ("PER: كوشنر", "PER: ﺮﻨﺷﻮﻛ"),
        ("12 - 13", "12 - 13"),
        ("لا سلام", "ﻡﻼﺳ ﻻ"),
    ],
)
def test_a_string_is_printed_in_its_own_direction(text: str, printed: str) -> None:
    assert visual(text) == printed


def test_a_base_direction_can_be_given() -> None:
    assert visual("PER.", base="rtl") == ".PER"
    assert visual("قال.", base="ltr") == "ﻝﺎﻗ."


@pytest.mark.parametrize(
    ("width", "printed"),
    [(14, "ﺓﺪﺤﺘﻤﻟﺍ ﺔﻳﻻﻮﻟﺍ"), (13, "…ﺢﺘﻤﻟﺍ ﺔﻳﻻﻮﻟﺍ"), (8, "…ﺔﻳﻻﻮﻟﺍ"), (1, "…"), (0, ""), (-4, "")],
)
def test_arabic_is_cut_at_its_end_which_is_left(width: int, printed: str) -> None:
    assert visual("الولاية المتحدة", width=width) == printed


def test_latin_is_cut_at_its_end_which_is_right() -> None:
    assert visual("United States", width=9) == "United S…"
    assert visual("United States", width=8) == "United…"


def test_the_cut_does_not_change_the_direction() -> None:
    assert visual("12 - 13 ابت", width=6) == "…- 12"


def test_a_wide_character_that_fits_by_half_is_cut() -> None:
    assert visual("漢漢漢", width=4) == "漢…"


def test_no_payload_is_printed() -> None:
    printed = visual("اسم\x1b]52;c;YQ==\x07\u202egpj.exe\n\x9b")
    assert printed.isprintable()
    assert "␛" in printed


def test_bidi_controls_are_shown_and_reorder_nothing() -> None:
    assert visual("abc\u202edef") == "abc⇇def"


def test_marks_and_order_can_be_left_to_others() -> None:
    assert visual("بِ", marks=False) == "ﺏ"
    assert visual("قال (a)", is_raw=True) == "قال (a)"


def test_cells_of_a_line_know_their_offsets() -> None:
    line = visual_line("a\nلا ")
    assert [(cell.start, cell.end) for cell in line.cells] == [(0, 1), (1, 2), (2, 4), (4, 5)]
    assert line.x_of(2) == 2
    assert line.offset_at(2) == 2


def test_a_line_is_aligned_within_the_width_it_is_given() -> None:
    assert visual_line("قال", width=10).left == 7
    assert visual_line("قال", width=10).width == 10
    assert visual_line("abc", width=10).left == 0


def test_the_blank_behind_an_arabic_input_is_its_left_end() -> None:
    line = visual_line("قال ")
    assert (line.text, line.x_of(3)) == (" ﻝﺎﻗ", 0)


def test_the_ellipsis_stands_for_what_was_cut() -> None:
    line = visual_line("الولايات", width=4)
    assert [cell.start for cell in line.cells] == [3, 2, 1, 0]
    assert line.offset_at(0) == 3


def test_a_selection_border_cuts_the_lam_alef_of_an_input() -> None:
    text = "سلام"
    line = visual_line(text, breaks=lam_alef_breaks(text, [2]))
    assert [cell.start for cell in line.cells] == [3, 2, 1, 0]
    assert line.width == 4


def test_runs_change_where_the_tags_do() -> None:
    assert visual_runs("قال NATO نعم", [(Span(0, 3), "verb"), (Span(4, 8), "org")]) == [
        Run("ﻢﻌﻧ ", ()),
        Run("NATO", ("org",)),
        Run(" ", ()),
        Run("ﻝﺎﻗ", ("verb",)),
    ]


def test_nested_spans_give_all_their_tags() -> None:
    assert visual_runs("abc", [(Span(0, 3), 1), (Span(1, 2), 2)]) == [
        Run("a", (1,)),
        Run("b", (1, 2)),
        Run("c", (1,)),
    ]


def test_a_span_that_begins_inside_lam_alef_is_exact() -> None:
    assert visual_runs("لأب", [(Span(1, 3), 1)]) == [Run("ﺏﺄ\u200c", (1,)), Run("ﻟ", ())]


def test_runs_are_cut_to_the_width_with_the_ellipsis_in_the_last() -> None:
    runs = visual_runs("سلام عليكم", [(Span(1, 9), 1)], width=5)
    assert runs == [Run("…ﻡﻼ", (1,)), Run("ﺳ", ())]
    cut_at_alef = visual_runs("سلام عليكم", [(Span(2, 9), 1)], width=5)
    assert sum(cell_len(run.text) for run in cut_at_alef) <= 5


def test_a_display_applies_to_runs_too() -> None:
    assert visual_runs("بِ", [], display=Display(marks=False)) == [Run("ﺏ", ())]
