"""Documents, weapons, named events, class nouns and outlets are found by their nouns."""

import pytest

from annotator.model.document import Document
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Suggester
from annotator.suggesters.class_nouns import ClassNounSuggester
from annotator.suggesters.documents import DocumentSuggester
from annotator.suggesters.named_events import NamedEventSuggester
from annotator.suggesters.outlets import OutletSuggester
from annotator.suggesters.weapons import WeaponSuggester
from tests.unit.suggesters.readings import mentions, read


@pytest.mark.parametrize(
    ("suggester", "surface", "entity_type"),
    [
        (DocumentSuggester(), "خطة السلام البريطانية", "DOC"),
        (DocumentSuggester(), "مذكرة تفاهم", "DOC"),
        (WeaponSuggester(), "صواريخ باليستية", "WPN"),
        (WeaponSuggester(), "12 طائرة مسيرة", "WPN"),
        (NamedEventSuggester(), "الحرب العالمية الثانية", "EVT"),
        (ClassNounSuggester(), "الحكومة", "GOV"),
        (ClassNounSuggester(), "المصنع", "FAC"),
    ],
)
def test_things_by_their_nouns(suggester: Suggester, surface: str, entity_type: str) -> None:
    assert mentions(suggester, read(f"ذكر {surface} مرارا")) == [(surface, entity_type)]


def test_a_class_noun_without_article_says_nothing() -> None:
    assert mentions(ClassNounSuggester(), read("في مصنع قديم")) == []


def test_who_is_told_something_is_an_outlet() -> None:
    reading = read("قال المدير ل«الضحى» إن العمل مستمر")
    assert mentions(OutletSuggester(), reading) == [("الضحى", "MED")]


def test_the_articles_own_source_is_an_outlet() -> None:
    reading = read("نيروبي - الساحة - وصل الوفد")
    document = Document("d", reading.document.text, meta={"source": "صحيفة الساحة"})
    found = OutletSuggester().suggest(type(reading)(**{**vars(reading), "document": document}), ())
    assert [s.span.of(document.text) for s in found if isinstance(s, SuggestedMention)] == [
        "الساحة"
    ]
