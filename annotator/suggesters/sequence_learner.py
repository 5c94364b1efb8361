"""The learner of mentions and triggers: from finished documents to suggesters that judge.

    learner = SequenceLearner()
    content = learner.train(records, schema, cancelled=event.is_set)   # bytes, kept anywhere
    suggesters = learner.load(content)                                 # beside those installed

`records` are documents that somebody finished: what is not annotated in them teaches too. For the
label schema that the shipped model was made for, what that one knows is refined. For any other
the records teach which of its beliefs and of the rules to trust. `cancelled` is asked
between small batches, every few hundredths of a second; then `Stopped` is raised and nothing is
kept. Same records, same bytes. Suggesters loaded here take the place of the shipped model's.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from annotator.errors import InvalidDataError
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.protocols import Suggester
from annotator.suggesters.chain_training import Effort, Stopped
from annotator.suggesters.judging import Judge
from annotator.suggesters.learned import LearnedMentions, LearnedTriggers
from annotator.suggesters.learning import Lesson, See, learn, lesson, sentences_for, unknown_types
from annotator.suggesters.model_file import (
    TRANSFERRED,
    LearnedModel,
    pack_model,
    unpack_model,
)
from annotator.suggesters.plain_reading import (
    UNJUDGED,
    installed_rules,
    plain_reading,
    rule_mentions,
)
from annotator.suggesters.shipped_model import shipped_model
from annotator.suggesters.transfer import first_guess, transferred_sentences

NAME = "learned"
_REFINING = Effort(rounds=1, decay=0.1)
"""More rounds learn the few articles by heart, which memory does already."""
_BEGINNING = Effort(rounds=8)
_TRANSFERRING = Effort(rounds=5, decay=0.03, averaged=3)


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
        known = shipped_model() if self._shipped else None
        elsewhere = known is not None and bool(unknown_types(known.chain, schema))
        see = transferred_sentences if elsewhere else sentences_for
        lessons = list(lessons_of(records, schema, cancelled, see=see))
        if not any(taught.types or taught.events for taught in lessons):
            message = "no annotated document to learn from; finish one and train again"
            raise InvalidDataError(message)
        if known is None:
            return pack_model(_begun(lessons, schema, cancelled))
        if elsewhere:
            return pack_model(_transferred(lessons, schema, cancelled))
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
    word_count = _word_count(lessons)
    judge = Judge(words_learned=word_count)
    chain = learn(lessons, _BEGINNING, cancelled=cancelled)
    return LearnedModel(chain, NAME, word_count, judge, judge, _about(schema))


def _transferred(
    lessons: Sequence[Lesson], schema: LabelSchema, cancelled: Callable[[], bool]
) -> LearnedModel:
    word_count = _word_count(lessons)
    judge = Judge(words_learned=word_count)
    guess = first_guess(lessons, schema)
    chain = learn(lessons, _TRANSFERRING, start=guess, cancelled=cancelled)
    about = {**_about(schema), **TRANSFERRED}
    return LearnedModel(chain, NAME, word_count, judge, judge, about)


def _word_count(lessons: Sequence[Lesson]) -> int:
    return sum(taught.word_count for taught in lessons)


def _refined(
    known: LearnedModel,
    lessons: Sequence[Lesson],
    schema: LabelSchema,
    cancelled: Callable[[], bool],
) -> LearnedModel:
    return LearnedModel(
        chain=learn(lessons, _REFINING, start=known.chain, cancelled=cancelled),
        name=NAME,
        words_learned=known.words_learned + _word_count(lessons),
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
    records: Iterable[Record],
    schema: LabelSchema,
    cancelled: Callable[[], bool],
    *,
    see: See = sentences_for,
) -> Iterator[Lesson]:
    """What each record teaches; `see` makes the features.

    Raises:
        Stopped: `cancelled` said so.
    """
    suggesters = installed_rules()
    for record in records:
        if cancelled():
            raise Stopped
        reading = plain_reading(record.document, schema)
        yield lesson(reading, rule_mentions(reading, suggesters), record.annotations, see=see)
