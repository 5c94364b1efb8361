"""The edit that a deciding key asks for, given what is at the desk: accept, reject, label."""

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.argument_edits import InTurn, TakeArguments
from annotator.services.attribute_guesses import Attributed
from annotator.services.desk import Desk
from annotator.services.editing import Edit
from annotator.services.event_edits import MarkTrigger, RemoveEvent, RetypeEvent
from annotator.services.mention_edits import LabelSpan, RelabelMention, RemoveMention
from annotator.services.navigation import Item, is_open, place_of
from annotator.services.noun_phrases import guessed_phrase
from annotator.services.suggestion_edits import (
    AcceptAll,
    AcceptSuggestion,
    CorrectSuggestion,
    RejectSuggestion,
)
from annotator.services.validation import InvalidEdit
from annotator.suggesters.precision import TRUSTED
from annotator.wording import worded

SURE = TRUSTED
"""Suggestions with a lower score are shown dimmed and taken one by one, never by the sentence."""


def accepting(desk: Desk) -> Edit:
    """Take the active suggestion.

    Raises:
        InvalidEdit: nothing is suggested here, or it is decided already.
    """
    active = desk.active
    if active is None or not is_open(active):
        raise InvalidEdit(worded("nothing is suggested here"))
    return AcceptSuggestion(active.id)


def left_in_sentence(desk: Desk) -> list[Item]:
    """The open items of the sentence of the active one, or of the cursor.

    Raises:
        InvalidEdit: there is none.
    """
    active = desk.active
    start = place_of(active).start if active is not None else desk.cursor
    sentence = desk.words.sentence_at(start)
    left = [
        item for item in desk.items().open if sentence.start <= place_of(item).start < sentence.end
    ]
    if not left:
        raise InvalidEdit(worded("nothing is suggested in this sentence any more"))
    return left


def accepting_sentence(desk: Desk) -> tuple[Edit, int]:
    """Take what is left suggested in the sentence, and how many unsure ones stay.

    Raises:
        InvalidEdit: there is nothing, or nothing sure.
    """
    left = left_in_sentence(desk)
    sure = [item.id for item in left if _is_sure(item)]
    if not sure:
        raise InvalidEdit(
            worded("only unsure suggestions are left in this sentence; Space takes one")
        )
    return AcceptAll(tuple(sure)), len(left) - len(sure)


def passed_over(desk: Desk, item: Item | None, *, before: Item | None) -> Item | None:
    """The first sure one still open in the sentence of `item`, if `before` is not in it."""
    if item is None:
        return None
    sentence = desk.words.sentence_at(place_of(item).start)
    if before is not None and sentence.start <= place_of(before).start < sentence.end:
        return None
    return next(
        (
            other
            for other in desk.items().open
            if sentence.start <= place_of(other).start < sentence.end and _is_sure(other)
        ),
        None,
    )


def _is_sure(item: Item) -> bool:
    return isinstance(item, SuggestedMention | SuggestedEvent) and item.score >= SURE


def taking_with_sentence(desk: Desk, item: Item, guesses: tuple[SuggestedArgument, ...]) -> Edit:
    """Take what is guessed at an event, and all that is sure in the rest of its sentence."""
    sentence = desk.words.sentence_at(place_of(item).start)
    others = [
        other.id
        for other in desk.items().open
        if sentence.start <= place_of(other).start < sentence.end
        and (_is_sure(other) or other.id == item.id)
    ]
    first = (TakeArguments(item.id, guesses),) if isinstance(item, Event) and guesses else ()
    return InTurn((*first, AcceptAll(tuple(others))))


def rejecting(desk: Desk) -> Edit:
    """Turn the active suggestion down, or remove the active mention or event.

    Raises:
        InvalidEdit: nothing is active.
    """
    match desk.active:
        case SuggestedMention(id=item_id) | SuggestedEvent(id=item_id):
            return RejectSuggestion(item_id)
        case Mention(id=item_id):
            return RemoveMention(item_id)
        case Event(id=item_id):
            return RemoveEvent(item_id)
        case _:
            raise InvalidEdit(worded("nothing is marked here"))


def is_relabelling(desk: Desk) -> bool:
    """Whether a letter gives the active item another type, and does not mark something new."""
    return desk.selection is None and desk.active is not None and not desk.is_walking_inside


def labelling(desk: Desk, type_name: str) -> Edit:
    """Relabel the active item, or mark the selection, or the word without its proclitics.

    Raises:
        InvalidEdit: there is no word.
    """
    if is_relabelling(desk):
        match desk.active:
            case SuggestedMention() as suggestion:
                return Attributed(_taken_as(suggestion, type_name), desk)
            case Mention(id=mention_id):
                return Attributed(RelabelMention(mention_id, type_name), desk)
            case _:
                pass
    return _marked(desk, target_of(desk), type_name)


def labelling_phrase(desk: Desk, type_name: str) -> Edit:
    """Mark the selection, or the whole noun phrase that begins at the word under the cursor."""
    span = desk.selection
    if span is None:
        _need_word(desk)
        span = guessed_phrase(desk.words, desk.cursor)
    else:
        span = target_of(desk)
    return _marked(desk, span, type_name)


def triggering(desk: Desk, type_name: str) -> Edit:
    """Retype the active event, or make the selection or word a trigger."""
    if is_relabelling(desk):
        match desk.active:
            case SuggestedEvent() as suggestion:
                if suggestion.type == type_name:
                    return AcceptSuggestion(suggestion.id)
                return Attributed(CorrectSuggestion(suggestion.id, type=type_name), desk)
            case Event(id=event_id):
                return Attributed(RetypeEvent(event_id, type_name), desk)
            case _:
                pass
    return Attributed(MarkTrigger(target_of(desk), type_name), desk)


def target_of(desk: Desk) -> Span:
    """What a letter would mark: the selection, else the word; first proclitics outside.

    Raises:
        InvalidEdit: there is neither.
    """
    selection = desk.selection
    if selection is None:
        return desk.words.stem(_need_word(desk))
    first = desk.words.holding(selection.start)
    if first is not None and first.start == selection.start:
        stem = desk.words.stem(first)
        if stem.start < selection.end:
            return Span(stem.start, selection.end)
    return selection


def _need_word(desk: Desk) -> Span:
    word = desk.word
    if word is None:
        raise InvalidEdit(worded("the cursor is on no word; the arrows go to one"))
    return word


def _marked(desk: Desk, span: Span, type_name: str) -> Edit:
    """A new mention; where exactly that is suggested, the suggestion is decided by it."""
    for item in desk.items("entities").open:
        if isinstance(item, SuggestedMention) and item.span == span:
            return Attributed(_taken_as(item, type_name), desk)
    return Attributed(LabelSpan(span, type_name), desk)


def _taken_as(suggestion: SuggestedMention, type_name: str) -> Edit:
    if suggestion.type == type_name:
        return AcceptSuggestion(suggestion.id)
    return CorrectSuggestion(suggestion.id, type=type_name)
