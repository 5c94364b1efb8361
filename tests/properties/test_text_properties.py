"""What holds for tokens, sentences, folding and proclitics of any text whatever."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.clitics import segment, split_tokens
from annotator.arabic.names import similar_names
from annotator.arabic.normalize import Folding, fold, fold_key
from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.model.span import Span

# Arabic that hurts, and every code point there is, lone surrogates too.
HARD = (
    "وفبلكساليكوشنرأإآىةءؤئ \u0640\u064b\u0651\u0670\u200f\u200b\u200c\u2067\ufeff\u00a0\n\r"
    "\u2028\u0085.؟!…،؛«»\"'()12٣,:-/%_#@aZ.Éﻻﷲ😀\ufe0f🇱🇧\u200d\ud800\udfff\x00\x1b"
)
TEXT = st.text(st.sampled_from(HARD) | st.characters(exclude_categories=()), max_size=60)
FOLDINGS = st.builds(Folding, **{name: st.booleans() for name in Folding.__slots__})


@st.composite
def text_and_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXT.filter(bool))
    starts = st.integers(0, len(text) - 1)
    spans = starts.flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end))
    )
    return text, draw(st.lists(spans, max_size=4))


def blank(text: str) -> bool:
    """Whether a text has no token, so nothing of it is seen."""
    return not tokenize(text)


@given(TEXT)
def test_tokens_and_gaps_tile_the_text(text: str) -> None:
    tokens = tokenize(text)
    borders = [0, *(border for token in tokens for border in token[:2]), len(text)]
    assert borders == sorted(borders)
    assert all(token.start < token.end for token in tokens)
    gaps = [text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    assert all(blank(gap) for gap in gaps)
    assert all(len(token.of(text).split()) == 1 for token in tokens)


@given(TEXT)
def test_no_token_begins_or_ends_with_an_invisible_character(text: str) -> None:
    for token in tokenize(text):
        word = token.of(text)
        assert not blank(word[0])
        assert token.kind == "emoji" or not blank(word[-1]) or word[-1] in "\u064b\u0651\u0670"


@given(TEXT, FOLDINGS)
def test_folding_keeps_order_and_loses_no_way_back(text: str, folding: Folding) -> None:
    folded = fold(text, folding)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for index in range(len(folded.text)):
        here = Span(index, index + 1)
        source = folded.to_source(here)
        back = folded.to_folded(source)
        assert back is not None
        assert back.contains(here)
        assert folded.to_source(back) == source
    assert all(one <= other for one, other in pairwise(folded.starts))


@given(text_and_spans())
def test_what_is_left_of_a_span_lies_where_it_was_printed(given: tuple[str, list[Span]]) -> None:
    text, spans = given
    folded = fold(text)
    for span in spans:
        found = folded.to_folded(span)
        if found is None:
            assert fold(span.of(text)).text == ""
        else:
            assert fold(span.of(text)).text in found.of(folded.text)
            assert folded.to_source(found).overlaps(span)


@given(TEXT)
def test_folding_a_word_gives_its_key_and_folding_again_changes_nothing(text: str) -> None:
    assert fold(text).text == fold_key(text)
    assert fold_key(fold_key(text)) == fold_key(text)


@given(text_and_spans())
def test_sentences_cover_all_tokens_and_cut_no_span(given: tuple[str, list[Span]]) -> None:
    text, kept = given
    found = sentences(text, keep_whole=kept)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for sentence in found:
        assert not blank(text[sentence.start])
    for token in tokenize(text):
        assert sum(sentence.contains(token.span) for sentence in found) == 1
    for span in kept:
        seen = [token for token in tokenize(text) if token.span.overlaps(span)]
        touched = [
            sentence for sentence in found if any(sentence.contains(token.span) for token in seen)
        ]
        assert len(touched) <= 1


@given(TEXT)
def test_cutting_proclitics_keeps_every_letter_of_every_word(text: str) -> None:
    tokens = tokenize(text)
    words = [token for token in tokens if token.kind == "word"]
    for token, word in zip(words, segment(text), strict=True):
        assert word.word == token.span
        parts = word.tokens
        assert (parts[0].start, parts[-1].end) == token[:2]
        assert all(fold_key(text[one.end : other.start]) == "" for one, other in pairwise(parts))
    assert [span.start for span in split_tokens(text)] == sorted(
        {span.start for span in split_tokens(text)}
    )


@given(TEXT, TEXT)
def test_likeness_of_names_is_the_same_both_ways(left: str, right: str) -> None:
    likeness = similar_names(left, right)
    assert likeness == similar_names(right, left)
    assert 0.0 <= likeness <= 1.0
