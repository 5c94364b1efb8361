"""The learner of mentions and triggers: from finished documents to suggesters that judge.

    learner = SequenceLearner()
    content = learner.train(records, schema, cancelled=event.is_set)   # bytes, kept anywhere
    suggesters = learner.load(content)                                 # beside those installed

`records` are documents that somebody finished: what is not annotated in them teaches too. For the
label schema that the shipped model was made for, what that one knows is refined. For any other
only the records teach, with the lists and clusters that ship as features. `cancelled` is asked
between small batches, every few hundredths of a second; then `Stopped` is raised and nothing is
kept. Same records, same bytes. Suggesters loaded here take the place of the shipped model's.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import cast

from annotator.errors import InvalidDataError
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.plugins import load_plugins
from annotator.protocols import Suggester
from annotator.suggesters.chain_training import Effort, Stopped
from annotator.suggesters.judging import Judge
from annotator.suggesters.learned import LearnedMentions, LearnedTriggers
from annotator.suggesters.learning import Lesson, learn, lesson, unknown_types
from annotator.suggesters.model_file import LearnedModel, pack_model, unpack_model
from annotator.suggesters.plain_reading import UNJUDGED, plain_reading, rule_mentions
from annotator.suggesters.shipped_model import shipped_model

NAME = "learned"
_REFINING = Effort(rounds=1, decay=0.1)
"""More rounds learn the few articles by heart, which memory does already."""
_BEGINNING = Effort(rounds=8)
_LARGE = 50_000
_BEGINNING_LARGE = Effort(rounds=6)


class SequenceLearner:
    """Learns by a chain model over what words are and what the rules say of them."""

    name = "sequence"

    def __init__(self, *, shipped: bool = True) -> None:
        """Begin with what the shipped model knows, or with nothing."""
        self._shipped = shipped

    def train(
        self,
        records: Sequence[Record],
        schema: LabelSchema,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> bytes:
        """The model learned from `records`.

        Raises:
            InvalidDataError: the records hold nothing to learn from.
            Stopped: `cancelled` said so.
        """
        lessons = list(lessons_of(records, schema, cancelled))
        if not any(taught.types or taught.events for taught in lessons):
            message = "no annotated document to learn from; finish one and train again"
            raise InvalidDataError(message)
        known = shipped_model() if self._shipped else None
        if known is None or unknown_types(known.chain, schema):
            return pack_model(_begun(lessons, schema, cancelled))
        return pack_model(_refined(known, lessons, schema, cancelled))

    def load(self, content: bytes) -> Sequence[Suggester]:
        """The suggesters that judge by what was learned.

        Raises:
            InvalidDataError: these are not the bytes of a model this version can read.
        """
        return judges(unpack_model(content))


def judges(model: LearnedModel) -> tuple[Suggester, Suggester]:
    """The two suggesters of a model: for mentions, and for triggers."""
    mentions = LearnedMentions(model)
    return mentions, LearnedTriggers(mentions)


def _begun(
    lessons: Sequence[Lesson], schema: LabelSchema, cancelled: Callable[[], bool]
) -> LearnedModel:
    word_count = sum(taught.word_count for taught in lessons)
    effort = _BEGINNING_LARGE if word_count > _LARGE else _BEGINNING
    judge = Judge(words_learned=word_count)
    chain = learn(lessons, effort, cancelled=cancelled)
    return LearnedModel(chain, NAME, word_count, judge, judge, _about(schema))


def _refined(
    known: LearnedModel,
    lessons: Sequence[Lesson],
    schema: LabelSchema,
    cancelled: Callable[[], bool],
) -> LearnedModel:
    return LearnedModel(
        chain=learn(lessons, _REFINING, start=known.chain, cancelled=cancelled),
        name=NAME,
        words_learned=known.words_learned + sum(taught.word_count for taught in lessons),
        mentions=known.mentions,
        triggers=known.triggers,
        about=_about(schema),
    )


def _about(schema: LabelSchema) -> dict[str, str]:
    return {"schema": schema.name, "judged": judged_names()}


def judged_names() -> str:
    """The suggesters a model made now can judge, parted by spaces."""
    return " ".join(sorted({s.name for s in installed_rules()} - UNJUDGED))


def lessons_of(
    records: Iterable[Record], schema: LabelSchema, cancelled: Callable[[], bool]
) -> Iterator[Lesson]:
    """What each record teaches.

    Raises:
        Stopped: `cancelled` said so.
    """
    suggesters = installed_rules()
    for record in records:
        if cancelled():
            raise Stopped
        reading = plain_reading(record.document, schema)
        yield lesson(reading, rule_mentions(reading, suggesters), record.annotations)


@cache
def installed_rules() -> tuple[Suggester, ...]:
    """Every installed suggester that judges nothing."""
    loaded = load_plugins("suggesters").plugins.values()
    suggesters = [cast("Suggester", plugin) for plugin in loaded]
    return tuple(s for s in suggesters if s.stage in {"mentions", "triggers"})
