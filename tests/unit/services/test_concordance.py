"""Keywords in context: aligned where they begin, drawn right to left, safe to print."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.columns import measure
from annotator.arabic.display import Display
from annotator.arabic.visual import visual
from annotator.services.concordance import draw_concordance
from annotator.services.searching import SearchHit


def hit(left: str, found: str, right: str, document: str = "d1") -> SearchHit:
    return SearchHit(document, len(left), len(left) + len(found), found, left, right)


def width(text: str) -> int:
    return measure(text, Display(base="ltr", is_raw=True))[-1]


def test_hits_end_at_one_column_whatever_surrounds_them() -> None:
    rows = draw_concordance(
        [hit("قبل ", "الوزير", " بعد"), hit("", "و", " كلام طويل جدا بعده"), hit("س", "لا", "")],
        width=60,
    )
    assert len({width(row.left + row.found) for row in rows}) == 1
    assert all(width("".join(row)) <= 60 for row in rows)


def test_what_stands_before_is_drawn_at_the_right() -> None:
    [row] = draw_concordance([hit("قبل ", "كلمة", " بعد")], width=60)
    assert row.found == visual("كلمة")
    assert row.left.endswith(f"{visual('بعد')} ")
    assert row.right == f" {visual('قبل')}"
    assert row.left.startswith("1 d1  ")


def test_letters_are_joined_across_the_border() -> None:
    [row] = draw_concordance([hit("ل", "كييف", "")], width=60)
    assert row.found + row.right == visual("لكييف")


def test_context_is_cut_at_its_far_end() -> None:
    [row] = draw_concordance(
        [hit("بداية بعيدة جدا قريب ", "كلمة", " تال ثم نهاية بعيدة")], width=40
    )
    assert visual("قريب") in row.right
    assert visual("تال") in row.left
    assert visual("بداية") not in row.right


def test_nothing_is_drawn_for_no_hits() -> None:
    assert draw_concordance([], width=80) == []


@given(st.text(max_size=30), st.text(min_size=1, max_size=20), st.text(max_size=30))
def test_no_text_steers_the_terminal(left: str, found: str, right: str) -> None:
    for row in draw_concordance([hit(left, found, right, document="\x1b[2J")], width=50):
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in "".join(row))
