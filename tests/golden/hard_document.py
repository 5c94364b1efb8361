"""One document with every hard thing a format may meet, for the golden files."""

from functools import lru_cache
from pathlib import Path

from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document, Zone
from annotator.model.entity import Identity
from annotator.model.event import Argument, Event
from annotator.model.label_schema import LabelSchema
from annotator.model.layer import Layer
from annotator.model.mention import Mention, Provenance
from annotator.model.record import Record
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Done, Note, SetAside
from annotator.model.schema_parsing import parse_schema
from annotator.model.span import Span

FOLDER = Path(__file__).parent

NBSP, RLM, ZWNJ, LINE_SEPARATOR = "\u00a0", "\u200f", "\u200c", "\u2028"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

TEXT = "".join(
    (
        "كتب : مراسل \U0001f4f0 | -DOCSTART- https://example.org/a?b=1\r\n",
        "قَالَ  وزيرُ الخارجيّةِ الأردنيُّ أيمن  الصفدي، الأحد، إنّ #لقاء_عمّان «مفيد».\n",
        f"وأضاف أنّه التقى د. ليلى حسن وسامي وبسام في البيت{NBSP}الأبيض بعمّان{RLM}.\n\n",
        f"ونقلت صحيفة هل تعلم؟ الأسبوعيّة لـلأمم المتحدة{LINE_SEPARATOR}أنّ الاجتمـــاع {FAMILY} ",
        f"سيُعقد في ٢٠٢٥/١٢/٠٦ لإيطاليا والإمارات! مي{ZWNJ}خواهم Jean-Luc O'Neil -- 5.5% ﷺ",
    )
)


def span(words: str, *, inside: str = "") -> Span:
    """Where `words` stand in the text, within the first `inside`."""
    around = inside or words
    assert TEXT.count(around) == 1, f"{around!r} must stand in the text once"
    assert around.count(words) >= 1
    start = TEXT.index(around) + around.index(words)
    return Span(start, start + len(words))


BY_HAND = Provenance("added", decided_by="a01", decided_at="2025-12-06T08:00:00Z")
TAKEN = Provenance("corrected", "names", 0.75, "a01", "2025-12-06T08:00:01Z", "c01")

MENTIONS = (
    Mention("m01", span("وزيرُ الخارجيّةِ الأردنيُّ"), "TTL", {"level": "NOM"}, "safadi"),
    Mention("m02", span("الخارجيّةِ الأردنيُّ"), "ORG", provenance=BY_HAND),
    Mention("m03", span("الأردنيُّ"), "NORP", {}, "jo"),
    Mention("m04", span("أيمن  الصفدي"), "PER", {}, "safadi", provenance=TAKEN),
    Mention("m05", span("الأحد"), "DATE"),
    Mention("m06", span("عمّان", inside="#لقاء_عمّان"), "GPE", {"metonym": True}, "amman"),
    Mention("m07", span("ليلى حسن"), "PER", uncertain=True),
    Mention("m08", span("سامي"), "PER"),
    Mention("m09", span("بسام"), "PER"),
    Mention("m10", span(f"البيت{NBSP}الأبيض"), "ORG", {"level": "NAM"}),
    Mention(
        "m11", span("عمّان", inside="بعمّان"), "GPE", {"metonym": False, "level": "NAM"}, "amman"
    ),
    Mention("m12", span("صحيفة هل تعلم؟ الأسبوعيّة"), "ORG"),
    Mention("m13", span("لأمم المتحدة"), "ORG"),
    Mention("m14", span("٢٠٢٥/١٢/٠٦"), "DATE", {}, "2025-12-06"),
    Mention("m15", span("إيطاليا"), "GPE"),
    Mention("m16", span("الإمارات"), "GPE"),
    Mention("m17", span("الإمارات"), "ORG"),
    Mention("m18", span("خواهم"), "PER"),
    Mention("m19", span("Jean-Luc O'Neil"), "PER"),
    Mention("m20", span("Luc", inside="Jean-Luc"), "PER"),
)

EVENTS = (
    Event("e1", span("قَالَ"), "STATE", (Argument("Theme", "e3"), Argument("Agent", "m04"))),
    Event(
        "e2",
        span("لقاء", inside="#لقاء"),
        "MEET",
        attributes={"modality": "future", "polarity": "neg"},
    ),
    Event(
        "e3",
        span("التقى"),
        "MEET",
        (
            Argument("Place", "m11"),
            Argument("Participant", "m09"),
            Argument("Participant", "m07"),
            Argument("Participant", "m08"),
        ),
        coref="talks",
        provenance=TAKEN,
    ),
    Event("e4", span("نقلت"), "STATE", (Argument("Agent", "m12"), Argument("Theme", "e5"))),
    Event("e5", span("اجتمـــاع"), "MEET", (Argument("Time", "m14"),), uncertain=True),
    Event("e6", span("جتمـــاع"), "STATE"),
)

REMARKS: tuple[Item, ...] = (
    Relation("r1", "employment", "m04", "m02", BY_HAND),
    Relation("r2", "employment", "m01", "m02"),
    Note("n1", "m07", "a01", "2025-12-06T08:01:00Z", "هي الوزيرة؟"),
    Note(
        "n2",
        "",
        "a01",
        "2025-12-06T08:02:00Z",
        f"line one\nline two{LINE_SEPARATOR}three",
        resolved=True,
    ),
    DocumentLabel("topic", "politics"),
    Done("entities", 2, "2025-12-06T08:03:00Z"),
    Done("events", 2),
)


@lru_cache(maxsize=1)
def golden_schema() -> LabelSchema:
    """The label schema of the golden files."""
    path = FOLDER / "schema.yaml"
    return parse_schema(path.read_bytes(), source=path.name)


def golden_records() -> list[Record]:
    """The hard document, then a document that was set aside."""
    layer = Layer("a01", "golden")
    hard = Document(
        "hard-1",
        TEXT,
        meta={"section": "سياسة", "title": "كلّ صعب", "published": "2025-12-06"},
        zones=(Zone(Span(0, TEXT.index("\r\n")), "byline"),),
    )
    aside: Item = SetAside("duplicate")
    return [
        Record(
            hard,
            layer,
            Annotations({key_of(item): item for item in (*MENTIONS, *EVENTS, *REMARKS)}),
            identities={
                "safadi": Identity("safadi", "أيمن الصفدي", "Q1"),
                "amman": Identity("amman", "عمّان"),
            },
            round=2,
        ),
        Record(Document("set-aside", "نصّ مكرّر."), layer, Annotations({key_of(aside): aside})),
    ]
