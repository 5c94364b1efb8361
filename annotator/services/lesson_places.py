"""Where each lesson can take place: the mentions and events of an annotated article that fit it."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from annotator.arabic.normalize import fold_key
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent
from annotator.services.borders import moved_by_word
from annotator.services.lesson_plan import SCORE, SUGGESTER, Article, staged, suggested
from annotator.services.lessons import Lesson

_FEW = range(2, 7)
"""Suggestions of one sentence that are taken at once, equal words marked at once."""
_LONGEST_OUTER = 4
"""Words of a mention that another one stands in."""


def accept(article: Article) -> Iterator[Lesson]:
    """A mention that is suggested as it is."""
    for mention in article.persons_first:
        right = suggested(mention.span, mention.type)
        yield Lesson("accept", mention.span, mention.type, suggestions=(right,))


def sentence(article: Article) -> Iterator[Lesson]:
    """A few mentions of one sentence, in which nothing else is marked."""
    for span in article.words.sentences:
        here = [mention for mention in article.plain if mention.span.overlaps(span)]
        if len(here) in _FEW:
            first, *_ = here
            yield Lesson(
                "sentence",
                first.span,
                first.type,
                more=tuple(mention.span for mention in here),
                suggestions=tuple(suggested(m.span, m.type) for m in here),
            )


def reject(article: Article) -> Iterator[Lesson]:
    """A word that tells of an event, suggested as a mention by mistake."""
    mentions = article.annotations.mentions
    for event in article.annotations.events:
        is_free = not any(mention.span.overlaps(event.trigger) for mention in mentions)
        if is_free and len(article.words.between(event.trigger)) == 1:
            wrong = suggested(event.trigger, article.first_type)
            yield Lesson("reject", event.trigger, wrong.type, suggestions=(wrong,))


def relabel(article: Article) -> Iterator[Lesson]:
    """A mention that is suggested with a wrong type."""
    for mention in article.plain:
        if mention.type != article.first_type:
            wrong = suggested(mention.span, article.first_type)
            yield Lesson(
                "relabel",
                mention.span,
                mention.type,
                wrong_type=wrong.type,
                suggestions=(wrong,),
            )


def mark(article: Article) -> Iterator[Lesson]:
    """A word whose proclitic stays outside, and that nothing suggests."""
    for mention in article.plain:
        word = article.words.holding(mention.span.start)
        if word is not None and word.start < mention.span.start and article.is_word(mention.span):
            yield Lesson("mark", mention.span, mention.type, shown=word)


def proclitic(article: Article) -> Iterator[Lesson]:
    """A mention that stands there with the proclitic of its first word."""
    for mention in article.plain:
        word = article.words.holding(mention.span.start)
        if word is not None and word.start + 1 == mention.span.start:
            whole = Span(word.start, mention.span.end)
            standing = staged(Mention("", whole, mention.type))
            yield Lesson("proclitic", mention.span, mention.type, shown=whole, stage=(standing,))


def boundary(article: Article) -> Iterator[Lesson]:
    """A mention that is suggested without its last word."""
    for mention in article.plain:
        words = article.words.between(mention.span)
        if len(words) < min(_FEW):
            continue
        short = Span(mention.span.start, words[-2].end)
        if moved_by_word(short, article.words, "end", "out") == mention.span:
            wrong = suggested(short, mention.type)
            yield Lesson("boundary", mention.span, mention.type, shown=short, suggestions=(wrong,))


def nested(article: Article) -> Iterator[Lesson]:
    """A word inside a mention that stands already, behind its first word."""
    every = article.annotations.mentions
    for outer, inner in pairwise(every):
        around = [each for each in every if each.span.overlaps(outer.span)]
        words = article.words.between(outer.span)
        if (
            around == [outer, inner]
            and len(words) in range(2, _LONGEST_OUTER + 1)
            and inner.span == words[1]
            and article.is_word(inner.span)
        ):
            yield Lesson("nested", inner.span, inner.type, shown=outer.span, stage=(staged(outer),))


def propagate(article: Article) -> Iterator[Lesson]:
    """A mention whose words stand again further on."""
    equal: dict[tuple[str, str], list[Mention]] = {}
    for mention in article.annotations.mentions:
        key = (fold_key(mention.span.of(article.text)), mention.type)
        equal.setdefault(key, []).append(mention)
    for first, *others in equal.values():
        if first in article.plain and len(others) + 1 in _FEW:
            more = tuple(other.span for other in others)
            yield Lesson("propagate", first.span, first.type, more=more, stage=(staged(first),))


def identity(article: Article) -> Iterator[Lesson]:
    """A mention that names what another one before it names, in other words."""
    first: dict[str, Mention] = {}
    for mention in article.persons_first:
        if mention.kb is None:
            continue
        before = first.setdefault(mention.kb, mention)
        words, others = (fold_key(m.span.of(article.text)) for m in (mention, before))
        if before.type == mention.type and words != others:
            stage = (staged(before, slug=mention.kb), staged(mention))
            yield Lesson("identity", mention.span, mention.type, stage=stage)


def flag(article: Article) -> Iterator[Lesson]:
    """Any mention, standing already."""
    for mention in article.persons_first:
        yield Lesson("flag", mention.span, mention.type, stage=(staged(mention),))


def trigger(article: Article) -> Iterator[Lesson]:
    """A word that tells of an event, with somebody marked who may fill a role of it."""
    for event, fillers in _plain_events(article):
        role, filler = fillers[0]
        is_typed = len(article.schema.events[event.type].key) == 1
        if is_typed and article.is_word(event.trigger):
            yield Lesson("trigger", event.trigger, event.type, role=role, stage=(staged(filler),))


def guesses(article: Article) -> Iterator[Lesson]:
    """An event that is suggested with its roles filled."""
    for event, fillers in _plain_events(article):
        if len(fillers) not in _FEW:
            continue
        arguments = tuple(SuggestedArgument(role, m.span, SCORE) for role, m in fillers)
        whole = SuggestedEvent(event.trigger, event.type, SUGGESTER, SCORE, arguments=arguments)
        stage = tuple(staged(filler) for _, filler in fillers)
        yield Lesson("guesses", event.trigger, event.type, stage=stage, suggestions=(whole,))


def _plain_events(article: Article) -> Iterator[tuple[Event, list[tuple[str, Mention]]]]:
    """Events whose trigger no mention overlaps, and what fills roles nearby: what has to, first."""
    mentions = {mention.id: mention for mention in article.plain}
    every = article.annotations.mentions
    for event in article.annotations.events:
        around = article.words.sentence_at(event.trigger.start)
        expected = article.schema.events[event.type].expected
        fillers = [
            (argument.role, mentions[argument.target])
            for argument in event.arguments
            if argument.target in mentions and mentions[argument.target].span.overlaps(around)
        ]
        is_free = not any(mention.span.overlaps(event.trigger) for mention in every)
        if is_free and any(role in expected for role, _ in fillers):
            yield event, sorted(fillers, key=lambda filler: filler[0] not in expected)


FINDERS: tuple[Callable[[Article], Iterator[Lesson]], ...] = (
    propagate,
    nested,
    identity,
    mark,
    proclitic,
    sentence,
    guesses,
    trigger,
    boundary,
    relabel,
    accept,
    reject,
    flag,
)
"""Those that are hardest to please choose first."""
