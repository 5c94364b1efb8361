"""What a scripted annotator presses so that a mention names what the gold says it names."""

from collections import Counter
from collections.abc import Iterator

from annotator.model.annotations import Annotations
from annotator.model.mention import Mention
from annotator.services.desk import Desk
from annotator.services.joining import joinable
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.annotate import AnnotateScreen
from benchmarks.keystroke_gold import Gold
from benchmarks.keystroke_press import Press


class NamePlanner:
    """Looks at the desk, says what to press for one mention."""

    def __init__(self, screen: AnnotateScreen, gold: Gold) -> None:
        self.screen = screen
        self.gold = gold

    @property
    def desk(self) -> Desk:
        """Where the annotator is."""
        return self.screen.desk

    def keys(self, mention: Mention) -> Press | None:
        """Keys that give a mention, or what a suggestion will be, its identity."""
        named = self.desk.session.annotations
        goal = self.goal(mention, named)
        if goal is None:
            return None
        if goal == "-":
            return Press(("-",), "identity")
        order = joinable(self.desk, mention)
        slug_of = {m.id: m.kb or m.id for m in named.mentions}
        place = next(n for n, key in enumerate(order) if slug_of[key] == goal)
        ways = [("/",) * (place + 1), *self._pointed(mention, goal)]
        return Press(min(ways, key=len), "identity")

    def _pointed(self, mention: Mention, goal: str) -> Iterator[tuple[str, ...]]:
        """`:` and the label of another mention that is named as the gold has it."""
        others = [m for m in self.desk.session.annotations.mentions if m.id != mention.id]
        others.sort(key=lambda other: abs(other.span.start - mention.span.start))
        visible = self.screen.article.visible_span
        is_suggested = self.desk.items("entities").get(mention.id) not in others
        for other, label, _ in placed_labels(others, self.desk.text, visible):
            if not isinstance(other, Mention) or (other.kb or other.id) != goal:
                continue
            if other.kb or is_suggested or mention.kb is None:
                yield ("colon", label)

    def goal(self, mention: Mention, named: Annotations) -> str | None:
        """The slug to join (or the mention that has none), `-` to part, None where all is well."""
        groups = {other.id: self._group(other) for other in named.mentions}
        mine = self._group(mention)
        mates = [m for m in named.mentions if groups[m.id] == mine and m.id != mention.id]
        owners: dict[str, Counter[str]] = {}
        for other in named.mentions:
            if other.kb:
                owners.setdefault(other.kb, Counter())[groups[other.id]] += 1
        owned = {
            slug for slug, count in owners.items() if max(count, key=count.__getitem__) == mine
        }
        slugs = Counter(mate.kb for mate in mates if mate.kb in owned)
        if slugs:
            best = max(slugs, key=lambda slug: (slugs[slug], slug or ""))
            return None if mention.kb == best else best
        if mention.kb in owned:
            return None
        if mention.kb in owners:
            return "-"
        bare = [mate for mate in mates if not mate.kb]
        return bare[0].id if bare else None

    def _group(self, mention: Mention) -> str:
        """What the gold says a mention names; by its place where it says nothing."""
        wanted = self.gold.mentions.get(mention.span)
        return (wanted.kb if wanted is not None else None) or f"{mention.span}"
