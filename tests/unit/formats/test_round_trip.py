"""What is exported and imported again is exported as the same bytes."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.jsonl import JsonlExporter, JsonlImporter
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Argument, Event
from annotator.model.identifiers import new_id
from annotator.model.layer import Layer
from annotator.model.mention import Attributes, Mention, Provenance
from annotator.model.record import Record
from annotator.model.relation import Relation
from annotator.model.remark import LEVELS, SET_ASIDE_REASONS, DocumentLabel, Done, Note, SetAside
from annotator.model.span import Span
from annotator.protocols import ExportOptions
from tests.golden.hard_document import golden_schema
from tests.unit.formats.lines import OPTIONS

SCHEMA = golden_schema()
LETTERS = st.sampled_from([*"ابلاوكـَّ .؟\n\r\u2028\u00a0\u200f\u200c\U0001f4f0#-1٣aB"])
WORDS = st.text('وab\u2028"\\ é', max_size=5)
ATTRIBUTES: st.SearchStrategy[Attributes] = st.dictionaries(
    st.sampled_from(["level", "metonym", "modality", "polarity", "old"]), st.booleans() | WORDS
)
PROVENANCE = st.builds(
    Provenance,
    st.sampled_from(["accepted", "corrected", "added", "imported"]),
    st.none() | WORDS,
    st.none() | st.floats(0, 1),
    st.none() | WORDS,
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(LETTERS, min_size=1, max_size=40))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).filter(lambda pair: pair[0] < pair[1])
    mentions: list[Mention] = []
    for start, end in draw(st.lists(spans, max_size=6)):
        span = Span(start, end)
        if not any(span.crosses(other.span) for other in mentions):
            kind = draw(st.sampled_from(sorted(SCHEMA.entities)))
            attributes, slug = draw(ATTRIBUTES), draw(st.none() | st.sampled_from(["a", "b"]))
            made = Mention(new_id(), span, kind, attributes, slug, draw(st.booleans()))
            mentions.append(made)
    event_ids = [new_id() for _ in range(draw(st.integers(0, 3)))]
    ids = [mention.id for mention in mentions] + event_ids
    arguments = st.builds(
        Argument, st.sampled_from(sorted(SCHEMA.roles)), st.sampled_from(ids or [""])
    )
    events = [
        Event(
            event_id,
            Span(*draw(spans)),
            draw(st.sampled_from(sorted(SCHEMA.events))),
            tuple(draw(st.lists(arguments, max_size=4))),
            draw(ATTRIBUTES),
            provenance=draw(PROVENANCE),
        )
        for event_id in event_ids
    ]
    mention_ids = st.sampled_from([mention.id for mention in mentions] or [""])
    relations = [
        Relation(new_id(), "employment", draw(mention_ids), draw(mention_ids))
        for _ in range(draw(st.integers(0, 3)) if mentions else 0)
    ]
    notes = [
        Note(new_id(), on, "ana", "", draw(WORDS), draw(st.booleans()))
        for on in draw(st.lists(st.sampled_from(["", *ids]), max_size=3))
    ]
    round_number = draw(st.integers(1, 3))
    remarks: list[Item] = [
        Done(level, round_number, draw(st.none() | st.just("2025")))
        for level in draw(st.sets(st.sampled_from(LEVELS)))
    ]
    if draw(st.booleans()):
        remarks.append(SetAside(draw(st.sampled_from(SET_ASIDE_REASONS))))
    labels = [DocumentLabel(name, "x") for name in draw(st.sets(st.sampled_from("abc")))]
    items: list[Item] = [*events, *notes, *relations, *mentions, *labels, *remarks]
    return Record(
        Document(
            "d", text, meta=draw(st.dictionaries(st.sampled_from(["title", "z", "a"]), WORDS))
        ),
        Layer("ana", "golden"),
        Annotations({key_of(item): item for item in items}),
        round=round_number,
    )


def exported(record: Record) -> str:
    return "".join(JsonlExporter().export([record], SCHEMA, ExportOptions()).text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_export_import_export_gives_the_same_bytes(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "a.jsonl"
    first = exported(record)
    path.write_bytes(first.encode())
    [again] = JsonlImporter().read(path, OPTIONS)
    assert isinstance(again, Record), again
    assert exported(again) == first
    assert len(again.annotations.items) == len(record.annotations.items)
