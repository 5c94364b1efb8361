"""Where there are too few colours: the letter of its type in the blank beside each item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.model.label_schema import LabelSchema
from annotator.model.span import Span
from annotator.services.navigation import Item, place_of


@dataclass(frozen=True)
class TypeLetters:
    """The letters of the items of a text, and where each goes when its blank is taken."""

    signs: Mapping[int, str] = field(default_factory=dict)
    """Blank -> letter."""
    starts: Mapping[int, int] = field(default_factory=dict)
    """Blank -> where the item begins whose letter stands there."""

    def beside(self, taken: Mapping[int, str], text: str) -> dict[int, str]:
        """With the signs that go before them, which push letters to the other side."""
        moved = {
            place: self.signs[blank]
            for blank in self.starts.keys() & taken.keys()
            for place in blank_before(text, self.starts[blank])
        }
        return {**moved, **self.signs, **taken}


def type_letters(items: Sequence[Item], schema: LabelSchema, text: str) -> TypeLetters:
    """Behind each item the key of its type, else in the blank before; of two the outer's."""
    types = {**schema.entities, **schema.events}
    signs: dict[int, str] = {}
    starts: dict[int, int] = {}
    ends = {item.id: tuple(_next_blank(text, place_of(item))) for item in items}
    for is_before in (False, True):
        for item in items:
            blanks = ends[item.id]
            if is_before:
                blanks = () if blanks else tuple(blank_before(text, place_of(item).start))
            for blank in blanks:
                if item.type in types and blank not in signs:
                    signs[blank] = types[item.type].key[:1]
                    starts[blank] = place_of(item).start
    return TypeLetters(signs, starts)


def blank_before(text: str, start: int) -> Iterable[int]:
    """The blank before an offset, if there is one."""
    return (start - 1,) if start and text[start - 1] == " " else ()


def _next_blank(text: str, span: Span) -> Iterable[int]:
    """The blank behind a span, also behind one mark that closes it."""
    behind = text[span.end : span.end + 2]
    if behind[:1] == " ":
        return (span.end,)
    is_closed = behind[1:] == " " and not behind[0].isalnum()
    return (span.end + 1,) if is_closed else ()
