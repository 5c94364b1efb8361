"""Another label schema is learned with help of the rules and of what the shipped model knows."""

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import installed_suggesters, suggest_document
from annotator.suggesters.learning import OUTERMOST, lesson
from annotator.suggesters.model_file import unpack_model
from annotator.suggesters.plain_reading import installed_rules, plain_reading, rule_mentions
from annotator.suggesters.sequence_learner import SequenceLearner
from annotator.suggesters.transfer import first_guess, transferred_sentences

SCHEMA = load_schema("anercorp")
TEXT = "زار الوزير مدينة حلب أمس."


def record(number: int, ship: str) -> Record:
    """A ship's name after a word that no rule knows, called MISC."""
    text = f"أبحرت السفينة {ship} من الميناء أمس."
    start = text.index(ship)
    mention = Mention("m", Span(start, start + len(ship)), "MISC")
    items = {("Mention", "m"): mention}
    return Record(Document(f"d{number}", text), Layer("ana", "anercorp"), Annotations(items=items))


RECORDS = [record(number, name) for number, name in enumerate(("قرطسان", "بلهوزان", "زعفطان"))]


def suggested(data: bytes, text: str) -> set[tuple[str, str]]:
    suggesters = (*installed_suggesters(), *SequenceLearner().load(data))
    found = suggest_document(Document("new", text), SCHEMA, Memory(), Annotations(), suggesters)
    return {(text[s.span.start : s.span.end], s.type) for s in found if hasattr(s, "span")}


def test_before_anything_is_learned_the_rules_are_believed() -> None:
    reading = plain_reading(Document("d", TEXT), SCHEMA)
    proposals = rule_mentions(reading, installed_rules())
    taught = lesson(reading, proposals, Annotations(), see=transferred_sentences)
    model = first_guess([taught], SCHEMA)
    [beliefs, *_] = model.believe(taught.sentences)
    likeliest = beliefs.marginals[0].argmax(axis=1)
    labels = [model.heads[OUTERMOST].labels[column] for column in likeliest]
    assert labels == ["O", "O", "O", "B-LOC", "O", "O"]


def test_what_a_few_documents_do_not_speak_of_stays_as_the_rules_say() -> None:
    data = SequenceLearner().train(RECORDS * 20, SCHEMA)
    assert ("حلب", "LOC") in suggested(data, TEXT)


def test_what_they_teach_is_learned_too() -> None:
    data = SequenceLearner().train(RECORDS * 20, SCHEMA)
    assert ("طمبرحون", "MISC") in suggested(data, "أبحرت السفينة طمبرحون من الميناء.")


def test_a_flat_label_schema_is_learned_in_one_layer() -> None:
    model = unpack_model(SequenceLearner().train(RECORDS, SCHEMA))
    assert [len(head.labels) for head in model.chain.heads] == [9, 1, 1]


def test_the_same_records_give_the_same_bytes() -> None:
    assert SequenceLearner().train(RECORDS, SCHEMA) == SequenceLearner().train(RECORDS, SCHEMA)
