"""What one run of suggestions works with: memory, suggesters, segmenter, server; who failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.errors import SuggesterError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import Suggestion
from annotator.protocols import Memory, Suggester
from annotator.services.learners import installed_learners
from annotator.services.suggesting import Beside, installed_suggesters, suggest_document
from annotator.services.training import learned_suggesters
from annotator.settings import Settings
from annotator.suggesters.camel_segmenter import CamelSegmenter
from annotator.suggesters.http_suggester import HttpSuggester

SERVER = "http"
SEGMENTER = "segmenter"


@dataclass(frozen=True)
class Job:
    """One document to suggest for, and what stands beside it."""

    document: Document
    annotations: Annotations
    given: tuple[Suggestion, ...] = ()
    """What files and servers proposed for it before."""
    asks_server: bool = False


@dataclass(frozen=True)
class Made:
    """What was made of a job."""

    document_id: str
    suggestions: tuple[Suggestion, ...]
    heard: tuple[Suggestion, ...] | None = None
    """What the server answered; None where it was not asked or did not answer."""
    refusals: tuple[str, ...] = ()
    """What of the server's answer did not fit the text or the label schema."""


@dataclass(frozen=True)
class Seed:
    """What a stack grows from, in this process or another."""

    memory: Memory
    schema: LabelSchema
    settings: Settings
    server_seconds: float = 60.0
    model: bytes | None = None
    """What was learned from the layer, as stored."""


@dataclass(frozen=True)
class Stack:
    """Makes suggestions for one document after another."""

    memory: Memory
    schema: LabelSchema
    suggesters: Sequence[Suggester]
    segmenter: CamelSegmenter | None = None
    server: HttpSuggester | None = None
    failures: dict[str, str] = field(default_factory=dict)
    """Who could not work, and why; it is left out of the rest of the run."""

    def make(self, job: Job) -> Made:
        """Suggestions for the document beside what is annotated."""
        document = job.document
        heard: tuple[Suggestion, ...] | None = None
        refusals: tuple[str, ...] = ()
        if job.asks_server and self.server is not None and SERVER not in self.failures:
            try:
                answer = self.server.ask(document, self.schema)
                heard, refusals = answer.suggestions, answer.refusals
            except SuggesterError as error:
                self.failures[SERVER] = str(error)
        given = (*job.given, *(heard or ()))
        beside = Beside(given, self._proclitics(document.text), self.failures)
        found = suggest_document(
            document, self.schema, self.memory, job.annotations, self.suggesters, beside=beside
        )
        return Made(document.id, found, heard, refusals)

    def _proclitics(self, text: str) -> Mapping[str, str] | None:
        if self.segmenter is None or SEGMENTER in self.failures:
            return None
        try:
            return self.segmenter.proclitics(text)
        except SuggesterError as error:
            self.failures[SEGMENTER] = str(error)
            return None


def make_stack(seed: Seed) -> Stack:
    """Everything installed, and the segmenter and server that the settings name.

    Raises:
        UsageError: the address of the server is none.
    """
    settings = seed.settings
    url = settings.suggester_url
    failures: dict[str, str] = {}
    learned: Sequence[Suggester] = ()
    if seed.model is not None:
        learned = learned_suggesters(seed.model, installed_learners(), failures)
    return Stack(
        memory=seed.memory,
        schema=seed.schema,
        suggesters=_with_learned(installed_suggesters(), learned),
        segmenter=CamelSegmenter() if settings.segmenter == "camel" else None,
        server=HttpSuggester(url, seconds=seed.server_seconds) if url else None,
        failures=failures,
    )


def _with_learned(
    installed: Sequence[Suggester], learned: Sequence[Suggester]
) -> tuple[Suggester, ...]:
    """All of them; what was learned takes the place of the installed one of its name."""
    replaced = {suggester.name for suggester in learned}
    return (*(each for each in installed if each.name not in replaced), *learned)
