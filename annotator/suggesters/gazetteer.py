"""Suggest places by their names, from a packed gazetteer and lists."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import Reason, because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.fixed_names import words_in_names_of_bodies
from annotator.suggesters.names_alone import name_of_place
from annotator.suggesters.places import FoundPlace, find_places
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class GazetteerSuggester:
    """Countries, cities, regions, seas, and class nouns with a name: مدينة ميامي."""

    name = "gazetteer"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Places in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        inside_names = words_in_names_of_bodies(words)
        names_alone = reading.schema.boundary.class_nouns == "outside"
        for found_place in find_places(words):
            place = name_of_place(words, found_place) if names_alone else found_place
            if place is None or place.first in inside_names:
                continue
            score, why = _evidence(place)
            yield from proposer.propose(
                place.first,
                place.end,
                place.place.concept,
                score=score,
                why=why,
                kb=place.place.slug,
            )


def _evidence(place: FoundPlace) -> tuple[float, Reason]:
    if place.headed and place.place.concept == "facility":
        return 0.6, because("a noun for a facility with a name")
    if place.headed:
        return 0.8, because("a class noun with a name")
    if place.place.weak:
        return 0.65, because("a name that this article uses of a place")
    return 0.9, because("a place of the gazetteer")
