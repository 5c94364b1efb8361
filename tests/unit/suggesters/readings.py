"""Short texts read for a suggester, and what it made of them as plain pairs."""

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Memory, Reading, Suggester
from annotator.services.reading import make_reading
from annotator.services.schemas import load_schema


def read(
    text: str, *, schema: str = "siyasa", memory: Memory | None = None, published: str = ""
) -> Reading:
    """The reading of `text` in which nothing was decided."""
    document = Document("d", text, meta={"published": published} if published else {})
    return make_reading(document, load_schema(schema), memory or Memory(), Annotations())


def mentions(suggester: Suggester, reading: Reading) -> list[tuple[str, str]]:
    """Surface and type of what it suggests, in the order it suggests them."""
    text = reading.document.text
    return [
        (s.span.of(text), s.type)
        for s in suggester.suggest(reading, ())
        if isinstance(s, SuggestedMention)
    ]


def triggers(suggester: Suggester, reading: Reading) -> list[tuple[str, str]]:
    """Trigger and event type of what it suggests."""
    text = reading.document.text
    return [
        (s.trigger.of(text), s.type)
        for s in suggester.suggest(reading, ())
        if isinstance(s, SuggestedEvent)
    ]
