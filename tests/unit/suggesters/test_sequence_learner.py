"""Learning from annotated documents, with the shipped model or without."""

import pytest

from annotator.errors import InvalidDataError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import installed_suggesters, suggest_document
from annotator.suggesters.chain_training import Stopped
from annotator.suggesters.sequence_learner import SequenceLearner

LEARNER = SequenceLearner()
NAMES = ("قرطسان", "بلهوزان", "شمردخان", "زعفطان", "كنهوران")


def record(number: int, name: str) -> Record:
    """«The ship … sailed»: a name no list has, after a word no rule knows."""
    text = f"أبحرت السفينة {name} من الميناء أمس. ثم عادت السفينة {name} إليه."
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    items: dict[tuple[str, str], Mention | Event] = {
        ("Mention", f"m{at}"): Mention(f"m{at}", Span(at, at + len(name)), "WPN") for at in starts
    }
    items["Event", "e"] = Event("e", Span(0, 5), "MOVE")
    return Record(Document(f"d{number}", text), Layer("ana", "siyasa"), Annotations(items=items))


RECORDS = [record(number, name) for number, name in enumerate(NAMES)]


def suggested(data: bytes) -> set[tuple[str, str]]:
    text = "أبحرت السفينة طمبرحون إلى الشمال."
    suggesters = (*installed_suggesters(), *LEARNER.load(data))
    document = Document("new", text)
    found = suggest_document(document, load_schema("siyasa"), Memory(), Annotations(), suggesters)
    return {(text[s.span.start : s.span.end], s.type) for s in found if hasattr(s, "span")}


def test_an_unseen_name_in_a_learned_place_is_suggested() -> None:
    data = SequenceLearner(shipped=False).train(RECORDS * 12, load_schema("siyasa"))
    assert ("طمبرحون", "WPN") in suggested(data)


def test_the_same_records_give_the_same_bytes() -> None:
    schema = load_schema("siyasa")
    assert LEARNER.train(RECORDS, schema) == LEARNER.train(RECORDS, schema)


def test_a_label_schema_of_its_own_learns_from_its_own_records_alone() -> None:
    data = LEARNER.train(RECORDS, load_schema("anercorp"))
    assert b"NORP" not in data.partition(b"\n")[0]


def test_training_stops_when_it_is_told_to() -> None:
    with pytest.raises(Stopped):
        LEARNER.train(RECORDS, load_schema("siyasa"), cancelled=lambda: True)


def test_nothing_annotated_teaches_nothing() -> None:
    with pytest.raises(InvalidDataError, match="no annotated document"):
        LEARNER.train([], load_schema("siyasa"))
