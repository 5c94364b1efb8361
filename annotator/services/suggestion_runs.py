"""Suggesting for the documents of a project: what is proposed is stored, decisions are kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from annotator.model.annotations import Annotations
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.services.project import Project
from annotator.services.project_memory import memory_of
from annotator.services.suggestion_stack import Job, Made, Seed
from annotator.services.suggestion_workers import make_all
from annotator.settings import Settings, load_settings
from annotator.store import models, queues, suggestions

STACK = "stack"
"""The name under which the combined suggestions of all suggesters are stored."""
SERVER_SOURCE = "http:"
"""Begins the name of the source that holds what a server answered; its address follows."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    document_id: str
    done_count: int
    total_count: int


@dataclass(frozen=True)
class RunChoices:
    """How a run works."""

    process_count: int = 1
    server_url: str | None = None
    """Asked for each document; None takes the address of the settings, if there is one."""
    server_seconds: float = 60.0
    asks_again: bool = False
    """Ask the server about documents it answered for, too."""
    report: Callable[[Progress], bool] | None = None
    """Hears of each document and may end the run by answering False; what was made stays."""


@dataclass
class RunReport:
    """What a run did."""

    document_count: int = 0
    mention_count: int = 0
    event_count: int = 0
    failures: dict[str, str] = field(default_factory=dict)
    """Suggester -> why it could not work; the others did."""
    refusals: list[str] = field(default_factory=list)
    """What a server proposed that fits neither text nor label schema."""


def suggest_missing(
    project: Project, layer: str, *, report: Callable[[Progress], bool] | None = None
) -> int:
    """Suggest for every document of the layer that was never suggested for; how many these were."""
    missing = documents_to_do(project, layer)
    return suggest_for(project, layer, missing, report=report)


def documents_to_do(project: Project, layer: str, *, server_url: str | None = None) -> list[str]:
    """Documents without suggestions, and those the server was never heard for, as imported."""
    connection = project.connection
    have = suggestions.documents_with(connection, layer)
    if server_url:
        source = SERVER_SOURCE + server_url
        have &= suggestions.documents_of_source(connection, layer, source)
    have |= queues.blind_documents(connection, layer)
    return [heading.id for heading in project.headings() if heading.id not in have]


def suggest_for(
    project: Project,
    layer: str,
    document_ids: Sequence[str],
    *,
    report: Callable[[Progress], bool] | None = None,
) -> int:
    """Suggest anew for these documents, here and now; how many were done."""
    return run(project, layer, document_ids, RunChoices(report=report)).document_count


def run(
    project: Project, layer: str, document_ids: Sequence[str], choices: RunChoices
) -> RunReport:
    """Suggest anew for these documents, from what the layer's annotator decided so far.

    Nobody else's decisions are looked at: double annotation stays blind. Documents that the queue
    shows without suggestions are passed over. Each batch is stored when
    it is made: whatever ends the run, Ctrl+C too, a later one goes on from there.

    Raises:
        UsageError: the address of the server is none.
        TryAgainError: it could not be stored.
    """
    report = RunReport()
    blind = queues.blind_documents(project.connection, layer)
    document_ids = [key for key in document_ids if key not in blind]
    if not document_ids:
        return report
    settings = _settings(choices)
    latest = models.latest(project.connection, layer)
    seed = Seed(
        memory_of(project, layer),
        project.schema_of(layer),
        settings,
        choices.server_seconds,
        latest.content if latest else None,
    )
    source = SERVER_SOURCE + settings.suggester_url if settings.suggester_url else ""
    jobs = _jobs(project, layer, document_ids, source=source, asks_again=choices.asks_again)
    with closing(make_all(jobs, seed, process_count=choices.process_count)) as batches:
        for made, failures in batches:
            report.failures |= failures
            _store(project, layer, made, source=source)
            for each in made:
                _count(report, each)
                progress = Progress(each.document_id, report.document_count, len(document_ids))
                if choices.report is not None and not choices.report(progress):
                    return report
    return report


def _settings(choices: RunChoices) -> Settings:
    settings = load_settings()
    if choices.server_url is not None:
        settings = replace(settings, suggester_url=choices.server_url)
    return settings


def _jobs(
    project: Project, layer: str, document_ids: Iterable[str], *, source: str, asks_again: bool
) -> Iterator[Job]:
    """The jobs, each read when it is asked for."""
    for document_id in document_ids:
        heard = suggestions.of_sources(project.connection, layer, document_id)
        asks = bool(source) and (asks_again or source not in heard)
        if asks:
            heard.pop(source, None)
        yield Job(
            project.document(document_id),
            project.annotations(layer, document_id),
            tuple(suggestion for given in heard.values() for suggestion in given),
            asks_server=asks,
        )


def _store(project: Project, layer: str, batch: Sequence[Made], *, source: str) -> None:
    with project.writing() as connection:
        for made in batch:
            key = made.document_id
            decided = _decided(
                suggestions.get(connection, layer, key),
                project.annotations(layer, key),  # as it is now: it took time to suggest
            )
            kept = {each.id: each for each in (*made.suggestions, *decided)}
            suggestions.put(connection, layer, key, tuple(kept.values()), suggester=STACK)
            if made.heard is not None:
                name = suggestions.SOURCE_PREFIX + source
                suggestions.put(connection, layer, key, made.heard, suggester=name)


def _count(report: RunReport, made: Made) -> None:
    mentions = sum(isinstance(each, SuggestedMention) for each in made.suggestions)
    report.document_count += 1
    report.mention_count += mentions
    report.event_count += len(made.suggestions) - mentions
    report.refusals += [f"{made.document_id}: {refusal}" for refusal in made.refusals]


def _decided(before: Iterable[Suggestion], annotations: Annotations) -> list[Suggestion]:
    """What was proposed before and decided on: an undo must find it again."""
    ids = {decision.id for decision in annotations.decisions}
    return [suggestion for suggestion in before if suggestion.id in ids]
