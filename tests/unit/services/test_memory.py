"""The memory counts what was confirmed, rejected and left unmarked."""

from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.remark import Done
from annotator.model.span import Span
from annotator.model.suggestion import Decision
from annotator.services.memory import MemoryBuilder, build_memory

TEXT = "قال للرئيس زرياب إن الرئيس مرتاح"
PRESIDENT, NAME, AGAIN = Span(5, 10), Span(11, 16), Span(20, 26)


def annotated(*items: Item) -> tuple[Document, Annotations]:
    return Document("d", TEXT), Annotations({key_of(item): item for item in items})


def test_spellings_of_one_surface_are_counted_together() -> None:
    memory = build_memory([annotated(Mention("a", PRESIDENT, "TTL"), Mention("b", AGAIN, "TTL"))])
    assert memory.mentions == {"الرييس": {"TTL": 2}}


def test_the_identity_given_most_often_is_remembered() -> None:
    memory = build_memory([annotated(Mention("a", NAME, "PER", kb="ziryab"))])
    assert memory.identities == {"زرياب": "ziryab"}


def test_triggers_and_rejections_are_counted_apart() -> None:
    memory = build_memory(
        [
            annotated(
                Event("e", Span(0, 3), "STATE"),
                Decision("mention", NAME, "ORG", "rejected", "x", 0.5),
                Decision("event", AGAIN, "ELECT", "rejected", "x", 0.5),
                Decision("mention", AGAIN, "TTL", "accepted", "x", 0.5),
            )
        ]
    )
    assert memory.triggers == {"قال": {"STATE": 1}}
    assert memory.rejected_mentions == {"زرياب": {"ORG": 1}}
    assert memory.rejected_triggers == {"الرييس": {"ELECT": 1}}


def test_only_finished_documents_say_what_is_left_unmarked() -> None:
    mention = Mention("a", NAME, "PER")
    assert build_memory([annotated(mention)]).unmarked == {}
    finished = annotated(mention, Done("entities"), Done("events"))
    unmarked = build_memory([finished]).unmarked
    assert unmarked["مرتاح"] == 1
    assert "زرياب" not in unmarked


def test_documents_are_added_one_by_one() -> None:
    builder = MemoryBuilder()
    for _ in range(3):
        builder.add(*annotated(Mention("a", NAME, "PER")))
    assert builder.memory().mentions == {"زرياب": {"PER": 3}}
