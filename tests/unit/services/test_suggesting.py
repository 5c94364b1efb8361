"""Suggesting for a document respects everything that was decided in it."""

from collections.abc import Iterable, Sequence

import pytest

from annotator.errors import SuggesterError
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Decision, SuggestedMention, Suggestion, Verdict
from annotator.protocols import Memory, Reading, Stage
from annotator.services.schemas import load_schema
from annotator.services.suggesting import Beside, suggest_document

TEXT = "زار الوزير زرياب ثم عاد زرياب"
FIRST, SECOND = Span(11, 16), Span(24, 29)


class Names:
    """Takes every زرياب for a person."""

    name = "names"
    stage: Stage = "mentions"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterable[Suggestion]:
        del reading, found
        return [SuggestedMention(span, "PER", self.name, 0.8) for span in (FIRST, SECOND)]


def suggested(*items: Item, memory: Memory | None = None) -> list[Span]:
    annotations = Annotations({key_of(item): item for item in items})
    found = suggest_document(
        Document("d", TEXT), load_schema("siyasa"), memory or Memory(), annotations, [Names()]
    )
    return [s.span for s in found if isinstance(s, SuggestedMention)]


def decided(span: Span, verdict: Verdict) -> Decision:
    return Decision("mention", span, "PER", verdict, "names", 0.8)


def test_nothing_decided_leaves_everything() -> None:
    assert suggested() == [FIRST, SECOND]


def test_a_rejected_surface_does_not_come_back_anywhere_in_the_document() -> None:
    assert suggested(decided(FIRST, "rejected")) == []


@pytest.mark.parametrize("verdict", ["accepted", "corrected", "skipped"])
def test_what_was_decided_is_not_suggested_again(verdict: Verdict) -> None:
    assert suggested(decided(FIRST, verdict)) == [SECOND]


def test_a_mention_keeps_suggestions_off_its_span_and_borders() -> None:
    assert suggested(Mention("m", FIRST, "ORG")) == [SECOND]
    assert suggested(Mention("m", Span(4, 13), "TTL")) == [SECOND]


def test_rejections_elsewhere_make_a_suggestion_too_unlikely_to_show() -> None:
    memory = Memory(rejected_mentions={"زرياب": {"PER": 4}})
    assert suggested(memory=memory) == []


class Veteran(Names):
    """A judge that learned from so much that memory changes little."""

    worth = 100.0


def test_what_a_judge_of_long_experience_says_outweighs_a_few_decisions() -> None:
    memory = Memory(rejected_mentions={"زرياب": {"PER": 4}})
    found = suggest_document(
        Document("d", TEXT), load_schema("siyasa"), memory, Annotations(), [Veteran()]
    )
    assert len(found) == 2


def test_the_same_input_gives_the_same_suggestions() -> None:
    document = Document("d", "أعلن الرئيس المصري في القاهرة يوم السبت وقف إطلاق النار.")
    schema = load_schema("siyasa")
    first = suggest_document(document, schema, Memory(), Annotations(), [Names()])
    assert first == suggest_document(document, schema, Memory(), Annotations(), [Names()])


class Broken:
    """Fails the way a suggester may."""

    name = "broken"
    stage: Stage = "mentions"

    def __init__(self) -> None:
        self.asked = 0

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> list[Suggestion]:
        del reading, found
        self.asked += 1
        raise SuggesterError("the server is down")


def test_a_suggester_that_fails_is_named_and_left_out_and_the_others_go_on() -> None:
    broken, failures = Broken(), dict[str, str]()
    document, schema = Document("d", TEXT), load_schema("siyasa")
    beside = Beside(failures=failures)
    for _ in range(2):
        assert suggest_document(
            document, schema, Memory(), Annotations(), [broken, Names()], beside=beside
        )
    assert failures == {"broken": "the server is down"}
    assert broken.asked == 1


def test_what_is_given_from_elsewhere_goes_through_the_same_resolver() -> None:
    span = Span(0, len(TEXT))
    sure = SuggestedMention(span, "ORG", "other", score=0.99)
    unlikely = SuggestedMention(Span(0, 2), "ORG", "other", score=0.1)
    found = suggest_document(
        Document("d", TEXT), load_schema("siyasa"), Memory(), Annotations(), [],
        beside=Beside(given=[sure, unlikely]),
    )  # fmt: skip
    assert found == (sure,)
