"""Where an annotator is in a document: level, cursor, selection, and what a key would act on."""

from functools import cached_property

from annotator.model.remark import Level as DoneLevel
from annotator.model.span import Span
from annotator.services.borders import letter_end
from annotator.services.editing import Edit, EditingSession, Outcome
from annotator.services.navigation import Item, Items, Level, place_of
from annotator.services.shown_items import ShownItems
from annotator.services.words import Words


class Desk:
    """One annotator at one document; knows no screen, changes nothing but through the session."""

    def __init__(
        self, session: EditingSession, *, offset: int = 0, level: Level = "entities"
    ) -> None:
        self.session = session
        self.level: Level = level
        self.cursor = 0
        self.passed_from = 0
        """Where the cursor was before it went on by itself; what lies between was passed over."""
        self.lettered: frozenset[int] = frozenset()
        """Where letters of an open form are drawn: no digit is given to the word behind one."""
        self.anchor: int | None = None
        """Where the selection began; None without one."""
        self.is_selecting_words = True
        self.chosen_id: str | None = None
        """What was gone to or made, as against merely walked over."""
        self._shown = ShownItems(session)
        self.visited: set[int] = set()
        """Offsets the cursor has been at."""
        self.levels: tuple[Level, ...] = ()
        """What is worked on: the layer may be for one level, or the schema have only one."""
        self.done_levels: tuple[DoneLevel, ...] = ()
        """What is finished when the document is."""
        self.find_levels()
        self.go(offset)

    def find_levels(self) -> None:
        """Look again at what the layer is for; a level that is off is left."""
        layer, schema = self.session.project.layer(self.session.layer), self.session.schema
        declared: dict[Level, bool] = {
            "entities": bool(schema.entities),
            "events": bool(schema.events),
        }
        there = tuple(level for level, is_there in declared.items() if is_there) or ("entities",)
        only = tuple(level for level in there if level == layer.only_level)
        self.levels, self.done_levels = only or there, layer.levels
        if self.level not in self.levels:
            self.level = self.levels[0]

    @cached_property
    def words(self) -> Words:
        """The document's words."""
        boundary = self.session.schema.boundary
        return Words(self.text, proclitics_outside=boundary.proclitics_outside)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.session.document.text

    # -- what is there

    def items(self, level: Level | None = None) -> Items:
        """What the document holds on a level; without one, on the live level."""
        return self._shown.on(level or self.level)

    @property
    def active(self) -> Item | None:
        """What a key acts on: what was chosen, else the innermost item under the cursor."""
        chosen = self.items().get(self.chosen_id)
        if chosen is not None:
            return chosen
        return next(iter(self.items().covering(self.cursor)), None)

    @property
    def is_walking_inside(self) -> bool:
        """Whether the cursor walked into the active item, past its first word.

        A letter then marks the word under the cursor, nested, and does not relabel.
        """
        active = self.active
        if active is None or active.id == self.chosen_id:
            return False
        return self.cursor >= self.words.at(place_of(active).start).end

    @property
    def selection(self) -> Span | None:
        """What is selected: whole words, or letter by letter; without blanks at its ends."""
        if self.anchor is None or not self.text:
            return None
        first, last = sorted((self.anchor, self.cursor))
        if self.is_selecting_words:
            start, end = self.words.at(first).start, self.words.at(last).end
        else:
            start, end = first, letter_end(self.text, last)
        chosen = self.text[start:end]
        start += len(chosen) - len(chosen.lstrip())
        end -= len(chosen) - len(chosen.rstrip())
        return Span(start, end) if start < end else None

    @property
    def word(self) -> Span | None:
        """The word under the cursor."""
        return self.words.holding(self.cursor)

    # -- moving

    def go(self, offset: int, *, is_selecting: bool = False, by_words: bool = True) -> None:
        """Put the cursor on a character; walking over an item does not choose it."""
        if is_selecting and self.anchor is None:
            self.anchor = self.cursor
        if is_selecting:
            self.is_selecting_words = by_words
        else:
            self.anchor = None
        self.cursor = self.passed_from = max(0, min(offset, len(self.text) - 1))
        self.visited.add(self.cursor)
        self.chosen_id = None

    def choose(self, item: Item | None) -> None:
        """Go to an item; it is then what keys act on."""
        if item is not None:
            start = place_of(item).start
            # chosen where the cursor is already, nothing more was passed over
            passed_from = self.passed_from if start == self.cursor else min(self.cursor, start)
            self.go(start)
            self.passed_from, self.chosen_id = passed_from, item.id

    def choose_next_around(self) -> Item | None:
        """Choose the next larger item over the cursor, after the outermost the innermost again."""
        around = self.items().covering(self.cursor)
        if not around:
            return None
        ids = [item.id for item in around]
        active = self.active
        place = ids.index(active.id) if active is not None and active.id in ids else -1
        if self.chosen_id is None and place == 0:
            place = -1  # the innermost was under the cursor, but nobody had chosen it
        item = around[(place + 1) % len(around)]
        self.chosen_id, self.anchor = item.id, None
        return item

    def choose_open(self, *, is_back: bool = False) -> Item | None:
        """Choose the next open item, at the end the first again; None if nothing is open."""
        waiting = self.items().open
        if not waiting:
            return None
        step = self.items().open_before if is_back else self.items().open_after
        active = self.active if self.chosen_id is not None else None
        found = step(active, self.cursor)
        self.choose(found or waiting[-1 if is_back else 0])
        return self.active

    # -- changing

    def run(self, edit: Edit) -> Outcome:
        """Carry out an edit; what was active stays so if it is still there.

        Raises:
            InvalidEdit: it is forbidden; nothing is written and nothing moves.
            TryAgainError: it could not be stored.
        """
        return self.session.run(edit)
