"""Where the labels to jump to are drawn: beside what they stand for, never two in one place."""

from collections.abc import Iterable

from annotator.model.span import Span
from annotator.services.argument_form import ArgumentForm, event_of
from annotator.services.desk import Desk
from annotator.services.fitting import fitting_items
from annotator.services.navigation import Item, place_of
from annotator.services.pointing import DIGITS, filler_labels
from annotator.tui.widgets.jump_bar import LABELS


def placed_labels(
    items: Iterable[Item], text: str, visible: Span, *, labels: str = LABELS
) -> list[tuple[Item, str, int]]:
    """The items on screen, nearest first as they come, each with its label and the label's offset.

    A label stands in the blank before its item, so that the word stays readable; else on a letter.
    There are no more items than labels.
    """
    taken: set[int] = set()
    placed: list[tuple[Item, str, int]] = []
    for item in items:
        span = place_of(item)
        if len(placed) == len(labels):
            break
        if not visible.start <= span.start < visible.end:
            continue
        offset = next((place for place in _places(span, text) if place not in taken), None)
        if offset is not None:
            taken.add(offset)
            placed.append((item, labels[len(placed)], offset))
    return placed


def fitting_letters(form: ArgumentForm, desk: Desk, visible: Span) -> list[tuple[Item, str, int]]:
    """What may fill a role of the form, each with its letter and the letter's offset.

    They are neither letters of roles nor digits, which stay with words; none while a role is
    pointed.
    """
    event = event_of(form, desk)
    if event is None or form.pointing is not None:
        return []
    schema = desk.session.schema
    taken = [schema.roles[role].key for role in schema.event_roles(event.type)]
    letters = filler_labels(taken).removeprefix(DIGITS)
    return placed_labels(fitting_items(form, desk), desk.text, visible, labels=letters)


def _places(span: Span, text: str) -> Iterable[int]:
    if span.start and text[span.start - 1] == " ":
        yield span.start - 1
    yield from (place for place in range(span.start, span.end) if text[place].isalnum())
