"""What people decided so far, gathered from documents: the memory that suggesters look into."""

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.arabic.clitics import segment
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import Verdict
from annotator.protocols import Memory
from annotator.services.source_precision import count_verdicts, tried
from annotator.suggesters.known_names import distinctive_names
from annotator.suggesters.surfaces import surface_key

_Counts = dict[str, Counter[str]]


class MemoryBuilder:
    """Gathers documents one by one; `memory` may be asked for at any time."""

    def __init__(self) -> None:
        """Begin with nothing decided."""
        self.mentions: _Counts = {}
        self.triggers: _Counts = {}
        self.rejected_mentions: _Counts = {}
        self.rejected_triggers: _Counts = {}
        self.identities: _Counts = {}
        self.unmarked: Counter[str] = Counter()
        self.verdicts: dict[str, dict[str, Counter[Verdict]]] = {}

    def add(self, document: Document, annotations: Annotations) -> None:
        """Count what was confirmed and rejected in a document.

        Words of a document whose entities and events are done count as unmarked where nothing was
        annotated on them.
        """
        text = document.text
        for mention in annotations.mentions:
            surface = surface_key(text, mention.span)
            _count(self.mentions, surface, mention.type)
            if mention.kb is not None:
                _count(self.identities, surface, mention.kb)
        for event in annotations.events:
            _count(self.triggers, surface_key(text, event.trigger), event.type)
        for decision in annotations.decisions:
            if decision.verdict == "rejected" and decision.span.end <= len(text):
                rejected = (
                    self.rejected_mentions
                    if decision.layer == "mention"
                    else self.rejected_triggers
                )
                _count(rejected, surface_key(text, decision.span), decision.type)
        count_verdicts(self.verdicts, annotations)
        if {"entities", "events"} <= {done.level for done in annotations.done}:
            self.unmarked.update(_unmarked_surfaces(text, annotations))

    def merge(self, other: "MemoryBuilder") -> None:
        """Add all that another one gathered."""
        for mine, theirs in (
            (self.mentions, other.mentions),
            (self.triggers, other.triggers),
            (self.rejected_mentions, other.rejected_mentions),
            (self.rejected_triggers, other.rejected_triggers),
            (self.identities, other.identities),
        ):
            for surface, names in theirs.items():
                mine.setdefault(surface, Counter()).update(names)
        self.unmarked.update(other.unmarked)
        for suggester, types in other.verdicts.items():
            for type_name, counts in types.items():
                mine_of = self.verdicts.setdefault(suggester, {})
                mine_of.setdefault(type_name, Counter()).update(counts)

    def memory(self) -> Memory:
        """All that was added so far."""
        return Memory(
            mentions=_frozen(self.mentions),
            triggers=_frozen(self.triggers),
            rejected_mentions=_frozen(self.rejected_mentions),
            rejected_triggers=_frozen(self.rejected_triggers),
            identities={
                surface: min(slugs, key=lambda slug: (-slugs[slug], slug))
                for surface, slugs in self.identities.items()
            },
            unmarked=dict(self.unmarked),
            sources=tried(self.verdicts),
        )


def build_memory(annotated: Iterable[tuple[Document, Annotations]]) -> Memory:
    """The memory of all these documents."""
    builder = MemoryBuilder()
    for document, annotations in annotated:
        builder.add(document, annotations)
    return builder.memory()


def _count(counts: _Counts, surface: str, name: str) -> None:
    counts.setdefault(surface, Counter())[name] += 1


def _frozen(counts: _Counts) -> Mapping[str, Mapping[str, int]]:
    return {surface: dict(names) for surface, names in counts.items()}


def _unmarked_surfaces(text: str, annotations: Annotations) -> list[str]:
    """The stems that no mention and no trigger touches."""
    marked = bytearray(len(text))
    for span in _annotated_spans(annotations):
        marked[span.start : span.end] = b"\1" * len(span)
    words = segment(text, confirmed=distinctive_names())
    cores = [word.core for word in words if word.core is not None]
    return [surface_key(text, core) for core in cores if not any(marked[core.start : core.end])]


def _annotated_spans(annotations: Annotations) -> list[Span]:
    return [
        *(mention.span for mention in annotations.mentions),
        *(event.trigger for event in annotations.events),
    ]
