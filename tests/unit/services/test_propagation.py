"""Where the same words stand further on, whatever their spelling and proclitics."""

import pytest

from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.services.propagation import equal_spans_ahead
from annotator.services.validation import InvalidEdit
from annotator.services.words import Words

TEXT = (
    "أعلن ترامب قرارا. ورفض تُرامب العرض، وقال ترمب لترامب الابن إن دونالد ترمب ومحمود هنا مع محمد."
)
OUTSIDE = ("و", "ف", "ب", "ل", "ك")


def found(words: str, *spellings: str, taken: tuple[Span, ...] = ()) -> list[str]:
    """What stands ahead of the first place of `words`, as it is written there."""
    start = TEXT.index(words)
    mention = Mention("m", Span(start, start + len(words)), "PER")
    text = Words(TEXT, proclitics_outside=OUTSIDE)
    return [span.of(TEXT) for span in equal_spans_ahead(mention, text, taken, spellings=spellings)]


def test_vowel_signs_and_proclitics_make_no_odds() -> None:
    assert found("ترامب") == ["تُرامب", "ترامب"]


def test_another_spelling_is_found_if_a_person_has_said_it_names_the_same() -> None:
    assert found("ترامب", "ترمب") == ["تُرامب", "ترمب", "ترامب", "ترمب"]


def test_of_two_spellings_that_overlap_the_longer_is_taken() -> None:
    assert found("ترامب", "ترمب", "دونالد ترمب") == ["تُرامب", "ترمب", "ترامب", "دونالد ترمب"]


def test_words_that_are_merely_alike_are_left() -> None:
    with pytest.raises(InvalidEdit, match="nowhere further on"):
        found("محمود")


def test_what_is_marked_already_is_left() -> None:
    place = TEXT.index("تُرامب")
    assert found("ترامب", taken=(Span(place, place + 6),)) == ["ترامب"]
