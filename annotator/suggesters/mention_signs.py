"""What tells a name from a noun, and a place from its government: the signs of a mention."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, takewhile

from annotator.model.span import Span, reading_order
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.suggesters.vocabulary import is_ordinary
from annotator.suggesters.words import Word, Words

_MOST_WORDS = 4
_AHEAD = 2


def mention_signs(
    words: Words, mentions: Sequence[SuggestedMention], events: Sequence[SuggestedEvent]
) -> Iterator[list[str]]:
    """The signs of each mention, short keys."""
    types = {event.trigger.start: event.type for event in events}
    nested = _nested_types(mentions)
    for mention in mentions:
        inside = words.inside(mention.span)
        if not inside:
            yield [f"type {mention.type}"]
            continue
        yield list(_signs(words, mention, inside, nested[mention.span], types))


def _nested_types(mentions: Sequence[SuggestedMention]) -> Mapping[Span, Sequence[str]]:
    """For every span the types of the mentions in it, but for those that cover all of it."""
    found: dict[Span, list[str]] = {}
    outer_first = sorted(mentions, key=lambda mention: reading_order(mention.span))
    for number, mention in enumerate(outer_first):
        span = mention.span
        behind = islice(outer_first, number + 1, None)
        begun_in_it = takewhile(partial(_begins_in, span), behind)
        inner = (m for m in begun_in_it if m.span.end <= span.end and m.span != span)
        found[span] = sorted({other.type for other in inner})
    return found


def _begins_in(span: Span, mention: SuggestedMention) -> bool:
    return mention.span.start < span.end


def _signs(
    words: Words,
    mention: SuggestedMention,
    inside: Sequence[Word],
    nested: Sequence[str],
    types: Mapping[int, str],
) -> Iterator[str]:
    kind, head = mention.type, inside[0]
    number = min(len(inside), _MOST_WORDS)
    ordinary = sum(is_ordinary(word.bare) for word in inside if word.is_word)
    before = words[head.index - 1] if head.index else None
    behind = words.items[inside[-1].index + 1 : inside[-1].index + 1 + _AHEAD]
    preposition = head.proclitics or (before.full if before is not None else "-")
    yield f"type {kind}"
    yield f"type {kind}|words {number}"
    yield f"type {kind}|al {head.definite}|words {number}"
    yield f"head {kind}|{head.bare}"
    yield f"last {kind}|{inside[-1].bare}"
    yield f"whole {kind}|{' '.join(word.bare for word in inside)}"
    yield f"nested {kind}|{'+'.join(nested)}"
    yield f"ordinary {kind}|{min(ordinary, _MOST_WORDS)}|{number}"
    yield f"ordinary head {kind}|{is_ordinary(head.bare)}|{head.definite}"
    yield f"before {kind}|{preposition}"
    acts = types.get(before.start, "-") if before is not None else "-"
    follows = next((types[word.start] for word in behind if word.start in types), "-")
    yield f"acts {kind}|{number}|{acts}|{head.proclitics}"
    yield f"acts {kind}|{acts}|{follows}"
    yield f"acts {kind}|{head.bare}|{acts != '-'}|{preposition}"
    yield f"followed {kind}|{number}|{follows}|{preposition}"
    if before is not None:
        yield f"word {kind}|{before.bare}"
    for word in behind[:1]:
        yield f"ahead {kind}|{word.full}"
