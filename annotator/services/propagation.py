"""The same decision for every equal string ahead: spelling variants and proclitics make no odds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.arabic.normalize import fold_key
from annotator.model.change import Added, Change
from annotator.model.identifiers import new_id
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Verdict
from annotator.services.editing import EditContext
from annotator.services.mention_edits import by_person, find_mention
from annotator.services.suggestion_edits import decide
from annotator.services.validation import InvalidEdit
from annotator.services.words import Words
from annotator.wording import worded


@dataclass(frozen=True)
class PropagateMention:
    """Mark each of `spans` as the mention is marked: type, identity, attributes; as one action."""

    mention_id: str
    spans: tuple[Span, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """A mention for each span; what is suggested there is decided by it."""
        mention = find_mention(context, self.mention_id)
        made_by = replace(by_person(context), status="propagated")
        changes: list[Change] = []
        for span in self.spans:
            made = replace(mention, id=new_id(), span=span, uncertain=False, provenance=made_by)
            changes.append(Added(context.document.id, made))
            for suggestion in context.suggestions.values():
                if isinstance(suggestion, SuggestedMention) and suggestion.span == span:
                    is_same = suggestion.type == mention.type
                    verdict: Verdict = "accepted" if is_same else "corrected"
                    changes += decide(context, suggestion, verdict)
        return changes


def equal_spans_ahead(
    mention: Mention, words: Words, taken: Sequence[Span], *, spellings: Iterable[str] = ()
) -> list[Span]:
    """Where the mention's words stand again behind it, proclitics outside, and nothing is marked.

    Hamzas, vowel signs, final ya and the like make no odds; other spellings (ترمب of ترامب) are
    found if they are among `spellings`, those a person has said name the same. How alike two words
    are decides nothing: محمد is as like محمود. `taken` are the spans marked already: those that
    stand exactly there or would be crossed.

    Raises:
        InvalidEdit: they stand nowhere else.
    """
    wanted = {_key(written) for written in (mention.span.of(words.text), *spellings)}
    free = [
        span
        for count in sorted({len(key) for key in wanted if key}, reverse=True)
        for span in _candidates(mention.span, words, count)
        if _key(span.of(words.text)) in wanted
        and not any(span == other or span.crosses(other) for other in taken)
    ]
    found: list[Span] = []
    for span in free:  # of two that overlap, the longer spelling
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    if not found:
        raise InvalidEdit(
            worded("these words stand nowhere further on, or are marked there already")
        )
    return sorted(found)


def _key(written: str) -> tuple[str, ...]:
    return tuple(fold_key(word) for word in written.split())


def _candidates(behind: Span, words: Words, count: int) -> Iterator[Span]:
    """Every run of `count` words behind a span, the first word without its proclitics."""
    word = words.after(behind.end - 1)
    while word is not None:
        end: Span | None = word
        for _ in range(count - 1):
            end = words.after(end.start) if end is not None else None
        if end is None:
            return
        yield Span(words.stem(word).start, end.end)
        word = words.after(word.start)
