"""What fills the roles of an event a person has just marked, as far as the machine can tell."""

from annotator.model.annotations import Annotations, key_of
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedMention
from annotator.protocols import Memory, Suggester
from annotator.services.editing import EditingSession
from annotator.services.queue import is_blind
from annotator.services.suggesting import installed_suggesters, suggest_arguments

_BEGINNING = 500
"""Characters of a text that are enough to need every list."""


def guesses_for(session: EditingSession, event: Event) -> tuple[SuggestedArgument, ...]:
    """Arguments guessed for `event` that it does not have; open suggestions may fill them, too.

    None in a document that the queue shows without suggestions.
    """
    if is_blind(session.project, session.layer, session.document.id):
        return ()
    annotations = _with_open_mentions(session)
    filled = suggest_arguments(session.document, session.schema, Memory(), annotations, _guessing())
    guessed = next((found for found in filled if found.trigger == event.trigger), None)
    if guessed is None:
        return ()
    settled = {argument.role for argument in event.arguments}
    return tuple(guess for guess in guessed.arguments if guess.role not in settled)


def warm_up(document: Document, schema: LabelSchema) -> None:
    """Guess for nobody, so that the first trigger does not wait for word lists and models."""
    beginning = Document(document.id, document.text[:_BEGINNING])
    event = Event("", Span(0, 1), next(iter(schema.events), ""))
    if beginning.text and event.type:
        annotations = Annotations({key_of(event): event})
        suggest_arguments(beginning, schema, Memory(), annotations, _guessing())


def _guessing() -> list[Suggester]:
    return [suggester for suggester in installed_suggesters() if suggester.stage == "arguments"]


def _with_open_mentions(session: EditingSession) -> Annotations:
    """The annotations as they would be with every open suggestion of a mention taken."""
    items = dict(session.annotations.items)
    taken = {mention.span for mention in session.annotations.mentions}
    for suggestion in session.open_suggestions:
        if isinstance(suggestion, SuggestedMention) and suggestion.span not in taken:
            mention = Mention(suggestion.id, suggestion.span, suggestion.type)
            items[key_of(mention)] = mention
    return Annotations(items)
