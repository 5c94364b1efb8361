"""What annotators hate worst, asked of everything that is installed together.

Single suggesters have such tests of their own (`suggesters/test_hates.py`). What was rejected stays
away: `test_suggesting.py`, `test_suggestion_runs.py`; what is unsure is not taken with its
sentence: `test_desk.py`.
"""

from collections import defaultdict

import pytest

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Memory
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_document
from annotator.services.suggestion_edits import AcceptSuggestion
from annotator.services.suggestion_runs import suggest_for
from annotator.store import documents
from tests.unit.services.conftest import NOW
from tests.unit.suggesters.test_hates import JOINED, WHOLE

CUT_ROOTS = ("ولاية", "برلين", "وكالة", "باريس", "فيينا", "كوبنهاغن", "لاهاي", "وائل", "فؤاد")
SURE_FROM = 0.7
NAMES = {
    "PER": (
        "عبد الفتاح السيسي",
        "محمد بن سلمان بن عبد العزيز آل سعود",
        "أنطونيو غوتيريش",
        "أبو بكر البغدادي",
    ),
    "ORG": ("مجلس الأمن الدولي", "الاتحاد الأوروبي", "حلف شمال الأطلسي"),
    "GPE": ("الولايات المتحدة", "المملكة العربية السعودية", "كوريا الجنوبية"),
}


def suggested(text: str) -> list[SuggestedMention]:
    found = suggest_document(Document("d", text), load_schema("siyasa"), Memory(), Annotations())
    return [suggestion for suggestion in found if isinstance(suggestion, SuggestedMention)]


def sure_triggers(text: str) -> set[str]:
    """Those that are not dimmed."""
    found = suggest_document(Document("d", text), load_schema("siyasa"), Memory(), Annotations())
    return {
        event.trigger.of(text)
        for event in found
        if isinstance(event, SuggestedEvent) and event.score >= SURE_FROM
    }


@pytest.mark.parametrize("word", [*WHOLE.split(), *CUT_ROOTS])
def test_no_root_letter_is_cut(word: str) -> None:
    text = f"تحدث الناس عن {word} طويلا"
    start = text.index(word)
    for mention in suggested(text):
        assert not start < mention.span.start < start + len(word)


@pytest.mark.parametrize("word", JOINED)
def test_no_proclitic_is_left_in(word: str) -> None:
    text = f"تحدث الناس {word} طويلا"
    assert all(not mention.span.of(text).startswith(word) for mention in suggested(text))


@pytest.mark.parametrize(
    ("type_name", "name"), [(type_name, name) for type_name in NAMES for name in NAMES[type_name]]
)
def test_a_long_name_is_suggested_to_its_end_or_not_at_all(type_name: str, name: str) -> None:
    text = f"وصل الوفد أمس، وقال {name} إن المحادثات بدأت."
    place = Span(text.index(name), text.index(name) + len(name))
    touching = [mention for mention in suggested(text) if mention.span.overlaps(place)]
    assert all(place.contains(mention.span) for mention in touching)
    assert [m.type for m in touching if m.span == place] == [type_name]
    assert not [m for m in touching if m.type == type_name and m.span != place]


def test_equal_words_have_one_type_all_over_a_document() -> None:
    text = (
        "وصل سيرغي لافروف إلى دمشق. وقال لافروف إن موسكو تدعم الحوار. والتقى وفد من الأمم "
        "المتحدة لافروف في دمشق. وأعلنت الأمم المتحدة موقفها من هجوم دمشق."
    )
    types = defaultdict(set)
    for mention in suggested(text):
        types[mention.span.of(text)].add(mention.type)
    assert {"لافروف", "دمشق"} <= types.keys()
    assert all(len(of_words) == 1 for of_words in types.values())


def test_a_capital_that_acts_is_told_from_the_place_by_its_attribute_alone() -> None:
    text = "أعلنت واشنطن أمس فرض عقوبات جديدة. ووصل الوزير إلى واشنطن مساء الجمعة."
    found = [mention for mention in suggested(text) if mention.span.of(text) == "واشنطن"]
    assert [mention.type for mention in found] == ["GPE", "GPE"]
    assert [mention.attributes.get("metonym", False) for mention in found] == [True, False]


def test_a_government_is_no_place_and_its_seat_in_the_same_document_is_one() -> None:
    text = "رفض الكرملين المقترح في موسكو. وقالت الحكومة الروسية إن روسيا ستشارك."
    types = {mention.span.of(text): mention.type for mention in suggested(text)}
    assert (types["الكرملين"], types["موسكو"], types["روسيا"]) == ("GOV", "GPE", "GPE")


@pytest.mark.parametrize(
    "sentence",
    [
        "وقف الرجل عند الباب ونظر إلى العين",
        "كانت صور الحفل على الجدار",
        "وقف السائق على الباب طول الوقت",
        "قم مبكرا وامش قليلا",
    ],
)
def test_common_words_are_not_lit_up(sentence: str) -> None:
    assert [mention.span.of(sentence) for mention in suggested(sentence)] == []
    assert sure_triggers(sentence) == set()


def test_a_title_stays_outside_of_the_name() -> None:
    text = "وصل وزير الخارجية الروسي سيرغي لافروف إلى بغداد."
    types = {mention.span.of(text): mention.type for mention in suggested(text)}
    assert types["سيرغي لافروف"] == "PER"
    assert types["وزير الخارجية الروسي"] == "TTL"


def test_a_last_name_that_two_share_is_given_to_neither(project: Project) -> None:
    text = "قال سامي نجار وليلى نجار. وأضاف نجار أن"
    with project.writing() as connection:
        documents.add(connection, [Document("two", text)], at=NOW)
    session = EditingSession(project, "ana", "two", now=lambda: NOW)
    for name in ("سامي نجار", "ليلى نجار"):
        session.run(LabelSpan(Span(text.index(name), text.index(name) + len(name)), "PER"))
    last = text.rindex("نجار")
    session.run(LabelSpan(Span(last, last + 4), "PER"))
    identities = [mention.kb for mention in session.annotations.mentions]
    assert len(identities) == 3
    assert identities[2] is None
    assert identities[0] is None or identities[0] != identities[1]


def test_accepted_work_is_untouched_by_a_later_run(project: Project) -> None:
    suggest_for(project, "ana", ["d1"])
    session = EditingSession(project, "ana", "d1", now=lambda: NOW)
    for suggestion in session.open_suggestions:
        if isinstance(suggestion, SuggestedMention):
            session.run(AcceptSuggestion(suggestion.id))
    before = session.annotations
    suggest_for(project, "ana", ["d1"])
    session.reload()
    assert session.annotations.items == before.items
    taken = [mention.span for mention in before.mentions]
    offered = [s.span for s in session.open_suggestions if isinstance(s, SuggestedMention)]
    assert taken
    assert not [span for span in offered if any(span.crosses(other) for other in taken)]
