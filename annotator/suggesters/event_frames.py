"""An event while its arguments are guessed: its trigger word, the roles it has, what fills them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.model.label_schema import Fillers, LabelSchema
from annotator.model.reason import Why
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent
from annotator.suggesters.argument_candidates import Candidate, Stand
from annotator.suggesters.argument_rules import role_table
from annotator.suggesters.event_types import event_types
from annotator.suggesters.lexicon import keys
from annotator.suggesters.once import made_once
from annotator.suggesters.trigger_lexicon import TriggerEntry, WordClass, trigger_entries
from annotator.suggesters.words import Word, Words

_VERB: frozenset[WordClass] = frozenset({"past", "present"})
_PRONOUNS = ("ه", "ها", "هم", "هما")


@dataclass
class Frame:
    """Filled step by step; `stands` are the fillers of its sentence in reading order."""

    event: SuggestedEvent
    word: Word
    listed_type: str
    """The event type by its name in the trigger lists."""
    lemma: str
    word_class: WordClass
    has_pronoun: bool
    """A verb that ends in the pronoun of its object."""
    table: Mapping[str, str]
    fillers: Mapping[str, Fillers]
    """Role -> what may fill it."""
    most: Mapping[str, int | None]
    """Role -> how many may fill it; None is no limit."""
    stands: Sequence[Stand] = ()
    arguments: list[SuggestedArgument] = field(default_factory=list)

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a finite verb."""
        return self.word_class in _VERB

    def may_fill(self, candidate: Candidate, role: str | None) -> bool:
        """Whether the label schema lets the candidate fill the role."""
        if role is None or role not in self.fillers:
            return False
        fillers = self.fillers[role]
        if candidate.type is None:
            return fillers.events
        return candidate.type in fillers.entity_types

    def fits(self, candidate: Candidate, role: str | None) -> bool:
        """Whether the candidate may fill the role, and nothing says it does already."""
        return self.may_fill(candidate, role) and not self.is_used(candidate.span)

    def is_used(self, span: Span) -> bool:
        """Whether the span fills some role already."""
        return any(argument.filler == span for argument in self.arguments)

    def is_filled(self, role: str) -> bool:
        """Whether the role has a filler."""
        return any(argument.role == role for argument in self.arguments)

    def fill(self, role: str, span: Span, score: float, why: Why) -> None:
        """Propose `span` for `role`."""
        self.arguments.append(SuggestedArgument(role, span, score, why))

    def allowed(self) -> tuple[SuggestedArgument, ...]:
        """The arguments that the label schema lets stand together, the likeliest of each role."""
        kept: list[SuggestedArgument] = []
        for argument in sorted(self.arguments, key=lambda a: -a.score):
            most = self.most[argument.role]
            if most is None or sum(a.role == argument.role for a in kept) < most:
                kept.append(argument)
        return tuple(argument for argument in self.arguments if argument in kept)

    def first_of(self, role: str) -> Span | None:
        """The filler proposed first for the role."""
        return next((a.filler for a in self.arguments if a.role == role), None)


def frames_of(schema: LabelSchema, words: Words, events: Iterable[SuggestedEvent]) -> list[Frame]:
    """The events whose trigger begins a word, in reading order; others are left as they are."""
    listed = {schema_type: name for name, schema_type in event_types(schema).items()}
    fillers, most = _fillers(schema), _most(schema)
    frames = []
    for event in sorted(events, key=lambda e: e.trigger):
        index = words.starts.get(event.trigger.start)
        if index is None or event.type not in listed:
            continue
        word, name = words[index], listed[event.type]
        entry = _entry(words, word, name)
        lemma = entry.lemma if entry else word.bare
        frames.append(
            Frame(
                event=event,
                word=word,
                listed_type=name,
                lemma=lemma,
                word_class=entry.word_class if entry else "noun",
                has_pronoun=word.bare.endswith(_PRONOUNS) and not lemma.endswith(_PRONOUNS),
                table=role_table(name),
                fillers=fillers[event.type],
                most=most[event.type],
            )
        )
    return frames


@made_once
def _fillers(schema: LabelSchema) -> Mapping[str, Mapping[str, Fillers]]:
    """Event type -> role -> what may fill it."""
    return {
        name: {role: schema.fillers(name, role) for role in schema.event_roles(name)}
        for name in schema.events
    }


@made_once
def _most(schema: LabelSchema) -> Mapping[str, Mapping[str, int | None]]:
    """Event type -> role -> how many may fill it."""
    return {
        name: {role: schema.cardinality(name, role)[1] for role in schema.event_roles(name)}
        for name in schema.events
    }


def _entry(words: Words, word: Word, listed_type: str) -> TriggerEntry | None:
    """The reading of the trigger: as a verb only where a verb may stand."""
    readings = trigger_entries().get(word.bare, ())
    readings = tuple(r for r in readings if r.type == listed_type) or readings
    nouns = [r for r in readings if r.word_class not in _VERB]
    verbs = [r for r in readings if r.word_class in _VERB]
    if word.definite or set(word.proclitics) & set("بك"):
        return next(iter(nouns), None)
    if nouns and verbs:
        return verbs[0] if _may_be_verb(words, word) else nouns[0]
    return next(iter(readings), None)


def _may_be_verb(words: Words, word: Word) -> bool:
    """Whether a clause may begin here: after a stop, a conjunction or a word that opens one."""
    before = words.previous(word.index)
    if before is None or word.proclitics in {"و", "ف"}:
        return True
    return before.key in keys("grammar", "clause-opener", "before-verb")
