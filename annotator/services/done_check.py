"""What to look at before a document is called done: listed, never in the way."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.arabic.normalize import fold_key
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.services.desk import Desk
from annotator.services.navigation import Item, Level, place_of
from annotator.services.validation import omissions, violations
from annotator.wording import counted, worded

_SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at, and where."""

    message: str
    offset: int
    level: Level
    item_id: str | None = None
    is_unseen: bool = False
    """A sentence never looked at: there may be many."""


def remarks(desk: Desk) -> list[Remark]:
    """What is open, against a rule, never looked at, or typed in two ways; in that order."""
    found = [*_open(desk), *_against_rules(desk), *_never_looked_at(desk), *_two_types(desk)]
    return [remark for remark in found if remark.level in desk.levels]


def summed_up(found: Sequence[Remark]) -> tuple[str, ...]:
    """The remarks as a note keeps them: sentences never looked at as one number."""
    told = tuple(remark.message for remark in found if not remark.is_unseen)
    unseen_count = len(found) - len(told)
    unseen = counted(
        "{count} sentence never looked at", "{count} sentences never looked at", unseen_count
    )
    return (*told, unseen) if unseen_count else told


def _never_looked_at(desk: Desk) -> list[Remark]:
    """Sentences the cursor was never in, and in which a person has marked or decided nothing."""
    annotations = desk.session.annotations
    seen = sorted(
        {
            *desk.visited,
            *(mention.span.start for mention in annotations.mentions),
            *(event.trigger.start for event in annotations.events),
            *(decision.span.start for decision in annotations.decisions),
        }
    )
    unseen = [
        sentence
        for sentence in desk.words.sentences
        if not _holds_one(sentence, seen) and any(map(str.isalnum, sentence.of(desk.text)))
    ]
    return [
        Remark(
            worded("never looked at: «{words}»", words=_beginning(sentence, desk.text)),
            sentence.start,
            desk.level,
            is_unseen=True,
        )
        for sentence in unseen
    ]


def _holds_one(sentence: Span, offsets: Sequence[int]) -> bool:
    place = bisect_left(offsets, sentence.start)
    return place < len(offsets) and offsets[place] < sentence.end


def _beginning(sentence: Span, text: str) -> str:
    words = " ".join(sentence.of(text).split())
    return words if len(words) <= _SHOWN_CHARACTERS else f"{words[:_SHOWN_CHARACTERS]}…"


def _open(desk: Desk) -> list[Remark]:
    found = []
    levels: tuple[Level, ...] = ("entities", "events")
    for level in levels:
        waiting = desk.items(level).open
        if waiting:
            message = _waiting(level, len(waiting))
            found.append(_remark(message, waiting[0], level))
    uncertain = [m for m in desk.session.annotations.mentions if m.uncertain]
    if uncertain:
        message = counted(
            "{count} mention is flagged uncertain",
            "{count} mentions are flagged uncertain",
            len(uncertain),
        )
        found.append(_remark(message, uncertain[0], "entities"))
    return found


def _waiting(level: Level, count: int) -> str:
    if level == "entities":
        return counted(
            "{count} suggested mention waits for a decision",
            "{count} suggested mentions wait for a decision",
            count,
        )
    return counted(
        "{count} suggested event waits for a decision",
        "{count} suggested events wait for a decision",
        count,
    )


def _against_rules(desk: Desk) -> list[Remark]:
    annotations, schema = desk.session.annotations, desk.session.schema
    broken = [
        *violations(annotations, text=desk.text, schema=schema),
        *omissions(annotations, text=desk.text, schema=schema),
    ]
    found = []
    for violation in broken:
        for level in ("entities", "events"):
            item = desk.items(level).get(violation.ids[0])
            if item is not None:
                found.append(_remark(violation.message, item, level))
    return found


def _two_types(desk: Desk) -> list[Remark]:
    first: dict[str, Mention] = {}
    found = []
    for mention in desk.session.annotations.mentions:
        surface = fold_key(mention.span.of(desk.text))
        known = first.setdefault(surface, mention)
        if known.type != mention.type:
            words = " ".join(mention.span.of(desk.text).split())
            message = worded(
                "«{words}» is {first} before and {second} here",
                words=words,
                first=known.type,
                second=mention.type,
            )
            found.append(_remark(message, mention, "entities"))
    return found


def _remark(message: str, item: Item, level: Level) -> Remark:
    return Remark(message, place_of(item).start, level, item.id)
