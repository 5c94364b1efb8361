"""Suggest bodies: organs of state, armed forces, media, organisations."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import Reason, because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.bodies import Body, find_bodies
from annotator.suggesters.clubs import find_clubs
from annotator.suggesters.names_alone import name_of_body
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class OrganisationSuggester:
    """Listed names, and a head such as وزارة with its complement."""

    name = "organisations"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Bodies in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        names_alone = reading.schema.boundary.class_nouns == "outside"
        for found_body in (*find_bodies(words), *find_clubs(words)):
            body = name_of_body(words, found_body) if names_alone else found_body
            if body is None:
                continue
            yield from proposer.propose(
                body.first, body.end, body.concept, score=_score(body), why=_why(body)
            )


def _score(body: Body) -> float:
    if body.fixed:
        return 0.9
    return 0.78 if body.certain else 0.5


def _why(body: Body) -> Reason:
    if body.fixed:
        return because("a listed name")
    match body.concept:
        case "government":
            return because("the head of the name of an organ of state and what follows")
        case "military":
            return because("the head of the name of a force and what follows")
        case "media":
            return because("the head of the name of an outlet and what follows")
        case _:
            return because("the head of the name of an organisation and what follows")
