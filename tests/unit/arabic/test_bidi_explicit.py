"""Limits of the directional status stack that no ordinary text reaches."""

from annotator.arabic.bidi_classes import bidi_classes, match_isolates
from annotator.arabic.bidi_explicit import MAX_DEPTH, embed, has_explicit_controls

RLE, RLO, PDF, RLI, PDI = "\u202b", "\u202e", "\u202c", "\u2067", "\u2069"


def explicit_levels(text: str, *, base: int = 0) -> list[int]:
    classes = bidi_classes(text)
    return list(embed(classes, base, matching=match_isolates(classes))[0])


def test_ordinary_text_has_no_explicit_controls() -> None:
    assert not has_explicit_controls(bidi_classes("ابت abc 12\u200f"))
    assert has_explicit_controls(bidi_classes(f"ابت{PDI}"))


def test_an_embedding_ends_where_it_is_popped() -> None:
    assert explicit_levels(f"a{RLE}b{PDF}c")[::2] == [0, 1, 0]


def test_embeddings_deeper_than_the_limit_change_nothing_and_are_popped_in_pairs() -> None:
    depth = MAX_DEPTH + 10
    text = (RLE + "\u202a") * depth + "a" + PDF * (2 * depth) + "b"
    levels = explicit_levels(text)
    assert levels[2 * depth] == MAX_DEPTH
    assert levels[-1] == 0


def test_isolates_deeper_than_the_limit_are_popped_in_pairs() -> None:
    depth = 2 * MAX_DEPTH
    levels = explicit_levels(RLI * depth + "a" + PDI * depth + "b")
    assert levels[depth] == MAX_DEPTH
    assert levels[-1] == 0


def test_inside_isolates_too_deep_nothing_is_popped() -> None:
    levels = explicit_levels(RLI * (2 * MAX_DEPTH) + PDF + "a")
    assert levels[-1] == MAX_DEPTH


def test_an_override_turns_letters_but_not_what_is_removed() -> None:
    classes = bidi_classes(f"{RLO}a\u200b1{PDF}a")
    assert embed(classes, 0, matching={})[1] == "pRbRdL"


def test_the_end_of_an_isolate_closes_what_was_opened_in_it() -> None:
    assert explicit_levels(f"{RLI}{RLE}a{PDI}b")[-2:] == [0, 0]


def test_a_paragraph_separator_ends_every_embedding() -> None:
    assert explicit_levels(f"{RLE}a\u2029b")[1:] == [1, 0, 0]
