"""Items survive the way into JSON and back, and say only what was set."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InvalidDataError
from annotator.model.change import Item
from annotator.model.entity import Identity
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention, Provenance
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Done, Note, SetAside
from annotator.model.span import Span
from annotator.model.suggestion import Decision, SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.store.payload import decode, decode_all, encode, encode_all

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
SPAN = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(1, 9)
)
ATTRIBUTES = st.dictionaries(TEXT, st.one_of(TEXT, st.booleans()), max_size=3)
ITEMS: st.SearchStrategy[Item] = st.one_of(
    st.builds(
        Mention,
        id=TEXT,
        span=SPAN,
        type=TEXT,
        attributes=ATTRIBUTES,
        kb=st.one_of(st.none(), TEXT),
        uncertain=st.booleans(),
        provenance=st.builds(
            Provenance,
            suggester=st.one_of(st.none(), TEXT),
            score=st.one_of(st.none(), st.floats(0, 1)),
        ),
    ),
    st.builds(
        Event,
        id=TEXT,
        trigger=SPAN,
        type=TEXT,
        arguments=st.lists(st.builds(Argument, TEXT, TEXT), max_size=3).map(tuple),
        attributes=ATTRIBUTES,
    ),
    st.builds(Relation, id=TEXT, type=TEXT, source=TEXT, target=TEXT),
    st.builds(Note, id=TEXT, on=TEXT, by=TEXT, at=TEXT, text=TEXT, resolved=st.booleans()),
    st.builds(Identity, id=TEXT, label=TEXT, wikidata=st.one_of(st.none(), TEXT)),
    st.builds(DocumentLabel, id=TEXT, value=TEXT),
    st.builds(Done, level=st.sampled_from(["entities", "events"]), round=st.integers(1, 3)),
    st.builds(SetAside, reason=st.sampled_from(["broken", "not news"])),
    st.builds(
        Decision,
        layer=st.sampled_from(["mention", "event"]),
        span=SPAN,
        type=TEXT,
        verdict=st.sampled_from(["accepted", "rejected"]),
        suggester=TEXT,
        score=st.floats(0, 1),
    ),
)


@given(ITEMS)
def test_every_item_comes_back_as_it_was(item: Item) -> None:
    assert decode(type(item).__name__, encode(item)) == item


def test_what_nobody_set_is_not_written() -> None:
    held = json.loads(encode(Mention("m", Span(0, 3), "PER")))
    assert held == {"id": "m", "span": [0, 3], "type": "PER"}


def test_suggestions_come_back_with_their_arguments() -> None:
    made = (
        SuggestedMention(Span(0, 3), "PER", "memory", 0.5, "seen", {"level": "NOM"}, "kb1"),
        SuggestedEvent(
            Span(4, 8), "MEET", "triggers", arguments=(SuggestedArgument("Agent", Span(0, 3), 0.4),)
        ),
    )
    assert decode_all(encode_all(made)) == made


def test_an_unknown_kind_of_a_newer_program_is_refused_by_name() -> None:
    with pytest.raises(InvalidDataError, match="Hologram"):
        decode("Hologram", "{}")
