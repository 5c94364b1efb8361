"""What is typed on one line: text, cursor and selection as values, and what undo goes back to."""

from dataclasses import dataclass, field
from typing import Literal

from annotator.arabic.visual import visual_line
from annotator.model.span import Span

Way = Literal["back", "on"]
"""Towards the beginning of the text, or towards its end."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Offsets are those of the text, in its own order; each edit makes a new value."""

    text: str = ""
    cursor: int = 0
    anchor: int = 0
    """The other end of the selection; the cursor itself where nothing is selected."""

    @property
    def selection(self) -> Span | None:
        """What is selected."""
        if self.cursor == self.anchor:
            return None
        return Span(min(self.cursor, self.anchor), max(self.cursor, self.anchor))

    @property
    def selected(self) -> str:
        """The selected characters as the text has them."""
        return self.selection.of(self.text) if self.selection else ""

    def at(self, place: int, *, selects: bool = False) -> "Typed":
        """The cursor elsewhere; selecting up to there, or nothing selected any more."""
        cursor = max(0, min(place, len(self.text)))
        return Typed(self.text, cursor, self.anchor if selects else cursor)

    def over(self, span: Span) -> "Typed":
        """`span` selected, the cursor at its end."""
        return Typed(self.text, span.end, span.start)

    def inserted(self, new: str) -> "Typed":
        """`new` in place of what is selected, else at the cursor."""
        start, end = sorted((self.cursor, self.anchor))
        place = start + len(new)
        return Typed(self.text[:start] + new + self.text[end:], place, place)

    def erased(self, way: Way, *, is_word: bool = False) -> "Typed":
        """Without what is selected, else without the character or word that way."""
        if self.selection:
            return self.inserted("")
        character = self.cursor + (1 if way == "on" else -1)
        place = self.word_border(way) if is_word else character
        return self.at(place, selects=True).inserted("")

    def letter_border(self, way: Way) -> int:
        """Where the next letter with its marks begins that way; what is not drawn is no stop."""
        stops = {cell.start for cell in visual_line(f"{self.text} ").cells if cell.width}
        if way == "on":
            return min((stop for stop in stops if stop > self.cursor), default=len(self.text))
        return max((stop for stop in stops if stop < self.cursor), default=0)

    def word_border(self, way: Way) -> int:
        """Where the next word begins that way, or the text ends."""
        words = list(_words(self.text))
        if way == "on":
            return min((w.start for w in words if w.start > self.cursor), default=len(self.text))
        return max((w.start for w in words if w.start < self.cursor), default=0)

    def word_at(self, place: int) -> Span | None:
        """The word that holds `place`; none between words."""
        return next((w for w in _words(self.text) if w.start <= place < w.end), None)


def _words(text: str) -> list[Span]:
    place, found = 0, []
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        found.append(Span(start, place))
    return found


@dataclass
class History:
    """What stood in the line before; letters typed one after the other are taken back as a word."""

    now: Typed = field(default_factory=Typed)
    _past: list[Typed] = field(default_factory=list)
    _future: list[Typed] = field(default_factory=list)
    _is_typing: bool = False

    def goes(self, to: Typed) -> None:
        """The cursor moved or something was selected: nothing to take back."""
        self.now, self._is_typing = to, False

    def edits(self, to: Typed, *, is_letter: bool = False) -> bool:
        """The text became another one; whether it did."""
        if to.text == self.now.text:
            self.goes(to)
            return False
        if not (is_letter and self._is_typing):
            self._past.append(self.now)
        self._future.clear()
        self.now, self._is_typing = to, is_letter
        return True

    def undo(self) -> bool:
        """Go back to what stood before the last edit; whether there was one."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Take back what was undone last; whether there was anything."""
        return self._step(self._future, self._past)

    def _step(self, come_from: list[Typed], go_to: list[Typed]) -> bool:
        if not come_from:
            return False
        go_to.append(self.now)
        self.now, self._is_typing = come_from.pop(), False
        return True
