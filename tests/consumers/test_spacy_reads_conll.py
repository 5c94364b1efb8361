"""spaCy's converter finds in a CoNLL file every document, sentence, token and mention we wrote."""

from typing import Any

import pytest

from tests.golden.exports import golden_export

pytestmark = pytest.mark.consumer

# mypy does not know spaCy where the extra is not installed: what it returns is taken as it comes.
Docs = list[Any]


def read(name: str) -> Docs:
    converters = pytest.importorskip("spacy.training.converters")
    content, _ = golden_export(name)
    return list(converters.conll_ner_to_docs(content.decode(), no_print=True))


@pytest.mark.parametrize("name", ["entities.split.conll", "entities.widen.conll"])
def test_documents_tokens_and_sentences_arrive(name: str) -> None:
    content = golden_export(name)[0].decode()
    hard, aside = read(name)
    written = [line.split("\t")[0] for line in content.split("\n") if "\t" in line]
    assert [token.text for doc in (hard, aside) for token in doc] == written
    blocks = content.partition("\n\n-DOCSTART-")[0].split("\n\n")
    assert len(list(hard.sents)) == len(blocks) - 1


def test_every_outermost_mention_arrives_with_its_words_and_type() -> None:
    hard, aside = read("entities.split.conll")
    assert [(" ".join(token.text for token in ent), ent.label_) for ent in hard.ents] == [
        ("وزيرُ الخارجيّةِ الأردنيُّ", "TTL"),
        ("أيمن الصفدي", "PER"),
        ("الأحد", "DATE"),
        ("عمّان", "GPE"),
        ("ليلى حسن", "PER"),
        ("سامي", "PER"),
        ("بسام", "PER"),
        ("البيت الأبيض", "ORG"),
        ("عمّان", "GPE"),
        ("صحيفة هل تعلم ؟ الأسبوعيّة", "ORG"),
        ("لأمم المتحدة", "ORG"),
        ("٢٠٢٥/١٢/٠٦", "DATE"),
        ("إيطاليا", "GPE"),
        ("الإمارات", "GPE"),
        ("خواهم", "PER"),
        ("Jean-Luc O'Neil", "PER"),
    ]
    assert aside.ents == ()
