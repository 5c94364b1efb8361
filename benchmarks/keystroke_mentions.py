"""What a scripted annotator presses next in the entity layer, knowing the gold."""

from collections.abc import Sequence

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.adjustments import cycled_value
from annotator.services.decisions import SURE
from annotator.services.desk import Desk
from annotator.services.editing import after_changes
from annotator.services.navigation import place_of
from annotator.services.suggestion_edits import AcceptAll, as_taken
from annotator.tui.screens.annotate import AnnotateScreen
from benchmarks.keystroke_gold import Gold, held
from benchmarks.keystroke_moves import keys_to_item, keys_to_word
from benchmarks.keystroke_names import NamePlanner
from benchmarks.keystroke_press import Press
from benchmarks.keystroke_spans import border_keys, fitting, marking_keys

_FEW = 2
"""So many right suggestions on the way are taken one by one; more are jumped over."""
_DEAR = 4
"""Moving borders by more keys than this costs more than rejecting and marking anew."""


class MentionPlanner:
    """Looks at the desk, says what to press; asked again after every press."""

    def __init__(self, screen: AnnotateScreen, gold: Gold) -> None:
        self.screen = screen
        self.gold = gold
        self.names = NamePlanner(screen, gold)

    @property
    def desk(self) -> Desk:
        """Where the annotator is."""
        return self.screen.desk

    def next(self) -> Press | None:
        """The next keys; None when the layer is as the gold."""
        active = self.desk.active
        if isinstance(active, Mention) and not self.desk.is_walking_inside:
            mended = self._mending(active)
            if mended is not None:
                return mended
        return self._next_in_sentence() or self._visit()

    # -- what is marked

    def _mending(self, mention: Mention) -> Press | None:
        """What is wrong with a marked mention that is chosen."""
        wanted = self.gold.mentions.get(mention.span)
        schema = self.gold.schema
        if wanted is None:
            return self._moved(mention) or Press(("backspace",), "remove")
        if wanted.type != mention.type:
            return Press(tuple(schema.entities[wanted.type].key), "relabel")
        goal = self.gold.attributes(wanted)
        for name, value in held(schema, mention).items():
            if value != goal[name]:
                return Press((schema.entity_attributes[name].key,), "attribute")
        return self.names.keys(mention)

    def _moved(self, mention: Mention) -> Press | None:
        goal = self._meant(mention.span, mention.type)
        if goal is None:
            return None
        others = [m.span for m in self.desk.session.annotations.mentions if m.id != mention.id]
        keys = border_keys(mention.span, goal, self.desk.words, fitting(others))
        return Press(keys, "border") if keys and len(keys) <= _DEAR else None

    # -- what is suggested or missing

    def _meant(self, span: Span, type_name: str) -> Span | None:
        """The gold mention that a suggestion with other borders means, if it is missing."""
        have = {m.span for m in self.desk.session.annotations.mentions}
        suggested = {
            s.span for s in self.desk.items("entities").open if isinstance(s, SuggestedMention)
        }
        found = [
            wanted
            for wanted in self.gold.mentions.values()
            if wanted.span.overlaps(span)
            and wanted.span not in have
            and wanted.span not in suggested - {span}
        ]
        found.sort(key=lambda w: (w.type != type_name, abs(len(w.span) - len(span))))
        return found[0].span if found else None

    def _next_in_sentence(self) -> Press | None:
        """The first sentence that is not as the gold: mend what is wrong, then take the rest."""
        desk = self.desk
        have = {m.span for m in desk.session.annotations.mentions}
        missing = [span for span in sorted(self.gold.mentions) if span not in have]
        if not missing:
            return None
        sentence = desk.words.sentence_at(missing[0].start)
        here = [span for span in missing if sentence.start <= span.start < sentence.end]
        waiting = [
            item
            for item in desk.items("entities").open
            if isinstance(item, SuggestedMention)
            and sentence.start <= item.span.start < sentence.end
        ]
        right = [item for item in waiting if self._is_right(item)]
        misnamed = self._misnamed(right)
        plain = [item for item in right if item.score >= SURE and item.id not in misnamed]
        problems = [item for item in waiting if item not in plain]
        gone = set(here) - {item.span for item in right}
        handled: list[tuple[int, SuggestedMention | Span]] = []
        meant: set[Span] = set()
        for item in problems:
            goal = item.span if item.span in gone else self._reached(item, gone - meant)
            if item in right or goal is not None:
                handled.append((item.span.start, item))
                meant |= {goal} if goal is not None else set()
            elif item.score >= SURE and len(plain) > 1:
                handled.append((item.span.start, item))  # the sentence is taken as a whole
        handled += [(span.start, span) for span in gone - meant]
        if not handled:
            return self._take(plain)
        handled.sort(key=lambda pair: (pair[0], isinstance(pair[1], Span)))
        ahead = [pair for pair in handled if pair[0] >= desk.passed_from] or handled
        target = ahead[0][1]
        if isinstance(target, Span):
            return self._mark(target)
        return self._settle(target, plain, misnamed)

    def _is_right(self, item: SuggestedMention) -> bool:
        wanted = self.gold.mentions.get(item.span)
        if wanted is None or wanted.type != item.type:
            return False
        return held(self.gold.schema, as_taken(item)) == self.gold.attributes(wanted)

    def _misnamed(self, right: Sequence[SuggestedMention]) -> set[str]:
        """Which of these would not be named as the gold has it, if all were taken."""
        context = self.desk.session.context()
        taken = AcceptAll(tuple(item.id for item in right)).plan(context)
        after = after_changes(context, taken).annotations
        by_span = {mention.span: mention for mention in after.mentions}
        now = self.desk.session.annotations
        return {
            item.id
            for item in right
            if self.names.goal(by_span[item.span], after) is not None
            and self.names.goal(by_span[item.span], now) is not None
        }

    def _reached(self, item: SuggestedMention, gone: set[Span]) -> Span | None:
        """The missing mention that the suggestion becomes with few keys."""
        goal = self._meant(item.span, item.type)
        if goal is None or goal not in gone:
            return None
        taken = [m.span for m in self.desk.session.annotations.mentions]
        keys = border_keys(item.span, goal, self.desk.words, fitting(taken))
        return goal if keys is not None and len(keys) <= _DEAR - 1 else None

    def _take(self, plain: Sequence[SuggestedMention]) -> Press:
        """Take what is right: one by one, or all that is left in the sentence."""
        desk, active = self.desk, self.desk.active
        if active in plain and len(plain) == 1:
            return Press(("space",), "accept")
        at = place_of(active).start if active is not None else desk.cursor
        sentence = desk.words.sentence_at(plain[0].span.start)
        sure = {
            item.id
            for item in desk.items("entities").open
            if isinstance(item, SuggestedMention)
            and item.score >= SURE
            and sentence.start <= item.span.start < sentence.end
        }
        if sentence.start <= at < sentence.end and sure == {item.id for item in plain}:
            return Press(("full_stop",), "accept sentence")
        return Press(keys_to_item(self.screen, plain[0]), "move")

    def _settle(
        self, target: SuggestedMention, plain: Sequence[SuggestedMention], misnamed: set[str]
    ) -> Press:
        """Go to a suggestion that is not simply right, and bring it to what the gold has."""
        if self.desk.chosen_id != target.id:
            keys = keys_to_item(self.screen, target)
            is_near = bool(keys) and set(keys) == {"tab"} and len(keys) <= _FEW
            if is_near and self.desk.active in plain:
                return Press(("space",), "accept")
            return Press(keys, "move")
        wanted = self.gold.mentions.get(target.span)
        if wanted is None:
            return self._moved_or_rejected(target)
        schema = self.gold.schema
        stands = as_taken(target)
        if wanted.type != target.type:
            return self._attribute_first(stands, wanted) or Press(
                tuple(schema.entities[wanted.type].key), "relabel"
            )
        goal_attributes = self.gold.attributes(wanted)
        for name, value in held(schema, stands).items():
            if value != goal_attributes[name]:
                return Press((schema.entity_attributes[name].key,), "attribute")
        is_misnamed = target.id in misnamed and isinstance(stands, Mention)
        named = self.names.keys(stands) if is_misnamed and isinstance(stands, Mention) else None
        return named or Press(("space",), "accept")

    def _attribute_first(self, stands: Mention | Event, wanted: Mention) -> Press | None:
        """An attribute that the new type does not have by itself, and keeps if it is set first."""
        schema = self.gold.schema
        bare = held(schema, Mention("", wanted.span, wanted.type))
        for name, value in self.gold.attributes(wanted).items():
            if bare[name] == value or name not in schema.entity_attribute_names(stands.type):
                continue
            if isinstance(stands, Mention) and cycled_value(schema, stands, name) == value:
                return Press((schema.entity_attributes[name].key,), "attribute")
        return None

    def _moved_or_rejected(self, target: SuggestedMention) -> Press:
        goal = self._meant(target.span, target.type)
        taken = [mention.span for mention in self.desk.session.annotations.mentions]
        if goal is not None:
            keys = border_keys(target.span, goal, self.desk.words, fitting(taken))
            if keys and len(keys) < _DEAR:
                return Press(keys, "border")
        return Press(("backspace",), "reject")

    def _mark(self, goal: Span) -> Press:
        """Go to a word and mark what the machine did not find."""
        desk = self.desk
        word = desk.words.at(goal.start)
        active = desk.active
        is_elsewhere = active is not None and not place_of(active).overlaps(word)
        if desk.words.holding(desk.cursor) != word or is_elsewhere:
            return Press(keys_to_word(self.screen, word.start), "move to word")
        taken = [m.span for m in desk.session.annotations.mentions]
        letter = self.gold.schema.entities[self.gold.mentions[goal].type].key
        keys_found = marking_keys(desk, word, goal, letter, fitting(taken))
        if keys_found is None:
            message = f"no keys mark «{goal.of(desk.text)}»"
            raise LookupError(message)
        return Press(keys_found, "mark")

    def _visit(self) -> Press | None:
        """Something marked that is not as the gold: go to the nearest."""
        cursor = self.desk.cursor
        marked = self.desk.session.annotations.mentions
        for mention in sorted(marked, key=lambda other: abs(other.span.start - cursor)):
            if self._mending(mention) is not None:
                keys = keys_to_item(self.screen, mention)
                return Press(keys or ("enter",), "move back")
        return None
