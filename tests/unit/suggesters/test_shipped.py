"""The model that ships: it loads, it fits its label schema, and it judges."""

import hashlib

import pytest

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_document
from annotator.suggesters.learning import unknown_types
from annotator.suggesters.shipped import ShippedMentions
from annotator.suggesters.shipped_model import MODEL, shipped_model
from annotator.suggesters.word_vectors import TABLE
from tests.unit.suggesters.readings import read
from tools.train_models import CORPUS

LARGEST = 12_000_000
TEXT = "أعلنت وزارة الخارجية الفرنسية الثلاثاء أن باريس ترفض الهجوم على مدينة ليون."


def test_the_model_is_made_for_its_label_schema() -> None:
    model = shipped_model()
    assert model is not None
    assert not unknown_types(model.chain, load_schema("siyasa"))


def test_model_and_vectors_are_small_enough_to_ship() -> None:
    assert MODEL.stat().st_size + TABLE.stat().st_size < LARGEST


def test_a_corpus_that_grew_since_is_only_hinted_at(capsys: pytest.CaptureFixture[str]) -> None:
    model = shipped_model()
    assert model is not None
    corpus = model.about["corpus"]
    assert len(corpus) == hashlib.sha256().digest_size * 2
    if corpus != hashlib.sha256(CORPUS.read_bytes()).hexdigest():
        with capsys.disabled():
            print("hint: the corpus changed since; python -m tools.train_models")  # noqa: T201


def test_scores_are_shares_and_nothing_crosses() -> None:
    found = suggest_document(Document("d", TEXT), load_schema("siyasa"), Memory(), Annotations())
    assert all(0 <= suggestion.score <= 1 and suggestion.why for suggestion in found)
    mentions = [s for s in found if isinstance(s, SuggestedMention)]
    assert not any(a.span.crosses(b.span) for a in mentions for b in mentions)
    assert {"ترفض", "الهجوم"} <= {
        TEXT[s.trigger.start : s.trigger.end] for s in found if isinstance(s, SuggestedEvent)
    }


def test_another_label_schema_is_left_alone() -> None:
    reading = read(TEXT, schema="anercorp")
    assert list(ShippedMentions().suggest(reading, ())) == []
