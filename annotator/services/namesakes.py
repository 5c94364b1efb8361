"""Which mention of a document a new one names by the way it is worded, beside by equal words.

A title and the name it stands beside; a people and its country; a name with and without its kind
(«وكالة رويترز», «رويترز»); a noun with its article for what was named before («البيان» after «بيان
مشترك»). A guess that a key takes back, so each rule is silent where two things may be meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.services.known_names import KnownNames
from annotator.suggesters.belonging import slug_of_capital, slug_of_name, slug_of_nisba
from annotator.suggesters.concepts import concept_types
from annotator.suggesters.lexicon import keys

_JOINS = frozenset({"", "،", ",", "-"})
_KINDS = ("media", "organisation", "place", "government", "military", "facility", "location")
_ENDINGS = ("تان", "تين", "ان", "ين", "ون", "ات", "ه")
_SHORTEST_STEM = 3
_NEAR = 400
"""Characters: what stands farther apart stands not side by side."""
_ACTING = "metonym"
"""The attribute of a place that stands for its government: a capital then names its country."""


@dataclass(frozen=True)
class Namesakes:
    """The mentions of a document, and what else is proposed in it."""

    text: str
    schema: LabelSchema
    known: KnownNames
    proposed_persons: Sequence[Span] = ()
    """Open suggestions of names of persons."""

    def of(self, mention: Mention) -> Mention | None:
        """What `mention` names as well, by the first rule that says so."""
        return next(
            (
                other
                for found in (
                    self._beside(mention),
                    self._same_country(mention),
                    self._with_its_kind(mention),
                    self._named_before(mention),
                )
                if (other := found) is not None
            ),
            None,
        )

    def is_style(self, mention: Mention) -> bool:
        """Whether it is a title that many bear («الدكتور»): equal ones may name two persons."""
        if mention.type != self._type("title"):
            return False
        bare = _bare(self._key(mention))
        return bare in keys("titles", "style") or bare in keys("titles", "rank")

    # -- a title and its holder

    def _beside(self, mention: Mention) -> Mention | None:
        person, title = self._type("person"), self._type("title")
        if person is None or title is None or mention.type not in (person, title):
            return None
        near = self._near(mention)
        if mention.type == person:
            found = self._titles_of(mention, near)
        else:
            names = [other for other in near if other.type == person]
            found = [name for name in names if mention in self._titles_of(name, [*near, mention])]
            found += [other for other in near if self._is_title_beside(mention, other)]
        return next((other for other in found if self._is_one_person(mention, other)), None)

    def _is_title_beside(self, title: Mention, other: Mention) -> bool:
        """«وزير البيئة، الدكتور»: titles side by side belong to one person."""
        first, last = sorted((title.span, other.span))
        return other.type == title.type and self._join(first.end, last.start) is not None

    def _near(self, mention: Mention) -> list[Mention]:
        """The titles and names of persons about the mention."""
        types = (self._type("person"), self._type("title"))
        return [
            other
            for other in self.known.placed.over(_about(mention.span.start))
            if other.type in types and abs(other.span.start - mention.span.start) < _NEAR
        ]

    def _titles_of(self, name: Mention, near: Sequence[Mention]) -> list[Mention]:
        """The titles beside a name, the likeliest first.

        «مبعوث الرئيس فلان»: one title in the other, and the name is the outer one's; but in «مبعوث
        الرئيس فلان، علان» it is the inner one's, and the outer one's comes after the comma.
        """
        titles = [m for m in near if m.type == self._type("title")]
        touching = [title for title in titles if self._touch(title, name)]
        touching.sort(key=lambda title: (title.span.start > name.span.start, title.span.start))
        before = [title for title in touching if title.span.end <= name.span.start]
        if len(before) > 1 and self._name_follows(name.span):
            return before[1:2]
        return touching[:1] or self._titles_across(name, titles)

    def _titles_across(self, name: Mention, titles: Sequence[Mention]) -> list[Mention]:
        """The outer title that «مبعوث الرئيس فلان، علان» gives the second name."""
        names = self._names_about(name.span.start)
        first = next((n for n in names if self._parted_by_comma(n, name.span)), None)
        if first is None:
            return []
        touching = [t for t in titles if self._join(t.span.end, first.start) is not None]
        touching.sort(key=lambda title: title.span.start)
        return touching[:1] if len(touching) > 1 else []

    def _parted_by_comma(self, first: Span, second: Span) -> bool:
        return bool(self._join(first.end, second.start))

    def _join(self, end: int, start: int) -> str | None:
        """What stands between two, blanks aside; None where that is more than a comma."""
        between = self.text[end:start]
        if end > start or "\n" in between or between.strip() not in _JOINS:
            return None
        return between.strip()

    def _names_about(self, place: int) -> list[Span]:
        about = _about(place)
        persons = [m.span for m in self.known.placed.over(about) if m.type == self._type("person")]
        return sorted({*persons, *(span for span in self.proposed_persons if span.overlaps(about))})

    def _touch(self, title: Mention, name: Mention) -> bool:
        """Whether a title stands right before a name, or behind it and a comma."""
        if title.span.end <= name.span.start:
            return self._join(title.span.end, name.span.start) is not None
        between = self._join(name.span.end, title.span.start)
        return bool(between) and not self._name_follows(title.span)

    def _name_follows(self, span: Span) -> bool:
        names = self._names_about(span.end)
        return any(self._join(span.end, name.start) is not None for name in names)

    def _is_one_person(self, mention: Mention, other: Mention) -> bool:
        """Whether no other name than the mention's is known of what the other one names."""
        if mention.type != self._type("person"):
            return True
        mine = self._key(mention).split()
        for each in self.known.placed.all:
            is_same = each.id == other.id or (each.kb is not None and each.kb == other.kb)
            if is_same and each.type == mention.type:
                theirs = self._key(each).split()
                if mine[-1] != theirs[-1]:
                    return False
        return True

    # -- a people and its country

    def _same_country(self, mention: Mention) -> Mention | None:
        slug = self._country(mention)
        if slug is None:
            return None
        found = [other for other in self.known.placed.all if self._country(other) == slug]
        return max(found, key=lambda other: (other.kb is not None, other.span.start), default=None)

    def is_acting(self, mention: Mention) -> bool:
        """Whether the mention is a capital that stands for the government of its country."""
        is_capital = slug_of_capital(mention.span.of(self.text)) is not None
        return is_capital and mention.attributes.get(_ACTING) is True

    def _country(self, mention: Mention) -> str | None:
        words = mention.span.of(self.text)
        if mention.type == self._type("nationality"):
            return slug_of_nisba(words) or slug_of_name(words)
        if mention.type != self._type("country"):
            return None
        acts = mention.attributes.get(_ACTING) is True
        return (slug_of_capital(words) if acts else None) or slug_of_name(words)

    # -- a name and its kind

    def _with_its_kind(self, mention: Mention) -> Mention | None:
        mine = self.known.bare_words(mention)
        kind, _, name = mine.partition(" ")
        kinds = keys("organisations", *_KINDS)
        alike = [f"{one} {mine}" for one in kinds if " " not in one]
        alike += [name] if name and kind in kinds else []
        found = [m for words in alike for m in self.known.with_bare_words(mention.type, words)]
        return max(found, key=lambda other: other.span.start, default=None)

    # -- a noun with its article

    def _named_before(self, mention: Mention) -> Mention | None:
        key = self._key(mention)
        if " " in key or not key.startswith("ال") or self._is_unfit(mention):
            return None
        stem = _stem(key)
        if stem is None:
            return None
        before = [
            other
            for other in self.known.placed.all
            if other.type == mention.type
            and other.span.start < mention.span.start
            and _stem(self._key(other).split(" ")[0]) == stem
        ]
        return max(before, key=lambda other: other.span.start, default=None)

    def _is_unfit(self, mention: Mention) -> bool:
        """Whether equal nouns of the type say nothing: peoples, dates, numbers."""
        unfit = ("nationality", "date", "number", "money", "named event")
        return mention.type in {self._type(name) for name in unfit} or self.is_style(mention)

    def _type(self, concept: str) -> str | None:
        return self._types.get(concept)

    @cached_property
    def _types(self) -> dict[str, str]:
        return {str(name): found for name, found in concept_types(self.schema).items()}

    def _key(self, mention: Mention) -> str:
        return self.known.words(mention)


def _about(place: int) -> Span:
    return Span(max(0, place - _NEAR), place + _NEAR)


def _bare(key: str) -> str:
    return key.removeprefix("ال")


def _stem(word: str) -> str | None:
    """The noun without article and endings; None where too little is left."""
    bare = word.removeprefix("ال")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            return bare.removesuffix(ending)
    return bare if len(bare) >= _SHORTEST_STEM - 1 else None
