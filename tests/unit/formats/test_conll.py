"""CoNLL: every reader takes it, and nothing is lost in silence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UsageError
from annotator.formats.conll import DOCUMENT_START, ConllExporter
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Loss, Record
from annotator.model.span import Span
from annotator.protocols import ExportOptions
from tests.golden.hard_document import golden_schema

HURTING = [
    *"ابوـَّ.؟!\n\r\t\x0b\x1c\x85\u2028\u2029\u3000\u00a0\u200f\u200c\u00ad\ufeff\U0001f4f0#-_ 1a"
]


def record(text: str, *items: Item, name: str = "d1") -> Record:
    annotations = Annotations({key_of(item): item for item in items})
    return Record(Document(name, text), Layer("ana", "golden"), annotations)


def exported(*records: Record, options: ExportOptions | None = None) -> tuple[str, list[Loss]]:
    made = ConllExporter().export(records, golden_schema(), options or ExportOptions())
    return "".join(made.text), made.losses


def rows(content: str) -> list[list[str]]:
    return [line.split("\t") for line in content.split("\n") if "\t" in line]


def test_documents_and_sentences_are_parted_by_one_blank_line() -> None:
    content, losses = exported(record("زار وليد. قال!"), record("نعم", name="d2"))
    assert content == (
        "-DOCSTART- -X- O O\n\nزار\t-X-\t_\tO\nوليد\t-X-\t_\tO\n.\t-X-\t_\tO\n\nقال\t-X-\t_\tO\n"
        "!\t-X-\t_\tO\n\n-DOCSTART- -X- O O\n\nنعم\t-X-\t_\tO\n"
    )
    assert losses == []


def test_a_document_without_tokens_is_its_line_alone() -> None:
    content, _ = exported(record("\u200f"), record("نعم", name="d2"))
    assert content.startswith("-DOCSTART- -X- O O\n\n-DOCSTART- -X- O O\n\nنعم")


def test_a_mention_that_bridges_two_sentences_joins_them() -> None:
    content, _ = exported(record("في هل تعلم؟ غدا", Mention("m", Span(3, 15), "ORG")))
    assert "\n\n" not in content.partition("\n\n")[2]


def test_a_trigger_is_written_at_its_level_and_joins_sentences_at_both() -> None:
    said = Event("e", Span(0, 10), "STATE")
    triggers, _ = exported(record("قال! وقال.", said), options=ExportOptions(level="triggers"))
    entities, _ = exported(record("قال! وقال.", said))
    assert [row[3] for row in rows(triggers)] == ["B-STATE", "I-STATE", "I-STATE", "I-STATE"]
    assert [row[3] for row in rows(entities)] == ["O"] * 4
    assert triggers.count("\n\n") == entities.count("\n\n") == 1


def test_a_hashtag_cannot_be_taken_for_a_comment() -> None:
    content, _ = exported(record("#بيروت هنا"))
    assert content.split("\n")[2] == "#بيروت\t-X-\t_\tO"


def test_losses_name_kind_document_label_and_words() -> None:
    _, losses = exported(
        record("وبسام", Mention("m", Span(1, 5), "PER")), options=ExportOptions(subtoken="widen")
    )
    assert losses == [Loss("widened", "d1", "PER 'بسام' at 1-5")]


def test_the_label_map_renames_types_and_leaves_out_those_mapped_to_nothing() -> None:
    items = [Mention("m", Span(0, 4), "PER"), Mention("n", Span(5, 10), "GPE")]
    options = ExportOptions(label_map={"PER": "PERS", "GPE": ""})
    content, losses = exported(record("وليد بيروت", *items), options=options)
    assert [row[3] for row in rows(content)] == ["B-PERS", "O"]
    assert losses == []


def test_what_lies_in_a_type_left_out_is_written_itself() -> None:
    items = [Mention("m", Span(0, 10), "TTL"), Mention("n", Span(5, 10), "GPE")]
    options = ExportOptions(label_map={"TTL": ""})
    content, _ = exported(record("وزير لبنان", *items), options=options)
    assert [row[3] for row in rows(content)] == ["O", "B-GPE"]


@pytest.mark.parametrize(
    ("label_map", "message"),
    [
        ({"PRE": "PERS"}, "the label map names PRE, which label schema golden does not have"),
        ({"PER": "A B"}, "PER cannot be written as 'A B'"),
        ({"PER": "PER-X"}, "--label-map PER=LABEL"),
    ],
)
def test_a_label_map_that_readers_would_trip_over_is_refused(
    label_map: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        exported(record("نعم"), options=ExportOptions(label_map=label_map))


def test_a_label_map_may_name_types_of_the_other_level() -> None:
    content, _ = exported(record("نعم"), options=ExportOptions(label_map={"STATE": "S"}))
    assert rows(content)


@st.composite
def hard_records(draw: st.DrawFn) -> Record:
    text = draw(st.text(st.sampled_from(HURTING), min_size=1, max_size=40))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).filter(lambda pair: pair[0] < pair[1])
    mentions: list[Mention] = []
    for number, (start, end) in enumerate(draw(st.lists(spans, max_size=5))):
        span = Span(start, end)
        if not any(span.crosses(other.span) for other in mentions):
            mentions.append(Mention(f"m{number}", span, draw(st.sampled_from(["PER", "GPE"]))))
    return record(text, *mentions)


@given(hard_records(), st.sampled_from(["split", "widen", "drop"]))
def test_every_line_is_one_that_all_readers_understand(held: Record, subtoken: str) -> None:
    options = ExportOptions(subtoken=subtoken)  # type: ignore[arg-type]  # one of the three
    content, _ = exported(held, options=options)
    first, *lines = content.removesuffix("\n").split("\n")
    assert first == DOCUMENT_START
    assert content.splitlines() == [first, *lines]
    position = 0
    for line in filter(None, lines):
        token, *others = line.split()
        assert line == "\t".join([token, *others])
        assert len(others) == 3
        position = held.document.text.index(token, position) + len(token)
    labels = [line.split()[-1] if line else "" for line in lines]
    for before, label in pairwise(["", *labels]):
        if label.startswith("I-"):
            assert before[1:] == label[1:]
    assert "\n\n\n" not in content


@given(hard_records())
def test_splitting_loses_only_what_is_nested_or_has_no_token(held: Record) -> None:
    content, losses = exported(held)
    begun = [row for row in rows(content) if row[3].startswith("B-")]
    assert len(begun) + len(losses) == len(held.annotations.mentions)
    assert {loss.kind for loss in losses} <= {"nested", "no token"}
